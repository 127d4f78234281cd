/// Tracing that is made when something gets hot: most of its code is of no use to a program that ends before.

import { NULL } from "@hotpy/memory";
import type { Context } from "@hotpy/python-objects";
import { DEFAULT_OPTIONS, type SupervisorOptions } from "@hotpy/supervisor";
import { mayLookAtAllLocals, mayMakeFinalisers } from "./local-lookups.js";
import type { Tracing } from "./python.js";

/** What has happened before the tracing was made. */
export interface Past {
  /** Code has been loaded that may look at the locals of any other. */
  readonly keepsAllLocals: boolean;
  /** When the program began, in milliseconds of the platform's clock. */
  readonly since: number;
}

/**
 * @param thresholds those that the tracing will have
 * @param make called once, when the first loop or function is hot
 */
export function createLateTracing(
  { heap, platform }: Context,
  thresholds: Partial<SupervisorOptions>,
  make: (past: Past) => Tracing,
): Tracing {
  const { loopThreshold, functionThreshold } = { ...DEFAULT_OPTIONS, ...thresholds };
  const since = Number(platform.monotonic()) / 1e6;
  let made: Tracing | undefined;
  let keepsAllLocals = false;
  const tracing = (): Tracing => (made ??= make({ keepsAllLocals, since }));
  return {
    hooks: {
      loopThreshold,
      functionThreshold,
      loopHot: (frame, cache) => tracing().hooks.loopHot(frame, cache),
      functionHot: (frame) => tracing().hooks.functionHot(frame),
      enterLoopTrace: (trace, cache) => made?.hooks.enterLoopTrace(trace, cache) ?? true,
      enterFunctionTrace: (trace) => made?.hooks.enterFunctionTrace(trace) ?? NULL,
    },
    codeLoaded(unit) {
      if (made !== undefined) made.codeLoaded(unit);
      else {
        if (mayMakeFinalisers(unit)) heap.finalisers.expect();
        keepsAllLocals ||= mayLookAtAllLocals(unit);
      }
    },
    functionChanged: (...args) => made?.functionChanged(...args),
    typeChanged: (...args) => made?.typeChanged(...args),
    dictChanged: (...args) => made?.dictChanged(...args),
  };
}
