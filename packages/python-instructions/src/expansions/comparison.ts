/// Comparisons and membership.

import type { CoreName } from "@hotpy/bytecode";
import type { CoreMachine, Expansion } from "@hotpy/interpreter";
import { FALSE, NULL, TRUE, type Word } from "@hotpy/memory";
import {
  type AliasClass,
  SHAPE_BOOL,
  SHAPE_DICT,
  SHAPE_FUNCTION,
  SHAPE_LIST,
  SHAPE_NATIVE_METHOD,
  SHAPE_NATIVE_OPERATOR,
  SHAPE_NONE,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR2,
  SHAPE_STR4,
  SHAPE_TUPLE,
} from "@hotpy/object-model";
import { BUFFER_CONTENTS, CONTENTS, SHAPE_BYTE_STRING, SHAPE_BYTEARRAY } from "@hotpy/python-objects";
import { carried } from "./carried.js";
import { createDictExpansions } from "./dicts.js";
import { ANY_EFFECTS, Helpers } from "./helpers.js";
import type { Language } from "./language.js";
import { createNativeCalls } from "./native-calls.js";
import { areComplex, isFloat, isNumber, toInt } from "./numbers.js";
import { surrogateOfMethod } from "./objects-sought.js";
import { callComparison, callUnder, methodOf } from "./operator-methods.js";

/** Comparisons in the order of their numbers in python-objects. */
const COMPARISONS = ["lt", "le", "gt", "ge", "eq", "ne"] as const;
const METHODS = COMPARISONS.map((name) => `__${name}__`);
type Comparison = (typeof COMPARISONS)[number];

const STRINGS = new Set([SHAPE_STR1, SHAPE_STR2, SHAPE_STR4, SHAPE_STR_VIEW]);
const BYTES = new Set([SHAPE_BYTE_STRING, SHAPE_BYTEARRAY]);
const CONTAINERS = new Set([SHAPE_TUPLE, SHAPE_LIST]);
/** Equal only to themselves. */
const BY_IDENTITY = new Set([SHAPE_NONE, SHAPE_FUNCTION, SHAPE_NATIVE_METHOD, SHAPE_NATIVE_OPERATOR]);

export function comparisonExpansions(language: Language): Record<string, Expansion> {
  const helpers = new Helpers(language);
  const { codes, strings, operators, subscripts, kernel, pythonKernel } = language;
  const dicts = createDictExpansions(language);
  const natives = createNativeCalls(language);

  const strEqual = (): string =>
    helpers.define(
      "str.equal",
      "word word -> i32",
      { never: true, isOfInterned: true, kernel: kernel.equalStrings },
      (a: Word, b: Word) => (strings.equals(a, b) ? 1 : 0),
    );
  const strCompare = (): string =>
    helpers.define(
      "str.compare",
      "word word -> i32",
      { never: true, kernel: kernel.orderOfStrings },
      kernel.orderOfStrings,
    );

  const bytesCompare = (): string => {
    const { orderOfByteStrings } = pythonKernel;
    return helpers.define(
      "bytes.compare",
      "word word -> i32",
      { never: true, kernel: orderOfByteStrings },
      orderOfByteStrings,
    );
  };

  /** The condition as an i32, or undefined if it is not decided by builtin types alone. */
  function condition<V>(m: CoreMachine<V>, comparison: Comparison, a: V, b: V): V | undefined {
    if (isNumber(m, a) && isNumber(m, b)) return compareNumbers(m, comparison, a, b);
    const [left, right] = [m.shapeOf(a), m.shapeOf(b)];
    if (STRINGS.has(left) && STRINGS.has(right)) return compareStrings(m, comparison, a, b);
    if (left === SHAPE_BYTE_STRING && right === SHAPE_BYTE_STRING)
      return testOrder(m, comparison, m.leaf(bytesCompare(), [a, b]));
    if (CONTAINERS.has(left) && left === right) return byHelper(m, comparison, a, b, CONTENTS);
    if (comparison !== "eq" && comparison !== "ne") return undefined;
    if (areComplex(m, a, b)) return byHelper(m, comparison, a, b, []);
    const simple = (shape: number): boolean => BY_IDENTITY.has(shape);
    if (!simple(left) || !(simple(right) || STRINGS.has(right) || right === SHAPE_BOOL)) {
      if (!(simple(right) && (STRINGS.has(left) || left === SHAPE_BOOL))) return undefined;
    }
    const same = m.op("word_eq", [a, b]);
    return comparison === "eq" ? same : m.op("i32_not", [same]);
  }

  function compareNumbers<V>(m: CoreMachine<V>, comparison: Comparison, a: V, b: V): V {
    if (isFloat(m, a) && isFloat(m, b)) {
      return m.op(`f64_${comparison}` as CoreName, [m.op("unbox_float", [a]), m.op("unbox_float", [b])]);
    }
    if (!isFloat(m, a) && !isFloat(m, b)) {
      const [left, right] = [toInt(m, a), toInt(m, b)];
      if (left !== undefined && right !== undefined) return m.op(`i64_${comparison}` as CoreName, [left, right]);
    }
    const mixed = compareMixed(m, comparison, a, b);
    if (mixed !== undefined) return mixed;
    if (!isFloat(m, a) && !isFloat(m, b)) {
      const { compareIntegers } = language.kernel;
      const effects = { never: true, kernel: compareIntegers } as const;
      return testOrder(
        m,
        comparison,
        m.leaf(helpers.define("integer.compare", "word word -> i32", effects, compareIntegers), [a, b]),
      );
    }
    // Ints past 2**53 against floats compare exactly.
    return byHelper(m, comparison, a, b, []);
  }

  /** The comparison of builtin types as a whole; containers compare their items. */
  function byHelper<V>(m: CoreMachine<V>, comparison: Comparison, a: V, b: V, reads: readonly AliasClass[]): V {
    const name = helpers.define(
      `compare.${reads.length === 0 ? "numbers" : "containers"}`,
      "i32 word word -> word",
      { reads, kernel: pythonKernel.comparePlain },
      operators.compare,
    );
    return m.op("word_eq", [m.leaf(name, [m.i32(COMPARISONS.indexOf(comparison)), a, b]), m.word(TRUE)]);
  }

  /** A float with an int that a float holds exactly. */
  function compareMixed<V>(m: CoreMachine<V>, comparison: Comparison, a: V, b: V): V | undefined {
    const exact = (value: V): V | undefined => {
      if (isFloat(m, value)) return m.op("unbox_float", [value]);
      const int = toInt(m, value);
      if (int === undefined) return undefined;
      const limit = 2n ** 53n;
      const fits = m.op("i32_and", [m.op("i64_le", [int, m.i64(limit)]), m.op("i64_ge", [int, m.i64(-limit)])]);
      return m.truth(fits) ? m.op("i64_to_f64", [int]) : undefined;
    };
    const [left, right] = [exact(a), exact(b)];
    return left === undefined || right === undefined ? undefined : m.op(`f64_${comparison}` as CoreName, [left, right]);
  }

  function compareStrings<V>(m: CoreMachine<V>, comparison: Comparison, a: V, b: V): V {
    if (comparison === "eq" || comparison === "ne") {
      const equal = m.leaf(strEqual(), [a, b]);
      return comparison === "eq" ? equal : m.op("i32_not", [equal]);
    }
    return testOrder(m, comparison, m.leaf(strCompare(), [a, b]));
  }

  /** What a comparison makes of an order: negative, 0 or positive. */
  function testOrder<V>(m: CoreMachine<V>, comparison: Comparison, order: V): V {
    const zero = m.i32(0);
    switch (comparison) {
      case "eq":
        return m.op("i32_eq", [order, zero]);
      case "ne":
        return m.op("i32_not", [m.op("i32_eq", [order, zero])]);
      case "lt":
        return m.op("i32_lt", [order, zero]);
      case "ge":
        return m.op("i32_not", [m.op("i32_lt", [order, zero])]);
      case "gt":
        return m.op("i32_lt", [zero, order]);
      default:
        return m.op("i32_not", [m.op("i32_lt", [zero, order])]);
    }
  }

  const compared = <V>(m: CoreMachine<V>, operand: V): V => carried(m, language, operand, METHODS);

  function expand(comparison: Comparison): Expansion {
    return (m) => {
      const b = m.pop();
      const a = m.pop();
      const holds = condition(m, comparison, compared(m, a), compared(m, b));
      if (holds === undefined) callComparison(m, language, comparison, a, b);
      else m.push(m.op("box_bool", [holds]));
    };
  }

  const isAmong = (): string =>
    helpers.define(
      "contains",
      "word word -> word",
      { reads: CONTENTS, kernel: pythonKernel.containsPlain },
      (container: Word, item: Word) => subscripts.contains(container, item),
    );
  const strContains = (): string =>
    helpers.define(
      "str.contains",
      "word word -> word",
      { kernel: pythonKernel.containsPlain },
      (text: Word, part: Word) => (strings.find(text, part, 0, strings.length(text)) < 0 ? FALSE : TRUE),
    );

  const bytesContain = (): string =>
    helpers.define(
      "bytes.contains",
      "word word -> word",
      { reads: BUFFER_CONTENTS, kernel: pythonKernel.containsPlain },
      subscripts.contains,
    );

  const expansions: Record<string, Expansion> = {
    contains<V>(m: CoreMachine<V>, flags: number) {
      const container = carried(m, language, m.pop(), ["__contains__"]);
      const item = m.pop();
      const shape = m.shapeOf(container);
      const surrogate = surrogateOfMethod(m, language, "__contains__", [container, item]);
      if (surrogate !== NULL) {
        if ((flags & 1) !== 0) return callUnder(m, language, surrogate, [container, item], subscripts.afterNotContains);
        return m.call(codes.ofFunction(surrogate), m.word(surrogate), [container, item]);
      }
      if (shape === SHAPE_DICT) {
        const isThere = dicts.contains(m, container, item);
        return m.push(m.op("box_bool", [(flags & 1) === 0 ? isThere : m.op("i32_not", [isThere])]));
      }
      const method = methodOf(m, language, container, "__contains__");
      if (method !== NULL) {
        const after = (flags & 1) === 0 ? subscripts.afterContains : subscripts.afterNotContains;
        return callUnder(m, language, method, [container, item], after);
      }
      let found: V;
      if (CONTAINERS.has(shape)) found = m.leaf(isAmong(), [container, item]);
      else if (STRINGS.has(shape) && STRINGS.has(m.shapeOf(item))) found = m.leaf(strContains(), [container, item]);
      else if (BYTES.has(shape)) found = m.leaf(bytesContain(), [container, item]);
      else if (natives.hasMethod(m, container, "__contains__"))
        found = natives.method(m, container, "__contains__", [item]);
      else
        found = m.leaf(helpers.define("contains.any", "word word -> word", ANY_EFFECTS, subscripts.contains), [
          container,
          item,
        ]);
      m.push((flags & 1) === 0 ? found : m.op("box_bool", [m.op("word_eq", [found, m.word(FALSE)])]));
    },
  };
  for (const comparison of COMPARISONS) expansions[`compare_${comparison}`] = expand(comparison);
  return expansions;
}
