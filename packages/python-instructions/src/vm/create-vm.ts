import type { InstructionSet } from "@hotpy/bytecode";
import { BYTES_DATA, headerWord, SHAPE_BYTES } from "@hotpy/object-model";
import type { Context } from "@hotpy/python-objects";
import { shieldVm } from "../generated/shield.js";
import { createAttributeOperations } from "./attributes.js";
import { createBuildClass } from "./classes.js";
import { createContainerOperations } from "./containers.js";
import { createControlOperations } from "./control.js";
import { createExceptionOperations } from "./exceptions.js";
import { createFunctionOperations } from "./functions.js";
import { createGlobalOperations } from "./globals.js";
import { createImportOperations } from "./imports.js";
import { createIterationOperations } from "./iteration.js";
import { createOperatorOperations } from "./operators.js";
import type { PythonVm } from "./python-vm.js";
import { createQuickening } from "./quickening.js";

/** What the loop calls. None of its functions throws: {@link Context.failures} gets what is thrown in them. */
export function createPythonVm(context: Context, instructions: InstructionSet): PythonVm {
  const { memory, heap, modules, kernel, pythonKernel, dicts } = context;
  const quickening = createQuickening(memory, instructions);
  const { noteMethod, noteInPlace, noteReflected, noteCall, noteTexts, ...attributes } = createAttributeOperations(
    context,
    quickening,
  );
  const vm: PythonVm = {
    memory,
    buildClass: createBuildClass(context),
    internals: context.internals,
    builtinsSlot: modules.builtins >>> 2,
    operateOnIntegers: kernel.operateOnIntegers,
    negateInteger: kernel.negateInteger,
    invertInteger: kernel.invertInteger,
    compareIntegers: kernel.compareIntegers,
    textOfNumber: pythonKernel.textOfNumber,
    formatPlain: pythonKernel.formatPlain,
    percentPlain: pythonKernel.percentPlain,
    bindNative: pythonKernel.bindNative,
    refill(bytes) {
      // The heap takes another chunk for this; the object itself is not needed.
      const filler = heap.allocate(bytes);
      memory.i32[filler >>> 2] = headerWord(SHAPE_BYTES);
      memory.i32[(filler >>> 2) + 1] = bytes - BYTES_DATA;
      return filler;
    },
    remember: heap.barrier,
    findKey: dicts.kernel.findKey,
    getOr: dicts.kernel.getOr,
    bindArguments: pythonKernel.bindArguments,
    spreadItems: pythonKernel.spreadItems,
    spreadKeywords: pythonKernel.spreadKeywords,
    newGenerator: pythonKernel.newGenerator,
    closeGenerator: pythonKernel.closeGenerator,
    stepApart: pythonKernel.stepApart,
    stepOfGenerator: pythonKernel.stepOfGenerator,
    constructPlain: pythonKernel.constructPlain,
    iteratePlain: pythonKernel.iteratePlain,
    advanceInDict: dicts.kernel.advanceInDict,
    nextOfDict: dicts.kernel.nextOfDict,
    nextCharacter: kernel.nextCharacter,
    equalStrings: kernel.equalStrings,
    orderOfStrings: kernel.orderOfStrings,
    setContains: pythonKernel.setContains,
    addToSet: pythonKernel.addToSet,
    discardFromSet: pythonKernel.discardFromSet,
    setFrom: pythonKernel.setFrom,
    updateSet: pythonKernel.updateSet,
    nextOfSet: pythonKernel.nextOfSet,
    itemAt: pythonKernel.itemAt,
    globalOf: pythonKernel.globalOf,
    assignGlobal: pythonKernel.assignGlobal,
    nextOfDeque: pythonKernel.nextOfDeque,
    newSlice: pythonKernel.newSlice,
    getSlice: pythonKernel.getSlice,
    endPlain: pythonKernel.endPlain,
    newFunction: pythonKernel.newFunction,
    prepareNew: pythonKernel.prepareNew,
    listExtend: pythonKernel.listExtend,
    listToTuple: pythonKernel.listToTuple,
    setSlice: pythonKernel.setSlice,
    containsPlain: pythonKernel.containsPlain,
    deleteFromList: pythonKernel.deleteFromList,
    operatePlain: pythonKernel.operatePlain,
    firstFieldFor: pythonKernel.firstFieldFor,
    isInCarried: pythonKernel.isInCarried,
    enterHashedAccess: pythonKernel.enterHashedAccess,
    itemOrDefault: pythonKernel.itemOrDefault,
    setItemOfCarried: pythonKernel.setItemOfCarried,
    sequenceIn: pythonKernel.sequenceIn,
    operateOnCarried: pythonKernel.operateOnCarried,
    compareCarried: pythonKernel.compareCarried,
    truthWord: pythonKernel.truthWord,
    matchesException: pythonKernel.matchesException,
    comparePlain: pythonKernel.comparePlain,
    callRepr: pythonKernel.callRepr,
    dictFrom: dicts.kernel.dictFrom,
    setKey: dicts.kernel.setKey,
    popKey: dicts.kernel.popKey,
    joinStrings: kernel.joinStrings,
    ...createGlobalOperations(context, quickening),
    ...attributes,
    ...createContainerOperations(context, { noteMethod, noteTexts }),
    ...createIterationOperations(context, noteMethod),
    ...createFunctionOperations(context, { noteMethod, noteCall, noteTexts }),
    ...createExceptionOperations(context, noteMethod),
    ...createOperatorOperations(context, { noteMethod, noteInPlace, noteReflected }),
    ...createControlOperations(context),
    ...createImportOperations(context),
  };
  return shieldVm(vm, context.failures.raise);
}
