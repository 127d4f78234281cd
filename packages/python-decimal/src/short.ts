/// Operations on decimals of 28 digits at most whose results are exact, or nearly: in doubles, without an object of JavaScript's.

import { NULL, type Word } from "@hotpy/memory";
import type { Contexts } from "./contexts.js";
import { INEXACT, ROUND_HALF_EVEN, ROUNDED } from "./engine/number.js";
import { increments } from "./engine/rounding.js";
import { EXPONENT, HALF, HEAD, HIGH, LARGE, LOW, type Values } from "./values.js";

/** What is not for these operations: the general ones are to be asked, nothing has been done. */
const UNDECIDED = NULL;

/** Powers of ten that doubles hold exactly. */
const POWERS = Array.from({ length: 23 }, (_, n) => 10 ** n);
const ROOT = 1e7;
/** Digits to which results are rounded here: those of a new context. */
const DIGITS = 28;
/** Largest divisor by which a limb behind a remainder is divided exactly. */
const SHORT_DIVISOR = 900_000_000;
/** Digits of all that is computed here, and some. */
const MOST_DIGITS = 30;

/** Operations that give a word, or {@link UNDECIDED}. All leaf. */
export interface ShortOperations {
  add(left: Word, right: Word, flip: 0 | 1): Word;
  multiply(left: Word, right: Word): Word;
  divide(left: Word, right: Word): Word;
  /** With this rounding; negative: the context's. */
  quantize(left: Word, right: Word, rounding: number): Word;
  /** The order: negative, 0 or positive; NaN: undecided. */
  compare(left: Word, right: Word): number;
}

export function createShortOperations(
  i32: Int32Array,
  f64: Float64Array,
  values: Values,
  contexts: Contexts,
): ShortOperations {
  // The operands: sign, exponent and halves.
  let [sign1, exponent1, high1, low1] = [0, 0, 0, 0];
  let [sign2, exponent2, high2, low2] = [0, 0, 0, 0];

  const isShort = (word: Word): boolean =>
    values.isExactly(word) && i32[(word + HEAD) >>> 2] < 2 && i32[(word + LARGE) >>> 2] === NULL;

  /** Reads two operands that are short decimals or small integers. */
  function read(left: Word, right: Word): boolean {
    if ((left & 1) !== 0) {
      const number = left >> 1;
      sign1 = number < 0 ? 1 : 0;
      low1 = number < 0 ? -number : number;
      exponent1 = high1 = 0;
    } else if (isShort(left)) {
      sign1 = i32[(left + HEAD) >>> 2];
      exponent1 = f64[(left + EXPONENT) >>> 3];
      high1 = f64[(left + HIGH) >>> 3];
      low1 = f64[(left + LOW) >>> 3];
    } else return false;
    if ((right & 1) !== 0) {
      const number = right >> 1;
      sign2 = number < 0 ? 1 : 0;
      low2 = number < 0 ? -number : number;
      exponent2 = high2 = 0;
    } else if (isShort(right)) {
      sign2 = i32[(right + HEAD) >>> 2];
      exponent2 = f64[(right + EXPONENT) >>> 3];
      high2 = f64[(right + HIGH) >>> 3];
      low2 = f64[(right + LOW) >>> 3];
    } else return false;
    return true;
  }

  /** Gives both the lesser exponent; false: a coefficient has no room then. */
  function align(): boolean {
    if (exponent1 === exponent2) return true;
    return exponent1 > exponent2 ? alignFirst(exponent1 - exponent2) : alignSecond(exponent2 - exponent1);
  }
  function alignFirst(shift: number): boolean {
    if (shift > 14) return false;
    const [power, rest] = [POWERS[shift], POWERS[14 - shift]];
    const over = Math.floor(low1 / rest);
    high1 = high1 * power + over;
    low1 = (low1 - over * rest) * power;
    exponent1 = exponent2;
    return high1 < HALF;
  }
  function alignSecond(shift: number): boolean {
    if (shift > 14) return false;
    const [power, rest] = [POWERS[shift], POWERS[14 - shift]];
    const over = Math.floor(low2 / rest);
    high2 = high2 * power + over;
    low2 = (low2 - over * rest) * power;
    exponent2 = exponent1;
    return high2 < HALF;
  }

  /** A result as it stands, if a context has nothing to say of it. */
  function exact(context: Word, sign: number, high: number, low: number, exponent: number): Word {
    const prec = contexts.smallNumber(context, "prec");
    if (prec < 28) {
      if (prec < 14 ? high !== 0 || low >= POWERS[prec] : high >= POWERS[prec - 14]) return UNDECIDED;
    }
    if (!isFar(context, exponent, prec)) return UNDECIDED;
    return values.parts(sign, high, low, exponent);
  }

  /** Whether an exponent is far from a context's limits, which are small integers. */
  function isFar(context: Word, exponent: number, prec: number): boolean {
    return (
      prec !== 0 &&
      exponent >= contexts.smallNumber(context, "Emin") &&
      exponent + MOST_DIGITS + prec < contexts.smallNumber(context, "Emax")
    );
  }

  /** Numbers of up to 14 limbs of seven digits, the first the highest. */
  const limbs = new Float64Array(16);
  const one = new Float64Array(4);
  const two = new Float64Array(4);
  function split(to: Float64Array, high: number, low: number): void {
    to[0] = Math.floor(high / ROOT);
    to[1] = high - to[0] * ROOT;
    to[2] = Math.floor(low / ROOT);
    to[3] = low - to[2] * ROOT;
  }

  /** Digits of the first so many limbs, which are not all zero. */
  function digitsIn(count: number): number {
    let first = 0;
    while (limbs[first] === 0) first++;
    let digits = 1;
    while (limbs[first] >= POWERS[digits]) digits++;
    return digits + 7 * (count - 1 - first);
  }

  /** A result in limbs rounded to 28 digits, half to even; `sticky`: more than zeros would follow. */
  function rounded(
    context: Word,
    sign: number,
    count: number,
    digits: number,
    exponent: number,
    sticky: boolean,
  ): Word {
    const drop = digits - DIGITS;
    const whole = Math.floor(drop / 7);
    const power = POWERS[drop - 7 * whole];
    const last = count - 1 - whole;
    const scale = ROOT / power;
    const kept = (at: number): number => Math.floor(limbs[at] / power) + (limbs[at - 1] % power) * scale;
    let high = kept(last - 3) * ROOT + kept(last - 2);
    let low = kept(last - 1) * ROOT + kept(last);
    // What is dropped: the head of it, and whether anything follows.
    let next = last + 1;
    let head = limbs[last] % power;
    let half = power / 2;
    if (power === 1) {
      head = limbs[next++];
      half = ROOT / 2;
    }
    let follows = sticky;
    for (; next < count && !follows; next++) follows = limbs[next] !== 0;
    if (!isFar(context, exponent + drop, DIGITS)) return UNDECIDED;
    if (!contexts.signalQuietly(context, head !== 0 || follows ? ROUNDED | INEXACT : ROUNDED)) return UNDECIDED;
    if (head > half || (head === half && (follows || low % 2 === 1))) {
      low++;
      if (low === HALF) {
        low = 0;
        high++;
      }
      if (high === HALF) return values.parts(sign, HALF / 10, 0, exponent + drop + 1);
    }
    return values.parts(sign, high, low, exponent + drop);
  }
  /** Whether a context is one for which results are rounded here. */
  const roundsHere = (context: Word): boolean =>
    contexts.smallNumber(context, "prec") === DIGITS && contexts.part(context, "rounding") === ROUND_HALF_EVEN;

  function multiplyLong(context: Word): Word {
    if (!roundsHere(context) || (high1 === 0 && low1 === 0) || (high2 === 0 && low2 === 0)) return UNDECIDED;
    split(one, high1, low1);
    split(two, high2, low2);
    // Eight limbs, behind a zero.
    limbs[0] = 0;
    let carry = 0;
    for (let place = 6; place >= 0; place--) {
      let sum = carry;
      for (let i = Math.max(0, place - 3); i <= 3 && i <= place; i++) sum += one[i] * two[place - i];
      carry = Math.floor(sum / ROOT);
      limbs[place + 2] = sum - carry * ROOT;
    }
    limbs[1] = carry;
    const digits = digitsIn(9);
    const exponent = exponent1 + exponent2;
    const sign = sign1 ^ sign2;
    if (digits <= DIGITS) return exact(context, sign, limbs[5] * ROOT + limbs[6], limbs[7] * ROOT + limbs[8], exponent);
    return rounded(context, sign, 9, digits, exponent, false);
  }

  return {
    divide(left, right) {
      const context = contexts.plain();
      if (context === NULL || !read(left, right) || !roundsHere(context)) return UNDECIDED;
      if (high2 !== 0 || low2 === 0 || low2 > SHORT_DIVISOR || (high1 === 0 && low1 === 0)) return UNDECIDED;
      split(one, high1, low1);
      const sign = sign1 ^ sign2;
      const ideal = exponent1 - exponent2;
      let exponent = ideal;
      // Limbs of the quotient until it ends or has enough digits; behind three zeros, as at least four are kept.
      limbs[0] = limbs[1] = limbs[2] = 0;
      let count = 3;
      let rest = 0;
      let digits = 0;
      for (let i = 0; i < 4 || (rest !== 0 && digits <= DIGITS); i++) {
        const part = rest * ROOT + (i < 4 ? one[i] : 0);
        const quotient = Math.floor(part / low2);
        rest = part - quotient * low2;
        limbs[count++] = quotient;
        if (i >= 4) exponent -= 7;
        if (digits !== 0) digits += 7;
        else if (quotient !== 0) {
          digits = 1;
          while (quotient >= POWERS[digits]) digits++;
        }
      }
      if (digits > DIGITS) return rest === 0 ? UNDECIDED : rounded(context, sign, count, digits, exponent, true);
      let high = limbs[count - 4] * ROOT + limbs[count - 3];
      let low = limbs[count - 2] * ROOT + limbs[count - 1];
      while (exponent < ideal && low % 10 === 0) {
        const moved = high % 10;
        high = (high - moved) / 10;
        low = low / 10 + moved * (HALF / 10);
        exponent++;
      }
      return exact(context, sign, high, low, exponent);
    },
    add(left, right, flip) {
      const context = contexts.plain();
      if (context === NULL || !read(left, right) || !align()) return UNDECIDED;
      if (sign1 === (sign2 ^ flip)) {
        let low = low1 + low2;
        let high = high1 + high2;
        if (low >= HALF) {
          low -= HALF;
          high++;
        }
        return high < HALF ? exact(context, sign1, high, low, exponent1) : UNDECIDED;
      }
      let high = high1 - high2;
      let low = low1 - low2;
      let sign = sign1;
      if (high < 0 || (high === 0 && low < 0)) {
        high = -high;
        low = -low;
        sign ^= 1;
      }
      if (low < 0) {
        low += HALF;
        high--;
      }
      // The sign of a zero is for the context to say.
      return high === 0 && low === 0 ? UNDECIDED : exact(context, sign, high, low, exponent1);
    },
    multiply(left, right) {
      const context = contexts.plain();
      if (context === NULL || !read(left, right)) return UNDECIDED;
      if (high1 !== 0 || high2 !== 0) return multiplyLong(context);
      const sign = sign1 ^ sign2;
      const exponent = exponent1 + exponent2;
      const product = low1 * low2;
      if (product < HALF) return exact(context, sign, 0, product, exponent);
      const [a, b] = [Math.floor(low1 / ROOT), Math.floor(low2 / ROOT)];
      const [c, d] = [low1 - a * ROOT, low2 - b * ROOT];
      const middle = a * d + b * c;
      const over = Math.floor(middle / ROOT);
      let high = a * b + over;
      let low = (middle - over * ROOT) * ROOT + c * d;
      if (low >= HALF) {
        low -= HALF;
        high++;
      }
      return exact(context, sign, high, low, exponent);
    },
    quantize(left, right, rounding) {
      const context = contexts.plain();
      if (context === NULL || !read(left, right) || high1 !== 0 || low1 === 0) return UNDECIDED;
      const prec = contexts.smallNumber(context, "prec");
      if (prec < 15 || !isFar(context, exponent2, prec) || !isFar(context, exponent1, prec)) return UNDECIDED;
      const shift = exponent2 - exponent1;
      if (shift <= 0) {
        const scaled = shift >= -14 ? low1 * POWERS[-shift] : HALF;
        return scaled < HALF ? values.parts(sign1, 0, scaled, exponent2) : UNDECIDED;
      }
      const mode = rounding < 0 ? contexts.part(context, "rounding") : rounding;
      if (shift > 14) return UNDECIDED;
      const power = POWERS[shift];
      let quotient = Math.floor(low1 / power);
      const rest = low1 - quotient * power;
      if (!contexts.signalQuietly(context, rest === 0 ? ROUNDED : ROUNDED | INEXACT)) return UNDECIDED;
      if (rest !== 0 && increments(mode, sign1, quotient, Math.sign(2 * rest - power))) quotient++;
      return values.parts(sign1, 0, quotient, exponent2);
    },
    compare(left, right) {
      if (!read(left, right)) return Number.NaN;
      const isZero1 = high1 === 0 && low1 === 0;
      const isZero2 = high2 === 0 && low2 === 0;
      if (isZero1 || isZero2) return (isZero1 ? 0 : 1 - 2 * sign1) - (isZero2 ? 0 : 1 - 2 * sign2);
      if (sign1 !== sign2) return sign2 - sign1;
      if (!align()) return Number.NaN;
      const order = high1 - high2 || low1 - low2;
      return sign1 === 1 ? -order : order;
    },
  };
}
