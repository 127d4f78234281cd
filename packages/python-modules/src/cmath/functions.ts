import { exponential, ldexp, trigonometry } from "@hotpy/object-model";
import { complexArithmetic } from "@hotpy/python-builtins";
import type { Complex } from "@hotpy/python-objects";
import { asinh as realAsinh, cosh as realCosh, sinh as realSinh, tanh as realTanh } from "../math/hyperbolic.js";
import { SPECIAL_VALUES } from "./special-values.js";

/// The functions of `cmath`, after CPython's `cmathmodule.c`, whose algorithms and limits these are.

const { copySign, hypot, isNegative, negate, divide } = complexArithmetic;
const { exp, log: realLog } = exponential;
const { atan2, cos: realCos, sin: realSin, tan: realTan } = trigonometry;

/** What is no number: a domain error, or a result that is too large. */
export type Fault = "domain" | "range";
export type ComplexFunction = (z: Complex) => Complex | Fault;

const LARGE = Number.MAX_VALUE / 4;
const SQRT_LARGE = Math.sqrt(LARGE);
const LOG_LARGE = Math.log(LARGE);
const LEAST_NORMAL = 2 ** -1022;
const SQRT_LEAST = Math.sqrt(LEAST_NORMAL);
const MANTISSA_BITS = 53;
const [SCALE_UP, SCALE_DOWN] = [53, -27];
const LN2 = Math.LN2;

const complex = (real: number, imag: number): Complex => ({ real, imag });
const isInfinite = (x: number): boolean => Math.abs(x) === Infinity;
const isFinite = ({ real, imag }: Complex): boolean => Number.isFinite(real) && Number.isFinite(imag);

function kindOf(x: number): number {
  if (Number.isNaN(x)) return 6;
  if (isInfinite(x)) return x > 0 ? 5 : 0;
  if (x === 0) return isNegative(x) ? 2 : 3;
  return x > 0 ? 4 : 1;
}

/** The result for a number that is not finite; undefined: the table has none. */
function special(name: string, { real, imag }: Complex): Complex | undefined {
  const value = SPECIAL_VALUES[name][kindOf(real)][kindOf(imag)];
  return value === null ? undefined : complex(value[0], value[1]);
}

/** A function whose table has all numbers that are not finite. */
const withTable =
  (name: string, compute: (z: Complex) => Complex | Fault): ComplexFunction =>
  (z) =>
    isFinite(z) ? compute(z) : (special(name, z) ?? "domain");

/** What has become infinite is too large. */
const inRange = (z: Complex): Complex | Fault => (isInfinite(z.real) || isInfinite(z.imag) ? "range" : z);

const isLarge = ({ real, imag }: Complex): boolean => Math.abs(real) > LARGE || Math.abs(imag) > LARGE;
/** log of the magnitude of a large number. */
const largeLog = ({ real, imag }: Complex): number => realLog(hypot(real / 2, imag / 2)) + LN2 * 2;

/** f(z) by g(iz): f = -i g(iz). */
const rotated =
  (other: ComplexFunction): ComplexFunction =>
  (z) => {
    const result = other(complex(-z.imag, z.real));
    return typeof result === "string" ? result : complex(result.imag, -result.real);
  };

function finiteSqrt({ real, imag }: Complex): Complex {
  if (real === 0 && imag === 0) return complex(0, imag);
  let x = Math.abs(real);
  const y = Math.abs(imag);
  let s: number;
  if (x < LEAST_NORMAL && y < LEAST_NORMAL && (x > 0 || y > 0)) {
    x = ldexp(x, SCALE_UP);
    s = ldexp(Math.sqrt(x + hypot(x, ldexp(y, SCALE_UP))), SCALE_DOWN);
  } else {
    x /= 8;
    s = 2 * Math.sqrt(x + hypot(x, y / 8));
  }
  const d = y / (2 * s);
  return real >= 0 ? complex(s, copySign(d, imag)) : complex(d, copySign(s, imag));
}

export const sqrt = withTable("sqrt", finiteSqrt);

export const acos = withTable("acos", (z) => {
  if (isLarge(z)) {
    const size = largeLog(z);
    return complex(atan2(Math.abs(z.imag), z.real), z.real < 0 ? -copySign(size, z.imag) : copySign(size, -z.imag));
  }
  const a = finiteSqrt(complex(1 - z.real, -z.imag));
  const b = finiteSqrt(complex(1 + z.real, z.imag));
  return complex(2 * atan2(a.real, b.real), realAsinh(b.real * a.imag - b.imag * a.real));
});

export const acosh = withTable("acosh", (z) => {
  if (isLarge(z)) return complex(largeLog(z), atan2(z.imag, z.real));
  const a = finiteSqrt(complex(z.real - 1, z.imag));
  const b = finiteSqrt(complex(z.real + 1, z.imag));
  return complex(realAsinh(a.real * b.real + a.imag * b.imag), 2 * atan2(a.imag, b.real));
});

export const asinh = withTable("asinh", (z) => {
  if (isLarge(z)) {
    const size = largeLog(z);
    return complex(z.imag >= 0 ? copySign(size, z.real) : -copySign(size, -z.real), atan2(z.imag, Math.abs(z.real)));
  }
  const a = finiteSqrt(complex(1 + z.imag, -z.real));
  const b = finiteSqrt(complex(1 - z.imag, z.real));
  return complex(realAsinh(a.real * b.imag - b.real * a.imag), atan2(z.imag, a.real * b.real - a.imag * b.imag));
});

export const asin = rotated(asinh);

export const atanh: ComplexFunction = withTable("atanh", (z) => {
  if (isNegative(z.real)) {
    const result = atanh(negate(z));
    return typeof result === "string" ? result : negate(result);
  }
  const y = Math.abs(z.imag);
  if (z.real > SQRT_LARGE || y > SQRT_LARGE) {
    const h = hypot(z.real / 2, z.imag / 2);
    return complex(z.real / 4 / h / h, -copySign(Math.PI / 2, -z.imag));
  }
  if (z.real === 1 && y < SQRT_LEAST) {
    if (y === 0) return "domain";
    return complex(-realLog(Math.sqrt(y) / Math.sqrt(hypot(y, 2))), copySign(atan2(2, -y) / 2, z.imag));
  }
  const rest = 1 - z.real;
  return complex(
    Math.log1p((4 * z.real) / (rest * rest + y * y)) / 4,
    -atan2(-2 * z.imag, rest * (1 + z.real) - y * y) / 2,
  );
});

export const atan = rotated(atanh);

/** Of an infinite real part and a finite imaginary one: the direction that the imaginary part gives. */
const turns = ({ real, imag }: Complex): boolean => isInfinite(real) && Number.isFinite(imag) && imag !== 0;

export const cosh: ComplexFunction = (z) => {
  const { real, imag } = z;
  if (!isFinite(z)) {
    if (isInfinite(imag) && !Number.isNaN(real)) return "domain";
    if (!turns(z)) return special("cosh", z) ?? "domain";
    const side = copySign(Infinity, realSin(imag));
    return complex(copySign(Infinity, realCos(imag)), real > 0 ? side : -side);
  }
  if (Math.abs(real) <= LOG_LARGE)
    return inRange(complex(realCos(imag) * realCosh(real), realSin(imag) * realSinh(real)));
  const less = real - copySign(1, real);
  return inRange(complex(realCos(imag) * realCosh(less) * Math.E, realSin(imag) * realSinh(less) * Math.E));
};

export const sinh: ComplexFunction = (z) => {
  const { real, imag } = z;
  if (!isFinite(z)) {
    if (isInfinite(imag) && !Number.isNaN(real)) return "domain";
    if (!turns(z)) return special("sinh", z) ?? "domain";
    const part = copySign(Infinity, realCos(imag));
    return complex(real > 0 ? part : -part, copySign(Infinity, realSin(imag)));
  }
  if (Math.abs(real) <= LOG_LARGE)
    return inRange(complex(realCos(imag) * realSinh(real), realSin(imag) * realCosh(real)));
  const less = real - copySign(1, real);
  return inRange(complex(realCos(imag) * realSinh(less) * Math.E, realSin(imag) * realCosh(less) * Math.E));
};

export const tanh: ComplexFunction = (z) => {
  const { real, imag } = z;
  if (!isFinite(z)) {
    if (isInfinite(imag) && Number.isFinite(real)) return "domain";
    if (!turns(z)) return special("tanh", z) ?? "domain";
    return complex(real > 0 ? 1 : -1, copySign(0, 2 * realSin(imag) * realCos(imag)));
  }
  if (Math.abs(real) > LOG_LARGE)
    return complex(copySign(1, real), 4 * realSin(imag) * realCos(imag) * exp(-2 * Math.abs(real)));
  const tx = realTanh(real);
  const ty = realTan(imag);
  const cx = 1 / realCosh(real);
  const product = tx * ty;
  const denominator = 1 + product * product;
  return complex((tx * (1 + ty * ty)) / denominator, (ty / denominator) * cx * cx);
};

export const cos: ComplexFunction = (z) => cosh(complex(-z.imag, z.real));
export const sin = rotated(sinh);
export const tan = rotated(tanh);

export const exponentialOf: ComplexFunction = (z) => {
  const { real, imag } = z;
  if (!isFinite(z)) {
    if (isInfinite(imag) && (Number.isFinite(real) || real === Infinity)) return "domain";
    if (!turns(z)) return special("exp", z) ?? "domain";
    const size = real > 0 ? Infinity : 0;
    return complex(copySign(size, realCos(imag)), copySign(size, realSin(imag)));
  }
  const isOver = real > LOG_LARGE;
  const size = exp(isOver ? real - 1 : real);
  const factor = isOver ? Math.E : 1;
  return inRange(complex(size * realCos(imag) * factor, size * realSin(imag) * factor));
};

export const log: ComplexFunction = withTable("log", ({ real, imag }) => {
  const x = Math.abs(real);
  const y = Math.abs(imag);
  let size: number;
  if (x > LARGE || y > LARGE) size = realLog(hypot(x / 2, y / 2)) + LN2;
  else if (x < LEAST_NORMAL && y < LEAST_NORMAL) {
    if (x === 0 && y === 0) return "domain";
    size = realLog(hypot(ldexp(x, MANTISSA_BITS), ldexp(y, MANTISSA_BITS))) - MANTISSA_BITS * LN2;
  } else {
    const h = hypot(x, y);
    const [most, least] = x > y ? [x, y] : [y, x];
    size = h >= 0.71 && h <= 1.73 ? Math.log1p((most - 1) * (most + 1) + least * least) / 2 : realLog(h);
  }
  return complex(size, atan2(imag, real));
});

export const log10: ComplexFunction = (z) => {
  const result = log(z);
  return typeof result === "string" ? result : complex(result.real / Math.LN10, result.imag / Math.LN10);
};

/** The logarithm to a base. */
export function logTo(z: Complex, base: Complex): Complex | Fault {
  // CPython forgets that the first has failed, which has a result all the same.
  const a = z.real === 0 && z.imag === 0 ? complex(-Infinity, atan2(z.imag, z.real)) : log(z);
  const b = log(base);
  if (typeof a === "string" || typeof b === "string") return "domain";
  return divide(a, b) ?? "domain";
}

/** The number of a magnitude and an angle. */
export function rect(size: number, angle: number): Complex | Fault {
  const given = complex(size, angle);
  if (isFinite(given))
    return angle === 0 ? complex(size, size * angle) : complex(size * realCos(angle), size * realSin(angle));
  if (size !== 0 && !Number.isNaN(size) && isInfinite(angle)) return "domain";
  if (!turns(given)) return special("rect", given) ?? "domain";
  const sign = size > 0 ? 1 : -1;
  return complex(copySign(Infinity, sign * realCos(angle)), copySign(Infinity, sign * realSin(angle)));
}
