/// Operators on numbers and strings. Other operands: the helper of the operator for builtin types, a call for classes.

import type { CoreName } from "@hotpy/bytecode";
import type { CoreMachine, Expansion } from "@hotpy/interpreter";
import { tagSmall, type Word } from "@hotpy/memory";
import {
  type AliasClass,
  FIRST_DYNAMIC_SHAPE,
  floatPower,
  SHAPE_LIST,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR2,
  SHAPE_STR4,
  SHAPE_TUPLE,
} from "@hotpy/object-model";
import { CONTENTS, LIST_CONTENTS, SHAPE_FROZENSET, SHAPE_SET } from "@hotpy/python-objects";
import { carried, isImmutable } from "./carried.js";
import { Helpers } from "./helpers.js";
import type { Language } from "./language.js";
import { createNativeCalls } from "./native-calls.js";
import { areComplex, isFloat, isNumber, toFloat, toInt } from "./numbers.js";
import { callOperator, callUnary } from "./operator-methods.js";
import { createRaising } from "./raising.js";
import { typeOf } from "./types.js";

/** Operators in the order of their numbers in python-objects. */
const OPERATORS = [
  "add",
  "sub",
  "mul",
  "truediv",
  "floordiv",
  "mod",
  "pow",
  "lshift",
  "rshift",
  "and",
  "or",
  "xor",
  "matmul",
] as const;
type Operator = (typeof OPERATORS)[number];

const ON_INTS: Partial<Record<Operator, CoreName>> = {
  add: "i64_add",
  sub: "i64_sub",
  mul: "i64_mul",
  floordiv: "i64_floordiv",
  mod: "i64_mod",
  lshift: "i64_shl",
  rshift: "i64_shr",
  and: "i64_and",
  or: "i64_or",
  xor: "i64_xor",
};
const ON_FLOATS: Partial<Record<Operator, CoreName>> = {
  add: "f64_add",
  sub: "f64_sub",
  mul: "f64_mul",
  truediv: "f64_div",
};

/** What is said of a division by zero, of integers and with a float. */
const BY_ZERO: Partial<Record<Operator, readonly [string, string]>> = {
  truediv: ["division by zero", "float division by zero"],
  floordiv: ["integer division or modulo by zero", "float floor division by zero"],
  mod: ["integer modulo by zero", "float modulo"],
};

const SETS: ReadonlySet<number> = new Set([SHAPE_SET, SHAPE_FROZENSET]);
/** Operators of sets. */
const ON_SETS: ReadonlySet<Operator> = new Set(["and", "or", "sub", "xor"]);
/** What operators read beside lists: sets have these four, and what is formatted may be anything. */
const READS: Partial<Record<Operator, readonly AliasClass[]>> = {
  and: CONTENTS,
  or: CONTENTS,
  sub: CONTENTS,
  xor: CONTENTS,
  mod: CONTENTS,
};

export function arithmeticExpansions(language: Language): Record<string, Expansion> {
  const helpers = new Helpers(language);
  const { operators, types, kernel, pythonKernel, name } = language;
  /** Sums and repetitions of sequences, formatting, and operators of sets and floats; what these cannot do they leave to the helper. */
  const byKernel: Partial<Record<Operator, { kernel: CallableFunction }>> = {
    add: { kernel: pythonKernel.addSequences },
    mul: { kernel: pythonKernel.multiplySequence },
    mod: { kernel: pythonKernel.remainderPlain },
    sub: { kernel: pythonKernel.subtractPlain },
    truediv: { kernel: pythonKernel.dividePlain },
    floordiv: { kernel: pythonKernel.floorDividePlain },
    pow: { kernel: pythonKernel.powerPlain },
    and: { kernel: pythonKernel.andPlain },
    or: { kernel: pythonKernel.orPlain },
    xor: { kernel: pythonKernel.xorPlain },
  };
  const natives = createNativeCalls(language);
  const raising = createRaising(language);

  const areSets = <V>(m: CoreMachine<V>, operator: Operator, a: V, b: V): boolean =>
    ON_SETS.has(operator) && [a, b].every((each) => SETS.has(m.shapeOf(each)));

  /** The operator on builtin types, any size of int included: never runs Python code for the operands it is asked for. */
  function byHelper<V>(m: CoreMachine<V>, operator: Operator, a: V, b: V): V {
    const number = OPERATORS.indexOf(operator);
    const name = helpers.define(
      `operator.${operator}`,
      "word word -> word",
      { reads: READS[operator] ?? LIST_CONTENTS, ...byKernel[operator] },
      (left: Word, right: Word) => operators.binary(number, left, right),
    );
    return m.leaf(name, [a, b]);
  }

  /** The same where one of them is complex and the other a number. */
  function onComplexes<V>(m: CoreMachine<V>, operator: Operator, a: V, b: V): V {
    const number = OPERATORS.indexOf(operator);
    const name = helpers.define(
      `complex.${operator}`,
      "word word -> word",
      { kernel: onComplex[operator] as CallableFunction },
      (left: Word, right: Word) => operators.binary(number, left, right),
    );
    return m.leaf(name, [a, b]);
  }

  const onComplex: Partial<Record<Operator, CallableFunction>> = {
    add: pythonKernel.addPlain,
    sub: pythonKernel.subtractPlain,
    mul: pythonKernel.multiplyPlain,
    truediv: pythonKernel.dividePlain,
    pow: pythonKernel.powerPlain,
  };

  const onIntegers: Partial<Record<Operator, (a: Word, b: Word) => Word>> = {
    add: kernel.addIntegers,
    sub: kernel.subtractIntegers,
    mul: kernel.multiplyIntegers,
    floordiv: kernel.floorDivideIntegers,
    mod: kernel.moduloIntegers,
    pow: kernel.powerIntegers,
    lshift: kernel.shiftIntegersLeft,
    rshift: kernel.shiftIntegersRight,
    and: kernel.andIntegers,
    or: kernel.orIntegers,
    xor: kernel.xorIntegers,
  };

  /** The operator on numbers of any size: integers by the kernel. */
  function onAnyNumbers<V>(m: CoreMachine<V>, operator: Operator, a: V, b: V): V {
    const run = isFloat(m, a) || isFloat(m, b) ? undefined : onIntegers[operator];
    if (run === undefined) return byHelper(m, operator, a, b);
    const number = OPERATORS.indexOf(operator);
    const name = helpers.define(
      `integer.${operator}`,
      "word word -> word",
      { kernel: run },
      (left: Word, right: Word) => operators.binary(number, left, right),
    );
    return m.leaf(name, [a, b]);
  }

  /** -a or ~a of an integer that the operations of 64 bits do not cover, or of an object of another builtin type. */
  const unaryOnInteger = <V>(m: CoreMachine<V>, name: "neg" | "invert", value: V): V => {
    if (!isNumber(m, value) || isFloat(m, value)) return natives.method(m, value, `__${name}__`, []);
    const run = name === "neg" ? kernel.negateInteger : kernel.invertInteger;
    return m.leaf(helpers.define(`integer.${name}`, "word -> word", { kernel: run }, run), [value]);
  };

  /** Powers that are no error and no complex number: squares, and those of positive floats. */
  function power<V>(m: CoreMachine<V>, a: V, b: V): V | undefined {
    const isSquare = m.isSame(b, tagSmall(2));
    if (!isFloat(m, a) && !isFloat(m, b)) {
      const base = isSquare ? toInt(m, a) : undefined;
      const square = base === undefined ? undefined : m.attempt("i64_mul", [base, base]);
      return square === undefined ? undefined : m.op("box_int", [square]);
    }
    const [base, exponent] = [toFloat(m, a), toFloat(m, b)];
    if (base === undefined || exponent === undefined) return undefined;
    if (!isSquare && !m.truth(m.op("f64_lt", [m.f64(0), base]))) return undefined;
    const helper = helpers.define("float.power", "f64 f64 -> f64", { never: true }, (x: number, y: number) => {
      const result = floatPower(x, y);
      return typeof result === "number" ? result : Infinity;
    });
    const result = isSquare ? m.op("f64_mul", [base, base]) : m.leaf(helper, [base, exponent]);
    return m.truth(m.op("f64_lt", [result, m.f64(Infinity)])) ? m.op("box_float", [result]) : undefined;
  }

  function onNumbers<V>(m: CoreMachine<V>, operator: Operator, a: V, b: V): V | undefined {
    if (!isFloat(m, a) && !isFloat(m, b) && operator !== "truediv") {
      if (operator === "pow") return power(m, a, b);
      const onInts = ON_INTS[operator];
      const areBools = !m.isInt(a) && !m.isInt(b);
      if (onInts === undefined || areBools) return undefined;
      const [left, right] = [toInt(m, a), toInt(m, b)];
      const result = left !== undefined && right !== undefined ? m.attempt(onInts, [left, right]) : undefined;
      return result === undefined ? undefined : m.op("box_int", [result]);
    }
    if (operator === "pow") return power(m, a, b);
    const onFloats = ON_FLOATS[operator];
    if (onFloats === undefined) return undefined;
    const [left, right] = [toFloat(m, a), toFloat(m, b)];
    if (left === undefined || right === undefined) return undefined;
    if (operator === "truediv") {
      // Ints past 2**53 divide with one rounding only.
      if (!isFloat(m, a) && !isFloat(m, b) && !(m.isSmall(a) && m.isSmall(b))) return undefined;
      if (m.truth(m.op("f64_eq", [right, m.f64(0)]))) return undefined;
    }
    return m.op("box_float", [m.op(onFloats, [left, right])]);
  }

  /** Whether this divides by zero. Asks. */
  function isByZero<V>(m: CoreMachine<V>, operator: Operator, b: V): boolean {
    if (BY_ZERO[operator] === undefined) return false;
    const divisor = isFloat(m, b) ? undefined : toInt(m, b);
    if (divisor !== undefined) return m.truth(m.op("i64_eq", [divisor, m.i64(0n)]));
    return isFloat(m, b) && m.truth(m.op("f64_eq", [m.op("unbox_float", [b]), m.f64(0)]));
  }

  function raiseByZero<V>(m: CoreMachine<V>, operator: Operator, isOnFloats: boolean): void {
    const message = BY_ZERO[operator]?.[isOnFloats ? 1 : 0] ?? "";
    raising.raiseNew(m, types.named("ZeroDivisionError"), [m.word(name(message))]);
  }

  /** Operands of subclasses as the values that they carry, where their classes leave the operator alone. */
  function valuesOf<V>(m: CoreMachine<V>, operator: Operator, isInPlace: boolean, left: V, right: V): [V, V] {
    const methods = [`__${operator}__`, `__r${operator}__`, `__i${operator}__`];
    const changes = isInPlace && !isNumber(m, left) && m.shapeOf(left) >= FIRST_DYNAMIC_SHAPE;
    // What is changed in place is itself the result.
    const a =
      changes && !isImmutable(language, types.record(typeOf(m, language, left)).valueType || types.object)
        ? left
        : carried(m, language, left, methods);
    // What is formatted has a text of its own.
    const isFormat = operator === "mod" && !isNumber(m, a);
    return [a, isFormat ? right : carried(m, language, right, methods)];
  }

  function expand(operator: Operator): Expansion {
    return (m, flags) => {
      const right = m.pop();
      const left = m.pop();
      const [a, b] = valuesOf(m, operator, (flags & 1) !== 0, left, right);
      if (isNumber(m, a) && isNumber(m, b)) {
        const result = onNumbers(m, operator, a, b);
        if (result !== undefined) m.push(result);
        else if (isByZero(m, operator, b)) raiseByZero(m, operator, isFloat(m, a) || isFloat(m, b));
        else m.push(onAnyNumbers(m, operator, a, b));
      } else if (onComplex[operator] !== undefined && areComplex(m, a, b)) {
        m.push(onComplexes(m, operator, a, b));
      } else if (areSets(m, operator, a, b)) {
        m.push(
          (flags & 1) !== 0 && m.shapeOf(a) === SHAPE_SET
            ? natives.method(m, a, `__i${operator}__`, [b])
            : byHelper(m, operator, a, b),
        );
      } else if (isBuiltinPair(m, operator, a, b)) {
        const isInPlace = (flags & 1) !== 0 && m.shapeOf(a) === SHAPE_LIST;
        m.push(isInPlace ? natives.method(m, a, `__i${operator}__`, [b]) : byHelper(m, operator, a, b));
      } else {
        callOperator(m, language, operator, (flags & 1) !== 0, left, right);
      }
    };
  }

  function negate<V>(m: CoreMachine<V>, value: V): V {
    if (isFloat(m, value)) return m.op("box_float", [m.op("f64_neg", [m.op("unbox_float", [value])])]);
    const int = toInt(m, value);
    const result = int === undefined ? undefined : m.attempt("i64_neg", [int]);
    return result === undefined ? unaryOnInteger(m, "neg", value) : m.op("box_int", [result]);
  }

  const expansions: Record<string, Expansion> = {
    unary_neg(m) {
      const value = m.pop();
      if (!callUnary(m, language, "__neg__", value)) m.push(negate(m, carried(m, language, value, ["__neg__"])));
    },
    unary_pos(m) {
      const value = m.pop();
      if (callUnary(m, language, "__pos__", value)) return;
      m.push(m.isInt(value) || isFloat(m, value) ? value : natives.method(m, value, "__pos__", []));
    },
    unary_invert(m) {
      const value = m.pop();
      if (callUnary(m, language, "__invert__", value)) return;
      const int = toInt(m, value);
      m.push(
        int === undefined ? unaryOnInteger(m, "invert", value) : m.op("box_int", [m.op("i64_xor", [int, m.i64(-1n)])]),
      );
    },
  };
  for (const operator of OPERATORS) expansions[`binary_${operator}`] = expand(operator);
  return expansions;
}

const STRINGS = new Set([SHAPE_STR1, SHAPE_STR2, SHAPE_STR4, SHAPE_STR_VIEW]);

/** Operands of builtin types with an operator of its own; where that meets items that need Python code, the helper refuses. */
function isBuiltinPair<V>(m: CoreMachine<V>, operator: Operator, a: V, b: V): boolean {
  const [left, right] = [m.shapeOf(a), m.shapeOf(b)];
  const isSequence = (shape: number): boolean => STRINGS.has(shape) || shape === SHAPE_LIST || shape === SHAPE_TUPLE;
  if (operator === "add") return (STRINGS.has(left) && STRINGS.has(right)) || (isSequence(left) && left === right);
  if (operator === "mod") return STRINGS.has(left);
  if (operator !== "mul") return false;
  return (isSequence(left) && m.isInt(b)) || (m.isInt(a) && isSequence(right));
}
