import {
  CLAMPED,
  type Dec,
  digitsOf,
  etiny,
  etop,
  FINITE,
  finite,
  INEXACT,
  INFINITE,
  INVALID_OPERATION,
  infinity,
  isNaN,
  OVERFLOW,
  power10,
  QUIET_NAN,
  ROUND_05UP,
  ROUND_CEILING,
  ROUND_DOWN,
  ROUND_FLOOR,
  ROUND_HALF_DOWN,
  ROUND_HALF_EVEN,
  ROUND_HALF_UP,
  ROUND_UP,
  ROUNDED,
  type Rules,
  SIGNALLING_NAN,
  SUBNORMAL,
  UNDERFLOW,
} from "./number.js";

const isOdd = (number: bigint | number): boolean =>
  typeof number === "bigint" ? (number & 1n) === 1n : number % 2 === 1;
const endsWith0Or5 = (number: bigint | number): boolean =>
  typeof number === "bigint" ? number % 5n === 0n : number % 5 === 0;

/** Whether a quotient is to be incremented; `half`: how the remainder compares with half the divisor, or -2: it is zero. */
export function increments(rounding: number, sign: number, quotient: bigint | number, half: number): boolean {
  if (half === -2) return false;
  switch (rounding) {
    case ROUND_UP:
      return true;
    case ROUND_DOWN:
      return false;
    case ROUND_CEILING:
      return sign === 0;
    case ROUND_FLOOR:
      return sign === 1;
    case ROUND_HALF_UP:
      return half >= 0;
    case ROUND_HALF_DOWN:
      return half > 0;
    case ROUND_HALF_EVEN:
      return half > 0 || (half === 0 && isOdd(quotient));
    case ROUND_05UP:
      return endsWith0Or5(quotient);
    default:
      return false;
  }
}

/** How a remainder compares with half of its divisor, as {@link increments} takes it. */
function compareHalf(rest: bigint, divisor: bigint): number {
  if (rest === 0n) return -2;
  const twice = rest * 2n;
  return twice > divisor ? 1 : twice === divisor ? 0 : -1;
}

/** A coefficient without its last digits, rounded; `isInexact` tells of the last call whether these were not all zeros. */
export let isInexact = false;
export function dropDigits(coefficient: bigint, count: number, digits: number, rounding: number, sign: number): bigint {
  if (count > digits) {
    isInexact = coefficient !== 0n;
    return isInexact && increments(rounding, sign, 0n, -1) ? 1n : 0n;
  }
  const divisor = power10(count);
  const quotient = coefficient / divisor;
  const rest = coefficient - quotient * divisor;
  isInexact = rest !== 0n;
  return increments(rounding, sign, quotient, compareHalf(rest, divisor)) ? quotient + 1n : quotient;
}

/** A NaN whose payload fits, and that is quiet. */
function fixNaN(a: Dec, rules: Rules): Dec {
  const most = rules.prec - rules.clamp;
  const digits = digitsOf(a.coefficient);
  if (a.kind === QUIET_NAN && digits <= most) return a;
  const coefficient = digits <= most ? a.coefficient : most <= 0 ? 0n : a.coefficient % power10(most);
  return { kind: QUIET_NAN, sign: a.sign, coefficient, exponent: 0 };
}

/** The NaN that an operation with a NaN gives; undefined: neither is one. */
export function nanOf(a: Dec, b: Dec, rules: Rules): Dec | undefined {
  if (a.kind < QUIET_NAN && b.kind < QUIET_NAN) return undefined;
  let chosen = a;
  if (a.kind === SIGNALLING_NAN || b.kind === SIGNALLING_NAN) {
    rules.status |= INVALID_OPERATION;
    if (a.kind !== SIGNALLING_NAN) chosen = b;
  } else if (!isNaN(a)) chosen = b;
  return fixNaN(chosen, rules);
}

function overflow(sign: 0 | 1, rules: Rules): Dec {
  rules.status |= OVERFLOW | INEXACT | ROUNDED;
  const { rounding } = rules;
  const goesToInfinity =
    rounding === ROUND_CEILING
      ? sign === 0
      : rounding === ROUND_FLOOR
        ? sign === 1
        : rounding !== ROUND_DOWN && rounding !== ROUND_05UP;
  return goesToInfinity ? infinity(sign) : finite(sign, power10(rules.prec) - 1n, etop(rules));
}

/** A result as the rules have it: rounded, clamped, overflown. */
export function finalize(a: Dec, rules: Rules): Dec {
  if (a.kind !== FINITE) return a.kind === INFINITE ? a : fixNaN(a, rules);
  const { sign, coefficient, exponent } = a;
  const [tiny, top] = [etiny(rules), etop(rules)];
  if (coefficient === 0n) {
    const wanted = Math.min(Math.max(exponent, tiny), rules.clamp === 1 ? top : rules.emax);
    if (wanted === exponent) return a;
    rules.status |= CLAMPED;
    return finite(sign, 0n, wanted);
  }
  const digits = digitsOf(coefficient);
  let least = digits + exponent - rules.prec;
  if (least > top) return overflow(sign, rules);
  const isSubnormal = least < tiny;
  if (isSubnormal) least = tiny;
  if (exponent < least) {
    let kept = dropDigits(coefficient, least - exponent, digits, rules.rounding, sign);
    const changed = isInexact;
    if (!isSubnormal && kept >= power10(rules.prec)) {
      kept /= 10n;
      least++;
    }
    if (least > top) return overflow(sign, rules);
    if (isSubnormal) rules.status |= SUBNORMAL;
    if (changed) rules.status |= isSubnormal ? INEXACT | UNDERFLOW : INEXACT;
    rules.status |= ROUNDED;
    if (kept === 0n) rules.status |= CLAMPED;
    return finite(sign, kept, least);
  }
  if (isSubnormal) rules.status |= SUBNORMAL;
  if (rules.clamp === 1 && exponent > top) {
    rules.status |= CLAMPED;
    return finite(sign, coefficient * power10(exponent - top), top);
  }
  return a;
}

/** A number cut or rounded to an exponent, however many digits that takes. Tells in `isInexact`. */
export function rescale(a: Dec, exponent: number, rounding: number): Dec {
  if (a.coefficient === 0n) {
    isInexact = false;
    return finite(a.sign, 0n, exponent);
  }
  if (a.exponent >= exponent) {
    isInexact = false;
    return finite(a.sign, a.coefficient * power10(a.exponent - exponent), exponent);
  }
  const kept = dropDigits(a.coefficient, exponent - a.exponent, digitsOf(a.coefficient), rounding, a.sign);
  return finite(a.sign, kept, exponent);
}
