/// Tracing that is made when something gets hot: most of its code is of no use to a program that ends before.

import { FRAME_CODE } from "@hotpy/frame-stack";
import { type Address, NULL } from "@hotpy/memory";
import { CODE_COUNTER } from "@hotpy/object-model";
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

/** Iterations and calls until a place that was hot is so again. */
const RESTING = 499;

/**
 * @param thresholds those that the tracing will have
 * @param patience how often something gets hot before it is made: what makes traces is much code, and a program that only imports modules has a few
 * hot loops too, none of which goes on for long
 * @param make called once, when something is hot
 */
export function createLateTracing(
  { heap, memory, platform }: Context,
  thresholds: Partial<SupervisorOptions>,
  patience: number,
  make: (past: Past) => Tracing,
): Tracing {
  const { i32 } = memory;
  const { loopThreshold, functionThreshold } = { ...DEFAULT_OPTIONS, ...thresholds };
  const since = Number(platform.monotonic()) / 1e6;
  let made: Tracing | undefined;
  let keepsAllLocals = false;
  let left = patience;
  /** undefined: the place rests. */
  function tracing(countdown: Address): Tracing | undefined {
    if (left-- > 0) {
      i32[countdown >>> 2] = RESTING;
      return undefined;
    }
    return (made ??= make({ keepsAllLocals, since }));
  }
  return {
    hooks: {
      loopThreshold,
      functionThreshold,
      loopHot: (frame, cache) => tracing(cache)?.hooks.loopHot(frame, cache) ?? true,
      functionHot(frame) {
        const counter = i32[(frame + FRAME_CODE) >>> 2] + CODE_COUNTER;
        return tracing(counter)?.hooks.functionHot(frame) ?? true;
      },
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
