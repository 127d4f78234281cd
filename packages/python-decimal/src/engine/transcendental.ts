/// exp, ln, log10 and powers: in binary fixed point with as many bits as it takes to round correctly.

import { compareMagnitudes, compareValues, divide, finalizeEven, multiply } from "./arithmetic.js";
import {
  adjusted,
  bitLength,
  type Dec,
  DIVISION_BY_ZERO,
  digitsOf,
  etiny,
  FINITE,
  failed,
  finite,
  INEXACT,
  INFINITE,
  INVALID_OPERATION,
  infinity,
  isIntegral,
  isOdd,
  isZero,
  MOST_EXPONENT,
  ONE,
  power10,
  ROUND_HALF_EVEN,
  ROUNDED,
  type Rules,
} from "./number.js";
import { dropDigits, finalize, nanOf } from "./rounding.js";

/** What is lost in a computation, in units of the last bit: far more than ever is. */
const SLACK_BITS = 24;

/** atanh(1 / n) in fixed point. */
function inverseAtanh(n: bigint, bits: number): bigint {
  const square = n * n;
  let power = (1n << BigInt(bits)) / n;
  let sum = power;
  for (let k = 3n; power !== 0n; k += 2n) {
    power /= square;
    sum += power / k;
  }
  return sum;
}

let ln10Bits = 0;
let ln10Value = 0n;
/** ln 10 in fixed point, kept at the longest. */
function ln10(bits: number): bigint {
  if (bits > ln10Bits) {
    const wide = bits + 32;
    const value = 46n * inverseAtanh(31n, wide) + 34n * inverseAtanh(49n, wide) + 20n * inverseAtanh(161n, wide);
    ln10Value = value >> 32n;
    ln10Bits = bits;
  }
  return ln10Value >> BigInt(ln10Bits - bits);
}

/** e ** x in fixed point, of small x in fixed point. */
function expFixed(x: bigint, bits: number): bigint {
  const halvings = Math.floor(Math.sqrt(bits / 2)) + 2;
  const wide = BigInt(bits + 2 * halvings + 8);
  const one = 1n << wide;
  const reduced = (x << (wide - BigInt(bits))) >> BigInt(halvings);
  let term = one;
  let sum = one;
  for (let n = 1n; ; n++) {
    term = (term * reduced) >> wide;
    term /= n;
    if (term === 0n || term === -1n) break;
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum = (sum * sum) >> wide;
  return sum >> (wide - BigInt(bits));
}

/** ln of a number from 0.5 to 16 in fixed point: by Halley's iteration, which triples the digits that are right. */
function lnFixed(x: bigint, bits: number): bigint {
  const one = 1n << BigInt(bits);
  const shift = BigInt(Math.max(0, bits - 52));
  const start = Math.log(Number(x >> shift) / Number(one >> shift));
  const steps: number[] = [];
  for (let need = bits + 8; need > 40; need = Math.ceil(need / 3) + 4) steps.unshift(need);
  let have = 60;
  let y = BigInt(Math.round(start * 2 ** 50)) << 10n;
  for (const need of steps) {
    const width = Math.max(need + 16, 64);
    y = width >= have ? y << BigInt(width - have) : y >> BigInt(have - width);
    have = width;
    const e = expFixed(y, width);
    const value = width >= bits ? x << BigInt(width - bits) : x >> BigInt(bits - width);
    y += (2n * ((value - e) << BigInt(width))) / (value + e);
  }
  return have >= bits ? y >> BigInt(have - bits) : y << BigInt(bits - have);
}

/** A coefficient and exponent of `value * 2 ** -bits` with at least so many digits. */
function toDecimal(value: bigint, bits: number, digits: number): readonly [bigint, number] {
  const scale = Math.max(0, digits - Math.floor((bitLength(value) - bits) * 0.30102999566398) + 1);
  return [(value * power10(scale)) >> BigInt(bits), -scale];
}

/**
 * Rounds what is never exact: `compute` gives about so many digits and an exponent, wrong by less than ten thousand units of the last one.
 * More digits are asked for until these do not matter.
 */
function correctly(prec: number, compute: (digits: number) => readonly [bigint, number]): Dec {
  for (let more = 12; ; more *= 2) {
    const [value, exponent] = compute(prec + more);
    const magnitude = value < 0n ? -value : value;
    const digits = digitsOf(magnitude);
    const excess = digits - prec;
    if (excess < 6) continue;
    const low = dropDigits(magnitude - 10_000n, excess, digits, ROUND_HALF_EVEN, 0);
    const high = dropDigits(magnitude + 10_000n, excess, digits, ROUND_HALF_EVEN, 0);
    if (low === high) return finite(value < 0n ? 1 : 0, low, exponent + excess);
  }
}

function inexact(a: Dec, rules: Rules): Dec {
  rules.status |= INEXACT | ROUNDED;
  return finalizeEven(a, rules);
}

/** A number in fixed point, cut. */
function toFixed(a: Dec, bits: number): bigint {
  const shifted = a.coefficient << BigInt(bits);
  const value = a.exponent >= 0 ? shifted * power10(a.exponent) : shifted / power10(-a.exponent);
  return a.sign === 1 ? -value : value;
}

/** e ** a of a finite number that is not zero, to so many digits; with its exponent far out where that is beyond all limits. */
function expValue(a: Dec, prec: number): Dec {
  const size = adjusted(a);
  // |a| >= 10 ** 17: beyond the exponents that there are.
  if (size >= 17) return finite(0, 1n, a.sign === 1 ? -2 * MOST_EXPONENT : 2 * MOST_EXPONENT);
  if (size < -prec - 2) {
    // 1 and next to nothing.
    const nines = power10(prec + 1) - 1n;
    return a.sign === 1 ? finite(0, nines, -prec - 1) : finite(0, power10(prec + 1) + 1n, -prec - 1);
  }
  return correctly(prec, (digits) => {
    const bits = Math.ceil(digits * 3.3219280948873626) + SLACK_BITS + Math.max(0, Math.ceil((size + 1) * 3.33));
    const x = toFixed(a, bits);
    const log = ln10(bits);
    let whole = x / log;
    let rest = x - whole * log;
    if (rest < 0n) {
      rest += log;
      whole -= 1n;
    }
    const [coefficient, exponent] = toDecimal(expFixed(rest, bits), bits, digits);
    return [coefficient, exponent + Number(whole)];
  });
}

export function exp(a: Dec, rules: Rules): Dec {
  if (a.kind !== FINITE) return nanOf(a, a, rules) ?? (a.sign === 1 ? finite(0, 0n, 0) : a);
  if (a.coefficient === 0n) return ONE;
  if (adjusted(a) < -rules.prec - 1) return inexact(finite(0, power10(rules.prec - 1), 1 - rules.prec), rules);
  return inexact(expValue(a, rules.prec), rules);
}

/** ln of a positive number that is not 1, times 1 or divided by ln 10. */
function logValue(a: Dec, prec: number, isBase10: boolean): Dec {
  return correctly(prec, (digits) => {
    const size = adjusted(a);
    // Near 1 the first digits are zeros.
    let lost = 0;
    if (size === 0 || size === -1) {
      const distance = a.coefficient - power10(-a.exponent < 0 ? 0 : -a.exponent);
      if (distance !== 0n && a.exponent <= 0)
        lost = Math.max(0, -a.exponent - digitsOf(distance < 0n ? -distance : distance) + 1);
    }
    const bits = Math.ceil((digits + lost) * 3.3219280948873626) + SLACK_BITS + 56;
    const near = size === -1 ? size + 1 : size;
    const scaled = finite(0, a.coefficient, a.exponent - near);
    const log = lnFixed(toFixed(scaled, bits), bits) + BigInt(near) * ln10(bits);
    const value = isBase10 ? (log << BigInt(bits)) / ln10(bits) : log;
    if (value === 0n) return [0n, 0];
    const [coefficient, exponent] = toDecimal(value < 0n ? -value : value, bits, digits);
    return [value < 0n ? -coefficient : coefficient, exponent];
  });
}

/** What logarithms of special numbers, zeros and negative ones are; undefined: the number is positive. */
function specialLog(a: Dec, rules: Rules): Dec | undefined {
  const nan = nanOf(a, a, rules);
  if (nan !== undefined) return nan;
  if (isZero(a)) return infinity(1);
  if (a.sign === 1) return failed(rules, INVALID_OPERATION);
  return a.kind === INFINITE ? a : undefined;
}

export function ln(a: Dec, rules: Rules): Dec {
  const special = specialLog(a, rules);
  if (special !== undefined) return special;
  if (compareValues(a, ONE) === 0) return finite(0, 0n, 0);
  return inexact(logValue(a, rules.prec, false), rules);
}

/** Whether a positive number is a power of ten. */
function isPowerOfTen(a: Dec): boolean {
  return a.coefficient === power10(digitsOf(a.coefficient) - 1);
}

export function log10(a: Dec, rules: Rules): Dec {
  const special = specialLog(a, rules);
  if (special !== undefined) return special;
  if (isPowerOfTen(a)) {
    const size = adjusted(a);
    return finalizeEven(finite(size < 0 ? 1 : 0, BigInt(Math.abs(size)), 0), rules);
  }
  return inexact(logValue(a, rules.prec, true), rules);
}

export function logb(a: Dec, rules: Rules): Dec {
  const nan = nanOf(a, a, rules);
  if (nan !== undefined) return nan;
  if (a.kind === INFINITE) return infinity(0);
  if (a.coefficient === 0n) {
    rules.status |= DIVISION_BY_ZERO;
    return infinity(1);
  }
  const size = adjusted(a);
  return finalize(finite(size < 0 ? 1 : 0, BigInt(Math.abs(size)), 0), rules);
}

const paddedOne = (sign: 0 | 1, rules: Rules): Dec => finite(sign, power10(rules.prec - 1), 1 - rules.prec);

export function power(a: Dec, b: Dec, rules: Rules): Dec {
  const nan = nanOf(a, b, rules);
  if (nan !== undefined) return nan;
  const isWhole = isIntegral(b);
  const sign: 0 | 1 = isWhole && a.sign === 1 && isOdd(b) ? 1 : 0;
  if (isZero(a)) {
    if (isZero(b)) return failed(rules, INVALID_OPERATION);
    return b.sign === 1 ? infinity(sign) : finite(sign, 0n, 0);
  }
  if (a.sign === 1 && (!isWhole || b.kind === INFINITE)) return failed(rules, INVALID_OPERATION);
  const toOne = compareMagnitudes(a, ONE);
  if (b.kind === INFINITE) {
    if (toOne === 0) {
      rules.status |= INEXACT | ROUNDED;
      return paddedOne(sign, rules);
    }
    return toOne > 0 === (b.sign === 0) ? infinity(sign) : finite(sign, 0n, 0);
  }
  if (a.kind === INFINITE) {
    if (isZero(b)) return finite(sign, 1n, 0);
    return b.sign === 1 ? finite(sign, 0n, 0) : infinity(sign);
  }
  if (isZero(b)) return finite(sign, 1n, 0);
  if (toOne === 0) return powerOfOne(a, b, isWhole, sign, rules);
  const beyond = beyondBounds(a, b, rules);
  if (beyond !== 0) return finalize(finite(sign, 1n, beyond * 2 * MOST_EXPONENT), rules);
  if (isWhole) return wholePower(a, b, sign, rules);
  let result = realPower(a, b, rules);
  if (compareValues(result, ONE) === 0) result = paddedOne(0, rules);
  return finalize(result, rules);
}

function powerOfOne(a: Dec, b: Dec, isWhole: boolean, sign: 0 | 1, rules: Rules): Dec {
  if (!isWhole) {
    rules.status |= INEXACT | ROUNDED;
    return paddedOne(sign, rules);
  }
  if (b.sign === 1) return finite(sign, 1n, 0);
  // 1.00 ** 3 has six zeros, or as many as there is room for.
  const wanted = -a.exponent * Number(b.coefficient) * 10 ** b.exponent;
  const zeros = Math.min(wanted, rules.prec - 1);
  if (wanted > zeros) rules.status |= ROUNDED;
  return finite(sign, power10(zeros), zeros === 0 ? 0 : -zeros);
}

/** 1: the power is larger than any number, -1: smaller; 0: it may be neither. */
function beyondBounds(a: Dec, b: Dec, rules: Rules): number {
  const head = Number(a.coefficient.toString().slice(0, 17));
  const digits = digitsOf(a.coefficient);
  const size = Math.log10(head) + (digits - Math.min(17, digits)) + a.exponent;
  const text = b.coefficient.toString();
  const factor = Number(`${text.slice(0, 17)}e${b.exponent + Math.max(0, text.length - 17)}`);
  const estimate = (b.sign === 1 ? -factor : factor) * size;
  if (estimate > rules.emax * 1.0001 + 20) return 1;
  return estimate < etiny(rules) * 1.0001 - 20 ? -1 : 0;
}

const widened = (prec: number): Rules => ({
  prec,
  emin: -MOST_EXPONENT,
  emax: MOST_EXPONENT,
  rounding: ROUND_HALF_EVEN,
  clamp: 0,
  status: 0,
});

function wholePower(a: Dec, b: Dec, sign: 0 | 1, rules: Rules): Dec {
  const work = widened(rules.prec + 4 + digitsOf(b.coefficient));
  const exponent = b.exponent >= 0 ? b.coefficient * power10(b.exponent) : b.coefficient / power10(-b.exponent);
  let base: Dec = finite(0, a.coefficient, a.exponent);
  if (b.sign === 1) {
    work.prec++;
    base = divide(ONE, base, work);
  }
  let result = base;
  const bits = exponent.toString(2);
  for (let i = 1; i < bits.length; i++) {
    result = multiply(result, result, work);
    if (bits.charCodeAt(i) === 49) result = multiply(result, base, work);
  }
  rules.status |= work.status & (INEXACT | ROUNDED);
  return finalize(finite(sign, result.coefficient, result.exponent), rules);
}

function realPower(a: Dec, b: Dec, rules: Rules): Dec {
  const work = widened(Math.max(digitsOf(a.coefficient), rules.prec) + 4 + 19);
  const log = logValue(a, work.prec, false);
  const result = exp(multiply(log, b, work), work);
  rules.status |= INEXACT | ROUNDED;
  return result;
}

/** `a ** b % m` of integers. */
export function powerModulo(a: Dec, b: Dec, m: Dec, rules: Rules): Dec {
  for (const each of [a, b, m]) {
    const nan = each.kind === 3 ? nanOf(each, each, rules) : undefined;
    if (nan !== undefined) return nan;
  }
  const nan = nanOf(a, b, rules) ?? nanOf(m, m, rules);
  if (nan !== undefined) return nan;
  if (!isIntegral(a) || !isIntegral(b) || !isIntegral(m) || b.sign === 1 || m.coefficient === 0n)
    return failed(rules, INVALID_OPERATION);
  if (adjusted(m) >= rules.prec || (a.coefficient === 0n && b.coefficient === 0n))
    return failed(rules, INVALID_OPERATION);
  const integer = (each: Dec): bigint =>
    each.exponent >= 0 ? each.coefficient * power10(each.exponent) : each.coefficient / power10(-each.exponent);
  const modulus = integer(m);
  // 10 ** exponent is reduced as it is made.
  const reduced = (each: Dec): bigint =>
    each.exponent >= 0
      ? (each.coefficient * modularPower(10n, BigInt(each.exponent), modulus)) % modulus
      : integer(each) % modulus;
  let base = reduced(a);
  if (b.exponent > 0) {
    let result = modularPower(base, b.coefficient, modulus);
    for (let i = 0; i < b.exponent; i++) result = modularPower(result, 10n, modulus);
    base = result;
  } else base = modularPower(base, integer(b), modulus);
  return finite(a.sign === 1 && isOdd(b) ? 1 : 0, base, 0);
}

function modularPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus;
  let square = base % modulus;
  for (let rest = exponent; rest !== 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
