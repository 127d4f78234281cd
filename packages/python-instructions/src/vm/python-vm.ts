import type { DictKernel } from "@hotpy/dict";
import type { Address, Memory, Word } from "@hotpy/memory";
import type { ObjectKernel } from "@hotpy/object-model";
import type { PythonKernel } from "@hotpy/python-objects";
import type { AttributeOperations } from "./attributes.js";
import type { ContainerOperations } from "./containers.js";
import type { ControlOperations } from "./control.js";
import type { ExceptionOperations } from "./exceptions.js";
import type { FunctionOperations } from "./functions.js";
import type { GlobalOperations } from "./globals.js";
import type { ImportOperations } from "./imports.js";
import type { IterationOperations } from "./iteration.js";
import type { OperatorOperations } from "./operators.js";

/**
 * What the texts of Python's instructions call out of line. Results: a word, NULL (raised), or RESUME (a frame has been
 * pushed, or frames have changed otherwise). The frame's ip and sp are saved before whatever may fail.
 */
export interface PythonVm
  extends GlobalOperations,
    Omit<AttributeOperations, "noteMethod" | "noteCall" | "noteReflected" | "noteInPlace" | "noteTexts">,
    ContainerOperations,
    IterationOperations,
    FunctionOperations,
    ExceptionOperations,
    OperatorOperations,
    ControlOperations,
    ImportOperations {
  readonly memory: Memory;
  readonly buildClass: Word;
  /** Tuple of the functions that compiled code calls and programs cannot name. */
  readonly internals: Word;
  /** Word index of the root that holds the dict of builtins. */
  readonly builtinsSlot: number;
  /** The kernel's, themselves: no JavaScript lies between it and the loop. */
  operateOnIntegers(operator: number, a: Word, b: Word): Word;
  negateInteger(a: Word): Word;
  invertInteger(a: Word): Word;
  compareIntegers(a: Word, b: Word): number;
  /** These are 0 or -2 where they have done nothing. */
  textOfNumber(value: Word): Word;
  formatPlain(value: Word, spec: Word): Word;
  percentPlain(template: Word, values: Word): Word;
  /** A native method with `self` filled in, or 0: no memory. */
  bindNative(native: Word, self: Word): Word;
  /** A leaf operation, the function of the kernel itself: the loop calls it without JavaScript between. */
  readonly findKey: DictKernel["findKey"];
  readonly getOr: DictKernel["getOr"];
  readonly advanceInDict: DictKernel["advanceInDict"];
  readonly nextOfDict: DictKernel["nextOfDict"];
  readonly nextCharacter: ObjectKernel["nextCharacter"];
  readonly equalStrings: ObjectKernel["equalStrings"];
  readonly orderOfStrings: ObjectKernel["orderOfStrings"];
  readonly bindArguments: PythonKernel["bindArguments"];
  readonly spreadItems: PythonKernel["spreadItems"];
  readonly spreadKeywords: PythonKernel["spreadKeywords"];
  readonly newGenerator: PythonKernel["newGenerator"];
  readonly closeGenerator: PythonKernel["closeGenerator"];
  readonly constructPlain: PythonKernel["constructPlain"];
  readonly iteratePlain: PythonKernel["iteratePlain"];
  readonly stepApart: PythonKernel["stepApart"];
  readonly stepOfGenerator: PythonKernel["stepOfGenerator"];
  readonly setContains: PythonKernel["setContains"];
  readonly addToSet: PythonKernel["addToSet"];
  readonly discardFromSet: PythonKernel["discardFromSet"];
  readonly setFrom: PythonKernel["setFrom"];
  readonly updateSet: PythonKernel["updateSet"];
  readonly nextOfSet: PythonKernel["nextOfSet"];
  readonly itemAt: PythonKernel["itemAt"];
  readonly globalOf: PythonKernel["globalOf"];
  readonly assignGlobal: PythonKernel["assignGlobal"];
  readonly nextOfDeque: PythonKernel["nextOfDeque"];
  readonly newSlice: PythonKernel["newSlice"];
  readonly getSlice: PythonKernel["getSlice"];
  readonly endPlain: PythonKernel["endPlain"];
  readonly newFunction: PythonKernel["newFunction"];
  readonly prepareNew: PythonKernel["prepareNew"];
  readonly listExtend: PythonKernel["listExtend"];
  readonly listToTuple: PythonKernel["listToTuple"];
  readonly setSlice: PythonKernel["setSlice"];
  readonly containsPlain: PythonKernel["containsPlain"];
  readonly deleteFromList: PythonKernel["deleteFromList"];
  readonly operatePlain: PythonKernel["operatePlain"];
  readonly firstFieldFor: PythonKernel["firstFieldFor"];
  readonly isInCarried: PythonKernel["isInCarried"];
  readonly enterHashedAccess: PythonKernel["enterHashedAccess"];
  readonly itemOrDefault: PythonKernel["itemOrDefault"];
  readonly setItemOfCarried: PythonKernel["setItemOfCarried"];
  readonly sequenceIn: PythonKernel["sequenceIn"];
  readonly operateOnCarried: PythonKernel["operateOnCarried"];
  readonly compareCarried: PythonKernel["compareCarried"];
  readonly truthWord: PythonKernel["truthWord"];
  readonly matchesException: PythonKernel["matchesException"];
  readonly comparePlain: PythonKernel["comparePlain"];
  readonly callRepr: PythonKernel["callRepr"];
  readonly dictFrom: DictKernel["dictFrom"];
  readonly setKey: DictKernel["setKey"];
  readonly popKey: DictKernel["popKey"];
  readonly joinStrings: ObjectKernel["joinStrings"];
  /** Sees to it that `bytes`, at most 4096, can be taken from the allocation chunk. 0: raised. */
  refill(bytes: number): Word;
  remember(object: Address): void;
}

/** Functions of kernels, which the loop links as they are. They throw nothing. */
const KERNEL_MEMBERS: readonly (keyof PythonVm)[] = [
  "operateOnIntegers",
  "negateInteger",
  "invertInteger",
  "compareIntegers",
  "textOfNumber",
  "formatPlain",
  "percentPlain",
  "bindNative",
  "findKey",
  "getOr",
  "bindArguments",
  "spreadItems",
  "spreadKeywords",
  "newGenerator",
  "closeGenerator",
  "stepApart",
  "stepOfGenerator",
  "constructPlain",
  "iteratePlain",
  "advanceInDict",
  "nextOfDict",
  "nextCharacter",
  "equalStrings",
  "orderOfStrings",
  "setContains",
  "addToSet",
  "discardFromSet",
  "setFrom",
  "updateSet",
  "nextOfSet",
  "itemAt",
  "globalOf",
  "assignGlobal",
  "nextOfDeque",
  "newSlice",
  "getSlice",
  "endPlain",
  "newFunction",
  "prepareNew",
  "listExtend",
  "listToTuple",
  "setSlice",
  "containsPlain",
  "deleteFromList",
  "operatePlain",
  "firstFieldFor",
  "isInCarried",
  "enterHashedAccess",
  "itemOrDefault",
  "setItemOfCarried",
  "sequenceIn",
  "operateOnCarried",
  "compareCarried",
  "truthWord",
  "matchesException",
  "comparePlain",
  "callRepr",
  "dictFrom",
  "setKey",
  "popKey",
  "joinStrings",
  "appendToList",
];

/** Names of all members but `memory`: what the generated loop destructures. */
export const vmMembers: readonly (keyof PythonVm)[] = [
  ...KERNEL_MEMBERS,
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
  "attributeTable",
  "loadAttribute",
  "storeAttribute",
  "deleteAttribute",
  "loadMethod",
  "emptyTuple",
  "tupleFrom",
  "listFrom",
  "buildMap",
  "buildSet",
  "formatValue",
  "noMemory",
  "setAdd",
  "mapAdd",
  "extendByAny",
  "setUpdate",
  "dictUpdate",
  "dictMerge",
  "unpackSequence",
  "unpackAroundStar",
  "dictGet",
  "dictSet",
  "getItem",
  "setItem",
  "deleteItem",
  "contains",
  "iterate",
  "delegate",
  "next",
  "sendTo",
  "retireFrame",
  "createGenerator",
  "endGenerator",
  "stopIteration",
  "makeFunction",
  "spreadArguments",
  "invoke",
  "invokeSpread",
  "callNative",
  "nativeOperations",
  "nativeAsks",
  "strContinuation",
  "reprContinuation",
  "kernels",
  "kernelCalls",
  "shapesStart",
  "initContinuation",
  "newContinuation",
  "attemptContinuation",
  "comparisonContinuation",
  "discardContinuation",
  "truthContinuation",
  "falsehoodContinuation",
  "nextContinuation",
  "operatorMethods",
  "notImplemented",
  "moduleName",
  "assertionError",
  "raise",
  "reraise",
  "matchException",
  "bindExit",
  "callEnter",
  "callExit",
  "endAsyncLoop",
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
  "internals",
  "builtinsSlot",
  "refill",
  "remember",
];

/** Members that are functions of kernels. */
export const kernelMembers: ReadonlySet<string> = new Set(KERNEL_MEMBERS);
