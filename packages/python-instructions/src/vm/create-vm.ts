import type { InstructionSet } from "@hotpy/bytecode";
import type { DictKernel } from "@hotpy/dict";
import type { ExecutionHooks } from "@hotpy/interpreter";
import type { Address, Memory, Word } from "@hotpy/memory";
import { BYTES_DATA, headerWord, SHAPE_BYTES } from "@hotpy/object-model";
import type { Context } from "@hotpy/python-objects";
import { type AttributeOperations, createAttributeOperations } from "./attributes.js";
import { createBuildClass } from "./classes.js";
import { type ContainerOperations, createContainerOperations } from "./containers.js";
import { type ControlOperations, createControlOperations } from "./control.js";
import { createExceptionOperations, type ExceptionOperations } from "./exceptions.js";
import { createFunctionOperations, type FunctionOperations } from "./functions.js";
import { createGlobalOperations, type GlobalOperations } from "./globals.js";
import { createImportOperations, type ImportOperations } from "./imports.js";
import { createIterationOperations, type IterationOperations } from "./iteration.js";
import { createOperatorOperations, type OperatorOperations } from "./operators.js";
import { createQuickening } from "./quickening.js";

/**
 * What the texts of Python's instructions call out of line. Results: a word, NULL (raised), or RESUME (a frame has been
 * pushed, or frames have changed otherwise). The frame's ip and sp are saved before.
 */
export interface PythonVm
  extends GlobalOperations,
    AttributeOperations,
    ContainerOperations,
    IterationOperations,
    FunctionOperations,
    ExceptionOperations,
    OperatorOperations,
    ControlOperations,
    ImportOperations {
  readonly memory: Memory;
  readonly buildClass: Word;
  /** Word index of the root that holds the dict of builtins. */
  readonly builtinsSlot: number;
  /** The kernel's, themselves: no JavaScript lies between it and the loop. */
  operateOnIntegers(operator: number, a: Word, b: Word): Word;
  negateInteger(a: Word): Word;
  invertInteger(a: Word): Word;
  compareIntegers(a: Word, b: Word): number;
  /** A leaf operation, the function of the kernel itself: the loop calls it without JavaScript between. */
  readonly findKey: DictKernel["findKey"];
  /** Sees to it that `bytes`, at most 4096, can be taken from the allocation chunk. */
  refill(bytes: number): void;
  remember(object: Address): void;
}

/** Names of all members but `memory`: what the generated loop destructures. */
export const vmMembers: readonly (keyof PythonVm)[] = [
  "loadGlobal",
  "storeGlobal",
  "deleteGlobal",
  "loadName",
  "storeName",
  "deleteName",
  "loadClassCell",
  "unboundLocal",
  "unboundCell",
  "setupAnnotations",
  "importStar",
  "loadAttribute",
  "storeAttribute",
  "deleteAttribute",
  "loadMethod",
  "emptyTuple",
  "tupleFrom",
  "listFrom",
  "buildMap",
  "buildSet",
  "buildString",
  "buildSlice",
  "formatValue",
  "appendToList",
  "noMemory",
  "setAdd",
  "mapAdd",
  "listExtend",
  "setUpdate",
  "dictUpdate",
  "dictMerge",
  "listToTuple",
  "unpackSequence",
  "unpackAroundStar",
  "findKey",
  "dictGet",
  "dictSet",
  "getItem",
  "setItem",
  "deleteItem",
  "contains",
  "iterate",
  "next",
  "sendTo",
  "createGenerator",
  "clearGenerator",
  "stopIteration",
  "makeFunction",
  "spreadArguments",
  "invoke",
  "invokeSpread",
  "callNative",
  "nativeOperations",
  "shapesStart",
  "assertionError",
  "raise",
  "reraise",
  "matchException",
  "bindExit",
  "callEnter",
  "callExit",
  "binary",
  "unary",
  "not",
  "compare",
  "truth",
  "truthNow",
  "continueWith",
  "resumeWith",
  "safepoint",
  "unwind",
  "loopIsHot",
  "badInstruction",
  "importName",
  "importFrom",
  "printExpression",
  "buildClass",
  "builtinsSlot",
  "operateOnIntegers",
  "negateInteger",
  "invertInteger",
  "compareIntegers",
  "refill",
  "remember",
];

export function createPythonVm(context: Context, instructions: InstructionSet, hooks: () => ExecutionHooks): PythonVm {
  const { memory, heap, modules, kernel } = context;
  const quickening = createQuickening(memory, instructions);
  return {
    memory,
    buildClass: createBuildClass(context),
    builtinsSlot: modules.builtins >>> 2,
    operateOnIntegers: kernel.operateOnIntegers,
    negateInteger: kernel.negateInteger,
    invertInteger: kernel.invertInteger,
    compareIntegers: kernel.compareIntegers,
    refill(bytes) {
      // The heap takes another chunk for this; the object itself is not needed.
      const filler = heap.allocate(bytes);
      memory.i32[filler >>> 2] = headerWord(SHAPE_BYTES);
      memory.i32[(filler >>> 2) + 1] = bytes - BYTES_DATA;
    },
    remember: heap.barrier,
    findKey: context.dicts.kernel.findKey,
    ...createGlobalOperations(context, quickening),
    ...createAttributeOperations(context, quickening),
    ...createContainerOperations(context),
    ...createIterationOperations(context),
    ...createFunctionOperations(context),
    ...createExceptionOperations(context),
    ...createOperatorOperations(context),
    ...createControlOperations(context, hooks),
    ...createImportOperations(context),
  };
}
