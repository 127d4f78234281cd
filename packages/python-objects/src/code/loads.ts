import type { EncodedUnits } from "@hotpy/bytecode";
import type { Address } from "@hotpy/memory";

/** Units that were made code together: one, and all within it, by consecutive numbers. */
export interface Load {
  /** The lowest number. */
  readonly first: number;
  readonly units: EncodedUnits;
  readonly image: Address;
  readonly isHidden: boolean;
}

export interface Loads {
  /** The numbers are above those of all that are there. */
  add(load: Load): void;
  /** The one to which a number belongs. */
  of(number: number): Load;
}

export function createLoads(): Loads {
  const loads: Load[] = [];
  return {
    add: (load) => void loads.push(load),
    of(number) {
      let [low, high] = [0, loads.length];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (loads[middle].first <= number) low = middle;
        else high = middle;
      }
      return loads[low];
    },
  };
}
