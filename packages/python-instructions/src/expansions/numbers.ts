/// Numbers as operands: which kinds expansions do without a call.

import type { CoreMachine } from "@hotpy/interpreter";
import { TRUE } from "@hotpy/memory";
import { SHAPE_BIGINT, SHAPE_BOOL, SHAPE_FLOAT } from "@hotpy/object-model";
import { SHAPE_COMPLEX } from "@hotpy/python-objects";

/** Whether the operand is a float. The answer is pinned by its shape. */
export function isFloat<V>(m: CoreMachine<V>, value: V): boolean {
  return !m.isInt(value) && m.shapeOf(value) === SHAPE_FLOAT;
}

/** Whether the operand is a bool. */
function isBool<V>(m: CoreMachine<V>, value: V): boolean {
  return !m.isInt(value) && m.shapeOf(value) === SHAPE_BOOL;
}

/** Whether the operand is any number of a builtin type: int of any size, bool, float. */
export function isNumber<V>(m: CoreMachine<V>, value: V): boolean {
  if (m.isInt(value)) return true;
  const shape = m.shapeOf(value);
  return shape === SHAPE_FLOAT || shape === SHAPE_BOOL || shape === SHAPE_BIGINT;
}

/** Whether one operand is complex, and the other a number too. */
export function areComplex<V>(m: CoreMachine<V>, a: V, b: V): boolean {
  const isComplex = (value: V): boolean => !m.isInt(value) && m.shapeOf(value) === SHAPE_COMPLEX;
  return isComplex(a) ? isComplex(b) || isNumber(m, b) : isComplex(b) && isNumber(m, a);
}

/** An int (of 64 bits) or bool as i64; undefined for anything else. */
export function toInt<V>(m: CoreMachine<V>, value: V): V | undefined {
  if (m.isInt(value)) return m.op("unbox_int", [value]);
  return isBool(m, value) ? m.op("i64_from_i32", [m.op("word_eq", [value, m.word(TRUE)])]) : undefined;
}

/** A float, or an int or bool that converts to one exactly as Python does; undefined for anything else. */
export function toFloat<V>(m: CoreMachine<V>, value: V): V | undefined {
  if (isFloat(m, value)) return m.op("unbox_float", [value]);
  const int = toInt(m, value);
  return int === undefined ? undefined : m.op("i64_to_f64", [int]);
}
