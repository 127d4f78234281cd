/// Operations by the names that both Decimal and Context have for them.

import * as arithmetic from "./engine/arithmetic.js";
import {
  type Dec,
  FINITE,
  INFINITE,
  isNaN,
  isZero,
  negated,
  QUIET_NAN,
  type Rules,
  SIGNALLING_NAN,
  withSign,
} from "./engine/number.js";
import * as operations from "./engine/operations.js";
import * as transcendental from "./engine/transcendental.js";

export type Unary = (a: Dec, rules: Rules) => Dec;
export type Binary = (a: Dec, b: Dec, rules: Rules) => Dec;

/** Questions about a decimal alone. */
export const PREDICATES: Readonly<Record<string, (a: Dec) => boolean>> = {
  is_finite: (a) => a.kind === FINITE,
  is_infinite: (a) => a.kind === INFINITE,
  is_nan: isNaN,
  is_qnan: (a) => a.kind === QUIET_NAN,
  is_snan: (a) => a.kind === SIGNALLING_NAN,
  is_signed: (a) => a.sign === 1,
  is_zero: isZero,
};
/** Methods of both types, where a context may be given or is asked. */
export const UNARY: Readonly<Record<string, Unary>> = {
  exp: transcendental.exp,
  ln: transcendental.ln,
  log10: transcendental.log10,
  logb: transcendental.logb,
  logical_invert: operations.logicalInvert,
  next_minus: operations.nextMinus,
  next_plus: operations.nextPlus,
  normalize: operations.normalize,
  sqrt: arithmetic.squareRoot,
};
/** Methods of contexts, for which Decimal has operators or methods of another form. */
export const CONTEXT_UNARY: Readonly<Record<string, Unary>> = {
  abs: arithmetic.absolute,
  minus: arithmetic.minus,
  plus: arithmetic.plus,
  to_integral: (a, rules) => operations.toIntegral(a, rules, false),
  to_integral_exact: (a, rules) => operations.toIntegral(a, rules, true),
  to_integral_value: (a, rules) => operations.toIntegral(a, rules, false),
};
export const BINARY: Readonly<Record<string, Binary>> = {
  compare: operations.compare,
  compare_signal: operations.compareSignal,
  compare_total: operations.compareTotal,
  compare_total_mag: operations.compareTotalMagnitudes,
  copy_sign: (a, b) => withSign(a, b.sign),
  logical_and: (a, b, rules) => operations.logical(a, b, rules, (x, y) => x && y),
  logical_or: (a, b, rules) => operations.logical(a, b, rules, (x, y) => x || y),
  logical_xor: (a, b, rules) => operations.logical(a, b, rules, (x, y) => x !== y),
  max: (a, b, rules) => operations.extreme(a, b, 1, false, rules),
  max_mag: (a, b, rules) => operations.extreme(a, b, 1, true, rules),
  min: (a, b, rules) => operations.extreme(a, b, -1, false, rules),
  min_mag: (a, b, rules) => operations.extreme(a, b, -1, true, rules),
  next_toward: operations.nextToward,
  remainder_near: arithmetic.remainderNear,
  rotate: operations.rotate,
  scaleb: operations.scaleb,
  shift: operations.shift,
};
export const CONTEXT_BINARY: Readonly<Record<string, Binary>> = {
  add: arithmetic.add,
  divide: arithmetic.divide,
  divide_int: arithmetic.divideInteger,
  multiply: arithmetic.multiply,
  quantize: operations.quantize,
  remainder: arithmetic.remainder,
  subtract: arithmetic.subtract,
};
/** Operators of Decimal. */
export const OPERATORS: Readonly<Record<string, Binary>> = {
  add: arithmetic.add,
  sub: arithmetic.subtract,
  mul: arithmetic.multiply,
  truediv: arithmetic.divide,
  floordiv: arithmetic.divideInteger,
  mod: arithmetic.remainder,
  pow: transcendental.power,
};
/** What takes no context: of a decimal alone. */
export const COPIES: Readonly<Record<string, (a: Dec) => Dec>> = {
  copy_abs: (a) => withSign(a, 0),
  copy_negate: negated,
};
