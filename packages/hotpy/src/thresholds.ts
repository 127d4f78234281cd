import type { TracingOptions } from "@hotpy/runtime";
import type { SupervisorOptions } from "@hotpy/supervisor";
import type { Settings } from "./settings.js";

/** Fuel of compiled code under stress: every few iterations it comes to a safepoint. */
const STRESS_FUEL = 150;

/** Who sets a threshold looks for mistakes in traces: the smallest piece of one is kept. */
export const limitsOf = ({ threshold }: Settings): NonNullable<TracingOptions["limits"]> =>
  threshold === undefined ? {} : { leaving: { root: 1, bridge: 1 } };

/** When code is hot, as the settings say. */
export function thresholdsOf({ threshold, gcStress }: Settings): Partial<SupervisorOptions> {
  return {
    ...(threshold === undefined
      ? {}
      : { loopThreshold: threshold, functionThreshold: threshold, exitThreshold: threshold }),
    ...(gcStress > 0 ? { fuel: STRESS_FUEL } : {}),
  };
}
