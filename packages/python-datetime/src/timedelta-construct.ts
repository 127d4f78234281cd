import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { TimedeltaArithmetic } from "./timedelta-arithmetic.js";
import { MICROSECONDS_OF_DAY, type Values } from "./values.js";

/** How a component counts: in days, seconds or microseconds. */
type Bucket = 0 | 1 | 2;

interface Component {
  readonly name: string;
  /** Which argument it is. */
  readonly index: number;
  readonly bucket: Bucket;
  readonly factor: number;
}

/** In the order in which CPython adds them up: that of their fractions matters. */
const COMPONENTS: readonly Component[] = [
  { name: "microseconds", index: 3, bucket: 2, factor: 1 },
  { name: "milliseconds", index: 4, bucket: 2, factor: 1000 },
  { name: "seconds", index: 2, bucket: 1, factor: 1 },
  { name: "minutes", index: 5, bucket: 1, factor: 60 },
  { name: "hours", index: 6, bucket: 1, factor: 3600 },
  { name: "days", index: 1, bucket: 0, factor: 1 },
  { name: "weeks", index: 7, bucket: 0, factor: 7 },
];
const MICROSECONDS_IN: readonly number[] = [MICROSECONDS_OF_DAY, 1e6, 1];

/** A fraction of microseconds rounded to the nearest integer; of two to that which makes the sum even. */
function roundedTo(fraction: number, isSumOdd: boolean): number {
  const whole = roundHalfAway(fraction);
  if (Math.abs(whole - fraction) !== 0.5) return whole;
  const odd = isSumOdd ? 1 : 0;
  return 2 * roundHalfAway((fraction + odd) * 0.5) - odd;
}
/** C's `round`. */
const roundHalfAway = (value: number): number => Math.sign(value) * Math.floor(Math.abs(value) + 0.5);

/** `timedelta(days, seconds, microseconds, milliseconds, minutes, hours, weeks)`. */
export function createTimedeltaConstruct(
  { realm, argument }: Library,
  values: Values,
  { fromTotal }: TimedeltaArithmetic,
): (args: Address) => Word {
  const { integers, floats } = realm;

  /** All in numbers; undefined: these are not exact. */
  function inNumbers(args: Address): Word | undefined {
    const sums = [0, 0, 0];
    let left = 0;
    for (const { index, bucket, factor } of COMPONENTS) {
      const given = argument(args, index);
      if (given === NULL) continue;
      let whole: number;
      if ((given & 1) !== 0) whole = given >> 1;
      else if (floats.isFloat(given)) {
        const value = floats.value(given);
        whole = Math.trunc(value);
        const fraction = (value - whole) * factor * MICROSECONDS_IN[bucket];
        if (fraction !== 0) {
          const part = Math.trunc(fraction);
          sums[2] += part;
          left += fraction - part;
        }
      } else return undefined;
      sums[bucket] += whole * factor;
    }
    if (!sums.every(Number.isSafeInteger)) return undefined;
    // Whether the sum is odd is for the microseconds to say: seconds and days have even numbers of them.
    if (left !== 0) sums[2] += roundedTo(left, sums[2] % 2 !== 0);
    return values.timedelta(sums[0], sums[1], sums[2]);
  }

  /** The same with integers of any size and of classes that refine int and float. */
  function inIntegers(args: Address): Word {
    let sum = 0n;
    let left = 0;
    for (const { name, index, bucket, factor } of COMPONENTS) {
      const given = argument(args, index);
      if (given === NULL) continue;
      const value = realm.valueOf(given);
      const unit = BigInt(factor) * BigInt(MICROSECONDS_IN[bucket]);
      if (integers.isInteger(value) || realm.isInstance(value, realm.type("int"))) {
        sum += integers.toBigInt(integers.isInteger(value) ? value : realm.index(value)) * unit;
      } else if (floats.isFloat(value)) {
        const float = floats.value(value);
        if (Number.isNaN(float)) return realm.raise("ValueError", "cannot convert float NaN to integer");
        if (!Number.isFinite(float)) return realm.raise("OverflowError", "cannot convert float infinity to integer");
        const whole = Math.trunc(float);
        const fraction = (float - whole) * Number(unit);
        const part = Math.trunc(fraction);
        sum += BigInt(whole) * unit + BigInt(part);
        left += fraction - part;
      } else {
        const shown = realm.typeName(given);
        return realm.raise("TypeError", `unsupported type for timedelta ${name} component: ${shown}`);
      }
    }
    return fromTotal(left === 0 ? sum : sum + BigInt(roundedTo(left, sum % 2n !== 0n)));
  }

  return (args) => inNumbers(args) ?? inIntegers(args);
}
