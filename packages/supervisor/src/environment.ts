import type { CoreName, Meaning } from "@hotpy/bytecode";
import type { Address, Memory, Word } from "@hotpy/memory";
import type { FixedObjects, Helpers, Pass, PassContext, Trace } from "@hotpy/trace";
import type { Outcome, RecordingStart } from "@hotpy/tracer";
import type { Background } from "./background.js";
import type { ChaosOptions } from "./chaos.js";
import type { ConstantTable } from "./constant-table.js";
import type { Executor } from "./executor.js";
import type { Measure } from "./phases.js";

/** What the supervisor needs of the VM. */
export interface SupervisorEnvironment {
  readonly memory: Memory;
  readonly meanings: Readonly<Record<CoreName, Meaning>>;
  readonly helpers: Helpers;
  readonly executor: Executor;
  /** What passes and compilers may ask about objects. */
  readonly objects: FixedObjects;
  readonly constants: ConstantTable;
  /** Records a trace from the running frame on; `record` of `@hotpy/tracer` with its environment. */
  record(start: RecordingStart, about: RecordingQuestions): Outcome;
  /** Address of an instruction, outside of any code object, that returns the top of the operand stack. */
  readonly returnStub: Address;
  /** Allocates an object of `bytes`, not zeroed; never collects and never fails. */
  allocate(bytes: number): Address;
  /** Memory that neither moves nor dies, not zeroed, for an object. */
  allocateImmortal(bytes: number): Address;
  /** How many frames compiled code may push above the running one. */
  framesLeft(): number;
  /** The number of an object, which never changes. */
  identity(object: Address): number;
  /** Another thread, which makes traces by the same passes as soon as it is ready. */
  readonly background?: Background | undefined;
  /** The passes that each trace goes through. */
  readonly passes: readonly Pass[];
  /** What is known of the live values of an exit, for the passes over bridges; `factsAtExit` of `@hotpy/specialiser`. */
  factsAtExit?(trace: Trace, exit: number, context: PassContext): PassContext["inherited"];
  /** Milliseconds of a clock that never goes back. Without it, traces are made however long that takes, and runs are reproducible. */
  now?(): number;
  /** When the program began, by that clock; by default now. */
  readonly since?: number;
  /** Told of what takes time: `materialising`. */
  readonly measure?: Measure | undefined;
  /** Whether the user has interrupted since it was last asked. */
  interrupted?(): boolean;
  /** Verify traces between passes. */
  readonly verify?: boolean;
  readonly chaos?: ChaosOptions;
}

/** What a recorder asks the supervisor. */
export interface RecordingQuestions {
  constant(word: Word): number;
  loopTraceAt(code: Address, offset: number): number | undefined;
  isNotInlined(code: Address): boolean;
  watch(object: Address, key: Word | undefined): void;
  claim(dict: Address, key: Word): boolean;
}
