import { NULL, type Word } from "@hotpy/memory";
import { BOX_VALUE, exponential, floatPower } from "@hotpy/object-model";
import type {
  BinaryMeaning,
  BinaryOperator,
  Comparison,
  Defining,
  Machine,
  Making,
  Raising,
  Typing,
} from "@hotpy/python-objects";
import { complexPower } from "./complex-type.js";

/** Meanings of the operators of int, bool and float in all combinations. */
export function defineNumberOperators(realm: Defining & Machine & Making & Raising & Typing): void {
  const { integers, memory } = realm;
  const { f64 } = memory;
  const int = realm.type("int");
  const bool = realm.type("bool");
  const float = realm.type("float");
  const integerTypes = [int, bool];

  const floatOf = (word: Word): number => f64[(word + BOX_VALUE) >>> 3];

  /** An int as a double; undefined: raised. */
  function intToDouble(word: Word): number | undefined {
    const value = integers.toNumber(word);
    if (Number.isFinite(value)) return value;
    realm.raise("OverflowError", "int too large to convert to float");
    return undefined;
  }

  /* ---- integers ---- */
  const integerMeanings: Partial<Record<BinaryOperator, BinaryMeaning>> = {
    add: integers.add,
    sub: integers.subtract,
    mul: integers.multiply,
    and: integers.and,
    or: integers.or,
    xor: integers.xor,
    floordiv: (a, b) =>
      integers.sign(b) === 0
        ? realm.raise("ZeroDivisionError", "integer division or modulo by zero")
        : integers.floorDivide(a, b),
    mod: (a, b) =>
      integers.sign(b) === 0 ? realm.raise("ZeroDivisionError", "integer modulo by zero") : integers.modulo(a, b),
    truediv(a, b) {
      if (integers.sign(b) === 0) return realm.raise("ZeroDivisionError", "division by zero");
      const quotient = integers.trueDivide(a, b);
      if (Number.isNaN(quotient)) return NULL;
      if (!Number.isFinite(quotient))
        return realm.raise("OverflowError", "integer division result too large for a float");
      return realm.float(quotient);
    },
    pow: (a, b) => powerOfIntegers(realm, a, b),
    lshift(a, count) {
      if (integers.sign(count) < 0) return realm.raise("ValueError", "negative shift count");
      if (integers.sign(a) !== 0 && integers.bitLength(count) > 63)
        return realm.raise("OverflowError", "too many digits in integer");
      return integers.shiftLeft(a, count);
    },
    rshift: (a, count) =>
      integers.sign(count) < 0 ? realm.raise("ValueError", "negative shift count") : integers.shiftRight(a, count),
  };
  for (const [operator, meaning] of Object.entries(integerMeanings)) {
    for (const left of integerTypes) {
      for (const right of integerTypes) realm.defineOperator(operator as BinaryOperator, left, right, meaning);
    }
  }
  for (const type of integerTypes) {
    realm.defineUnary("neg", type, integers.negate);
    realm.defineUnary("pos", type, (a) => integers.add(a, realm.int(0)));
    realm.defineUnary("invert", type, integers.invert);
  }

  /* ---- floats ---- */
  type FloatMeaning = (a: number, b: number) => Word;
  const floatMeanings: Partial<Record<BinaryOperator, FloatMeaning>> = {
    add: (a, b) => realm.float(a + b),
    sub: (a, b) => realm.float(a - b),
    mul: (a, b) => realm.float(a * b),
    truediv: (a, b) => (b === 0 ? realm.raise("ZeroDivisionError", "float division by zero") : realm.float(a / b)),
    floordiv: (a, b) =>
      b === 0
        ? realm.raise("ZeroDivisionError", "float floor division by zero")
        : realm.float(realm.kernel.floatFloorDivide(a, b)),
    mod: (a, b) =>
      b === 0 ? realm.raise("ZeroDivisionError", "float modulo") : realm.float(realm.kernel.floatModulo(a, b)),
    pow: (a, b) => powerOfFloats(realm, a, b),
  };
  for (const [name, meaning] of Object.entries(floatMeanings)) {
    const operator = name as BinaryOperator;
    realm.defineOperator(operator, float, float, (a, b) => meaning(floatOf(a), floatOf(b)));
    for (const type of integerTypes) {
      const intFirst = (a: Word, b: Word): Word => {
        const left = intToDouble(a);
        return left === undefined ? NULL : meaning(left, floatOf(b));
      };
      const floatFirst = (a: Word, b: Word): Word => {
        const right = intToDouble(b);
        return right === undefined ? NULL : meaning(floatOf(a), right);
      };
      realm.defineOperator(operator, type, float, intFirst, float);
      realm.defineOperator(operator, float, type, floatFirst, float);
    }
  }
  realm.defineUnary("neg", float, (a) => realm.float(-floatOf(a)));
  realm.defineUnary("pos", float, (a) => a);

  /* ---- comparisons; an order of NaN is neither below, above nor 0 ---- */
  const tests: Record<Comparison, (order: number) => boolean> = {
    lt: (order) => order < 0,
    le: (order) => order <= 0,
    gt: (order) => order > 0,
    ge: (order) => order >= 0,
    eq: (order) => order === 0,
    ne: (order) => order !== 0,
  };
  const floatOrder = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN);
  for (const [name, test] of Object.entries(tests)) {
    const comparison = name as Comparison;
    realm.defineComparison(comparison, float, float, (a, b) => realm.bool(test(floatOrder(floatOf(a), floatOf(b)))));
    for (const type of integerTypes) {
      for (const other of integerTypes) {
        realm.defineComparison(comparison, type, other, (a, b) => realm.bool(test(integers.compare(a, b))));
      }
      const intFirst = (a: Word, b: Word): Word => realm.bool(test(integers.compareFloat(a, floatOf(b))));
      const floatFirst = (a: Word, b: Word): Word => realm.bool(test(-integers.compareFloat(b, floatOf(a))));
      realm.defineComparison(comparison, type, float, intFirst, float);
      realm.defineComparison(comparison, float, type, floatFirst, float);
    }
  }
}

/** `a ** b` of two integers: a float if b is negative. */
export function powerOfIntegers(realm: Machine & Making & Raising, a: Word, b: Word): Word {
  const { integers } = realm;
  if (integers.sign(b) >= 0) return integers.power(a, b);
  const base = integers.toNumber(a);
  const exponent = integers.toNumber(b);
  if (!Number.isFinite(base) || !Number.isFinite(exponent))
    return realm.raise("OverflowError", "int too large to convert to float");
  return powerOfFloats(realm, base, exponent);
}

/** `pow(base, exponent, modulus)` of integers. */
export function powerModulo(realm: Machine & Raising, base: Word, exponent: Word, modulus: Word): Word {
  const { integers } = realm;
  if (integers.sign(modulus) === 0) return realm.raise("ValueError", "pow() 3rd argument cannot be 0");
  if (integers.sign(exponent) >= 0) return integers.powerModulo(base, exponent, modulus);
  const inverse = integers.invertModulo(base, modulus);
  if (inverse === undefined) return realm.raise("ValueError", "base is not invertible for the given modulus");
  return integers.powerModulo(inverse, integers.negate(exponent), modulus);
}

/** What is said of a modulus where there are floats. */
export const NO_MODULUS = "pow() 3rd argument not allowed unless all arguments are integers";

/** `a ** b` of two floats. */
export function powerOfFloats(realm: Machine & Making & Raising, a: number, b: number): Word {
  // From now on powers of floats are the kernel's.
  exponential.prepareExponentials(realm.memory);
  const result = floatPower(a, b);
  if (typeof result === "number") return realm.float(result);
  switch (result) {
    case "zero-division":
      return realm.raise("ZeroDivisionError", "0.0 cannot be raised to a negative power");
    case "overflow":
      return realm.raiseWith("OverflowError", realm.int(34), realm.str("Numerical result out of range"));
    case "complex":
      return complexPower(realm, { real: a, imag: 0 }, { real: b, imag: 0 });
  }
}
