import type { Supervisor, SupervisorEvent } from "@hotpy/supervisor";
import { type LayoutOf, printTrace, snapshotOf, type Trace } from "@hotpy/trace";

/// `-X trace-log`: one JSON object a line, version 1. Every event of the supervisor has its name in `event`; `trace` events
/// carry the texts of the trace as recorded and as optimised, and how many stores to frames, allocations and guards an
/// iteration of its loop (or, without a loop, the trace) executes.

const TRACE_LOG_VERSION = 1;

/** Writes what the supervisor does from now on, a line at a time. `place` says where in the program a piece of code lies. */
export function logTraces(
  supervisor: Supervisor,
  layoutOf: LayoutOf,
  place: (code: number, offset: number) => string,
  write: (line: string) => void,
): void {
  write(JSON.stringify({ event: "log", version: TRACE_LOG_VERSION }));
  supervisor.subscribe((event) => {
    write(JSON.stringify(describe(event)));
  });

  const print = (trace: Trace): string => printTrace(trace, supervisor.helpers, { layoutOf });

  function describe(event: SupervisorEvent): object {
    switch (event.event) {
      case "trace": {
        const { recorded, optimised } = event;
        return {
          event: "trace",
          id: optimised.id,
          kind: optimised.kind,
          parent: optimised.parent,
          place: place(optimised.anchor.code, optimised.anchor.ip),
          recorded: { ...counts(recorded), text: print(recorded) },
          optimised: { ...counts(optimised), text: print(optimised) },
        };
      }
      case "rejected":
        return { event: "rejected", id: event.trace.id, error: String(event.error) };
      case "record":
      case "abort":
      case "blacklist": {
        const { code, offset, ...rest } = event;
        return { ...rest, place: place(code, offset) };
      }
      default:
        return event;
    }
  }
}

/** Per iteration of the steady state. Frames are written by calls only: everything else is left to exits. */
function counts(trace: Trace): { instructions: number; guards: number; allocations: number; frameStores: number } {
  const steady = trace.loop?.body ?? trace.prologue;
  const count = (holds: (op: string) => boolean): number => steady.filter(({ op }) => holds(op)).length;
  return {
    instructions: steady.length,
    guards: count((op) => op.startsWith("guard_")),
    allocations: count((op) => op === "new" || op.startsWith("box_")),
    frameStores: steady.reduce(
      (sum, { op, exit }) =>
        op === "call_code"
          ? sum + snapshotOf(trace, exit).frames.reduce((slots, frame) => slots + frame.slots.length, 0)
          : sum,
      0,
    ),
  };
}
