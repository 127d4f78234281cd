import type { Address } from "@hotpy/memory";
import type { Trace } from "@hotpy/trace";
import type { AbortReason } from "@hotpy/tracer";

/** What the supervisor reports to tools such as `-X trace-log`. Offsets are bytes from the start of the code's bytecode. */
export type SupervisorEvent =
  | {
      readonly event: "record";
      readonly kind: Trace["kind"];
      readonly code: Address;
      readonly offset: number;
      readonly parent?: Trace["parent"];
    }
  | {
      readonly event: "abort";
      readonly kind: Trace["kind"];
      readonly code: Address;
      readonly offset: number;
      readonly reason: AbortReason;
      readonly detail: string;
    }
  /** The code there is left to the interpreter for good. */
  | { readonly event: "blacklist"; readonly kind: Trace["kind"]; readonly code: Address; readonly offset: number }
  | { readonly event: "trace"; readonly recorded: Trace; readonly optimised: Trace }
  | { readonly event: "exit"; readonly trace: number; readonly exit: number; readonly forced: boolean }
  /** What the root relies on holds no longer. */
  | { readonly event: "invalidate"; readonly root: number }
  /** Nothing names these traces any more: their ids may be given to others. */
  | { readonly event: "dead"; readonly traces: readonly number[] }
  /** A trace that could not be compiled. */
  | { readonly event: "rejected"; readonly trace: Trace; readonly error: unknown };

export type SupervisorListener = (event: SupervisorEvent) => void;
