import type { CoreName, LeafHelper } from "@hotpy/bytecode";
import type { MemoryMap } from "@hotpy/memory";
import type { ExitNumber, FixedObjects, Instruction, InstructionOf, Trace, ValueId } from "@hotpy/trace";
import type { FunctionBuilder } from "../lir/builder.js";
import type { Reg, Signature } from "../lir/lir.js";

/** What lowering asks about the VM. Nothing of it changes while a tree is compiled. */
export interface LoweringEnvironment {
  readonly map: MemoryMap;
  readonly objects: FixedObjects;
  readonly helpers: ReadonlyMap<string, LeafHelper>;
  /** A root trace by id, as a target of links. */
  root(id: number): Trace;
  /** Emit a check at each exit whether it is to fail by force (see STATE_FORCED_EXIT). */
  readonly chaos: boolean;
}

/** What the lowering of one core instruction may use. */
export interface OpContext {
  readonly f: FunctionBuilder;
  readonly environment: LoweringEnvironment;
  readonly trace: Trace;
  /** Register of a value. */
  value(id: ValueId): Reg;
  /** The constant that a value is known to be, if it is one. */
  constant(id: ValueId): number | bigint | undefined;
  /** True if the object was allocated by this activation since the last call, so that it is young for sure. */
  isFresh(id: ValueId): boolean;
  /** Leaves through this exit if the condition is not 0. */
  exitIf(condition: Reg, exit: ExitNumber): void;
  /** Address of `bytes` fresh bytes, not zeroed. */
  allocate(bytes: number): Reg;
  import(name: string, signature: Signature): void;
  /** After a call that may have allocated: if something is asked for (a collection), the loop leaves at its next turn. */
  heedRequests(): void;
  /** Writes the frames of the instruction's snapshot to memory and calls; see `calls.ts`. */
  callCode(instruction: InstructionOf<"call_code">): Reg;
}

/** Lowers one instruction; the result is the register of its value, if it has one. */
export type LowerOp<I = Instruction> = (c: OpContext, instruction: I) => Reg | undefined;

/** How core instructions become LIR, by name: each function gets instructions of its name, with their types. */
export type Lowerings = { readonly [N in CoreName]: LowerOp<InstructionOf<N>> };
