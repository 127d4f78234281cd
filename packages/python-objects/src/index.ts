export * from "./attributes/descriptors.js";
export { DICT_SHAPE } from "./attributes/instances.js";
export type { BufferBytes, BufferItems, Buffers, BufferType } from "./bytes/buffers.js";
export type { Bytes, BytesShape } from "./bytes/bytes.js";
export * from "./calls/endings.js";
export { carryingOut, type Failures } from "./calls/failures.js";
export {
  CHECKS_SELF,
  KEEPS_SELF,
  MOST_KERNEL_ARGUMENTS,
  OPERATION_MASK,
  SPREAD,
  TAKES_NAMES,
} from "./calls/natives.js";
export {
  CODE_CLASS_BIT,
  CODE_CLOSES,
  CODE_HIDDEN,
  CODE_PLAIN,
  CODE_RESUME_BIT,
  CODE_STEP_BIT,
  type LoaderInstructions,
  STEP_ALL,
  STEP_CHAIN,
  STEP_CHOICES,
  STEP_COUNT,
  STEP_COUNTED,
  STEP_CYCLE,
  STEP_EACH,
  STEP_LONGEST,
  STEP_PAIRS,
  STEP_REPEAT,
  STEP_REST,
  STEP_SLICE,
  STEP_SUMS,
  STEP_TEE,
  STEP_TOGETHER,
  UNIT_FLAG_BITS,
} from "./code/codes.js";
export { createFunction, type FunctionParts } from "./code/functions.js";
export {
  IMAGE_PIECES,
  IMAGE_PLACES,
  IMAGE_TEXT,
  IMAGE_UNITS,
  TABLE_FORMS,
  TABLE_FUNCTION_THRESHOLD,
  TABLE_JUMP_BACK,
  TABLE_LOOP_THRESHOLD,
  TABLE_SEND,
  TABLE_SIZES,
  TABLE_YIELD,
} from "./code/images.js";
export type {
  CompileFault,
  CompileWarning,
  ParsedProgram,
  ProgramCompiler,
  ProgramMode,
  ProgramOptions,
  ProgramParser,
  ProgramSource,
  Programs,
  SyntaxNode,
} from "./code/programs.js";
export { Refused } from "./code/refused.js";
export { EXTENDED_ARG, HAVE_ARGUMENT, SHOWN_OPCODES, type ShownOperand } from "./code/shown-instructions.js";
export type { Surrogate, SurrogateCompiler, SurrogateText } from "./code/surrogates.js";
export type { Complex, Complexes } from "./complexes.js";
export type * from "./compression.js";
export * from "./constructs.js";
export type { Context, RootSlot } from "./context.js";
export { ADVANCE_GENERATOR, SEND_TO_COROUTINE, SEND_TO_GENERATOR } from "./core-types/suspended-in-loop.js";
export { createContext, type RealmOptions } from "./create-realm.js";
export type * from "./event-polls.js";
export { ERRNO_TYPES } from "./exceptions/hierarchy.js";
export * from "./exceptions/layout.js";
export { type SyntaxErrorDetails, syntaxErrorText } from "./exceptions/syntax-error-text.js";
export { createTracebackText, type FindAnchors, type TracebackText } from "./exceptions/traceback-text.js";
export type { Execution } from "./execution.js";
export type * from "./file-system.js";
export { type Finalisers, WEAK_CALLBACK } from "./finalisers.js";
export {
  FRAME_OBJECT,
  FRAME_OBJECT_BYTES,
  FRAME_OBJECT_EVENTS,
  FRAME_OBJECT_IP,
  FRAME_OBJECT_LINE,
  FRAME_OBJECT_TRACE,
  WITH_OPCODES,
  WITHOUT_LINES,
} from "./frame-objects.js";
export { CODE_ITERABLE_COROUTINE } from "./internals/awaiting.js";
export { LOOP_LENGTH } from "./internals/in-loop.js";
export type { PythonKernel } from "./kernel.js";
export * from "./layouts.js";
export type * from "./line-editor.js";
export * from "./locale-calls.js";
export * from "./matches.js";
export type * from "./memory-maps.js";
export type { Importer } from "./modules.js";
export * from "./moments.js";
export type * from "./name-calls.js";
export * from "./native-effects.js";
export type * from "./native-expansions.js";
export * from "./natives.js";
export { NotImplementedByHotPy } from "./not-implemented.js";
export type { Observation, Observers } from "./observers.js";
export type * from "./plain-calls.js";
export * from "./platform.js";
export type * from "./process-calls.js";
export { BINARY_OPERATORS, COMPARISONS } from "./protocols/operator-names.js";
export { NOT_PLAIN, type Plain } from "./protocols/plain.js";
export type { Arithmetic } from "./realm/arithmetic.js";
export type { AttributeAccess } from "./realm/attribute-access.js";
export type { Comparing } from "./realm/comparing.js";
export type { Containers } from "./realm/containers.js";
export type { Defining } from "./realm/defining.js";
export type { Invoking } from "./realm/invoking.js";
export type { Iterating } from "./realm/iterating.js";
export type { Limits } from "./realm/limits.js";
export type { Making } from "./realm/making.js";
export type { Namespaces } from "./realm/namespaces.js";
export type * from "./realm/operator-types.js";
export type { Raising } from "./realm/raising.js";
export type { Machine, Realm } from "./realm/realm.js";
export type { Texts } from "./realm/texts.js";
export type { Typing } from "./realm/typing.js";
export type * from "./semaphores.js";
export type * from "./signals.js";
export type * from "./sqlite.js";
export type * from "./system-calls.js";
export type { ThreadStarting } from "./threads/starting.js";
export type { Thread, Threads } from "./threads/threads.js";
export { createClass, metaclassOf } from "./types/create-class.js";
export {
  TRAIT_CALLABLE,
  TRAIT_CARRIER,
  TRAIT_CARRIES_GET,
  TRAIT_CARRIES_ITEMS,
  TRAIT_CARRIES_ITERATION,
  TRAIT_CARRIES_LENGTH,
  TRAIT_CARRIES_ORDER,
  TRAIT_CARRIES_SEARCH,
  TRAIT_CARRIES_STORES,
  TRAIT_CARRIES_SUMS,
  TRAIT_CLASS,
  TRAIT_EQUAL_ALONE,
  TRAIT_EXCEPTION,
  TRAIT_FRESH,
  TRAIT_HASHED_BY_CODE,
  TRAIT_IDENTITY,
  TRAIT_MADE_OF_VALUE,
  TRAIT_NAME_OF_ARGUMENTS,
  TRAIT_TEXT_OF_ARGUMENTS,
  TRAIT_TEXT_OF_KEY,
  TRAIT_TRUE,
} from "./types/traits.js";
