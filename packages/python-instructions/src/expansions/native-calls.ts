/// Calls of native functions: some in core instructions, those that are leaf by a helper.

import type { CoreMachine } from "@hotpy/interpreter";
import { SHAPE_SMALL } from "@hotpy/interpreter";
import { type Address, FALSE, NONE, NULL, TRUE, tagSmall } from "@hotpy/memory";
import {
  FIRST_DYNAMIC_SHAPE,
  NATIVE_INDEX,
  RANGE_START,
  RANGE_STEP,
  RANGE_STOP,
  SHAPE_BIGINT,
  SHAPE_BOOL,
  SHAPE_DICT,
  SHAPE_DICT_ITEM_ITERATOR,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_DICT_VALUE_ITERATOR,
  SHAPE_FLOAT,
  SHAPE_GENERATOR,
  SHAPE_INT64,
  SHAPE_LIST,
  SHAPE_LIST_ITERATOR,
  SHAPE_LONG_RANGE_ITERATOR,
  SHAPE_NATIVE,
  SHAPE_RANGE,
  SHAPE_RANGE_ITERATOR,
  SHAPE_STR_ITERATOR,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR2,
  SHAPE_STR4,
  SHAPE_TUPLE,
  SHAPE_TUPLE_ITERATOR,
  SHAPE_TYPE,
  shapeIdOf,
} from "@hotpy/object-model";
import { appendToList, buildDict, newList, newTuple } from "./builders.js";
import { carried, carriesValue, loadValue } from "./carried.js";
import { createDictExpansions } from "./dicts.js";
import { DICT, LIST, NATIVE, TUPLE } from "./fields.js";
import { Helpers, strLength, textOf } from "./helpers.js";
import { createIterationSteps } from "./iteration.js";
import type { Language } from "./language.js";
import { FAST_NATIVES, NATIVE_EFFECTS } from "./native-effects.js";
import { createNativeNames } from "./native-names.js";
import { isFloat, toFloat } from "./numbers.js";
import { truthOf } from "./truth.js";
import { typeOf } from "./types.js";
import { callSurrogate, type GivenArguments } from "./wrappers.js";

const STRINGS = new Set([SHAPE_STR1, SHAPE_STR2, SHAPE_STR4, SHAPE_STR_VIEW]);
const ITERATORS = new Set([
  SHAPE_RANGE_ITERATOR,
  SHAPE_LIST_ITERATOR,
  SHAPE_TUPLE_ITERATOR,
  SHAPE_STR_ITERATOR,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_DICT_VALUE_ITERATOR,
  SHAPE_DICT_ITEM_ITERATOR,
  SHAPE_LONG_RANGE_ITERATOR,
  SHAPE_GENERATOR,
]);
const NUMBERS = new Set([SHAPE_SMALL, SHAPE_INT64, SHAPE_BIGINT, SHAPE_BOOL, SHAPE_FLOAT]);

/** A native in core instructions: its result, or undefined if these operands are not for it. */
type Inline = <V>(m: CoreMachine<V>, args: readonly V[]) => V | undefined;

export interface NativeCalls {
  /** Calls a native function object and pushes its result. */
  call<V>(m: CoreMachine<V>, callee: V, args: readonly V[]): void;
  /** Calls a builtin type and pushes the object that it makes. */
  construct<V>(m: CoreMachine<V>, type: Address, args: readonly V[]): void;
  /** The object that a call of a builtin type makes, if that calls no Python code; else declines. */
  made<V>(m: CoreMachine<V>, type: Address, args: readonly V[]): V;
  /** The result of a native method, found by name on the type of `self`. */
  method<V>(m: CoreMachine<V>, self: V, name: string, args: readonly V[]): V;
}

export function createNativeCalls(language: Language): NativeCalls {
  const { memory, natives, types } = language;
  const { i32 } = memory;
  const helpers = new Helpers(language);
  const dicts = createDictExpansions(language);
  const { nameOf } = createNativeNames(language);
  const iteration = createIterationSteps(language);
  const asWord = <V>(m: CoreMachine<V>, number: V): V => m.op("box_int", [m.op("i64_from_i32", [number])]);

  const isSet = (shape: number): boolean =>
    ["set", "frozenset"].some((name) => i32[language.shapes.record(shape) >>> 2] === types.named(name));

  /** Calls the native with this index through a helper; the operands' shapes are pinned, so that calls of one kind share it. */
  function byHelper<V>(m: CoreMachine<V>, name: string, index: number, given: readonly V[]): V {
    const effects = NATIVE_EFFECTS.get(name);
    const {
      definition,
      signature: { parameters, positional, required, varargs, isSimple },
    } = natives.records[index];
    const words = parameters.length;
    const takesMore = varargs >= 0 && varargs === words - 1;
    if (effects === undefined || !(isSimple || takesMore)) return m.decline(`a call of ${name}`);
    if (given.length < required || (given.length > positional && !takesMore)) return m.decline(`arguments of ${name}`);
    const args = takesMore ? [...given.slice(0, varargs), newTuple(m, language, given.slice(varargs))] : given;
    const shapes = args.map((argument) => m.shapeOf(argument));
    const owner = natives.ownerOf(index);
    if (owner !== NULL && !types.isSubtype(typeOf(m, language, args[0]), owner))
      return m.decline(`${name} of another object`);
    // What takes items out of an iterator cannot be done again.
    if (
      definition.frames === true &&
      !shapes.every((shape) => (shape < FIRST_DYNAMIC_SHAPE && !ITERATORS.has(shape)) || isSet(shape))
    ) {
      return m.decline(`a call of ${name} with an iterator`);
    }
    const fast = FAST_NATIVES.get(`${name} ${args.length}`);
    const allEffects = fast === undefined ? effects : { ...effects, fast };
    return m.leaf(
      helpers.defineNative(
        `native.${index}.${name}.${args.length}`,
        args.length,
        words,
        allEffects,
        natives.runs[index],
      ),
      args,
    );
  }

  /* ---- natives in core instructions ---- */

  const length: Inline = (m, [given, ...rest]) => {
    if (given === undefined || rest.length > 0) return undefined;
    const object = carried(m, language, given, ["__len__"]);
    const shape = m.shapeOf(object);
    if (shape === SHAPE_LIST) return asWord(m, m.op("load_i32", [object], LIST.length));
    if (shape === SHAPE_TUPLE) return asWord(m, m.op("load_i32", [object], TUPLE.size));
    if (shape === SHAPE_DICT) return asWord(m, m.op("load_i32", [object], DICT.count));
    if (!STRINGS.has(shape)) return undefined;
    return asWord(m, m.leaf(strLength(helpers, language), [object]));
  };

  const squareRoot: Inline = (m, [value, ...rest]) => {
    const float = value === undefined || rest.length > 0 ? undefined : toFloat(m, value);
    if (float === undefined || !m.truth(m.op("f64_ge", [float, m.f64(0)]))) return undefined;
    return m.op("box_float", [m.op("f64_sqrt", [float])]);
  };

  const absolute: Inline = (m, [value, ...rest]) => {
    if (value === undefined || rest.length > 0) return undefined;
    if (isFloat(m, value)) return m.op("box_float", [m.op("f64_abs", [m.op("unbox_float", [value])])]);
    if (!m.isInt(value)) return undefined;
    const int = m.op("unbox_int", [value]);
    if (!m.truth(m.op("i64_lt", [int, m.i64(0n)]))) return value;
    const negated = m.attempt("i64_neg", [int]);
    return negated === undefined ? undefined : m.op("box_int", [negated]);
  };

  /** min and max of two numbers of one kind: the first one unless the second is less (greater). */
  const extreme =
    (wants: "less" | "greater"): Inline =>
    (m, [a, b, ...rest]) => {
      if (a === undefined || b === undefined || rest.length > 0) return undefined;
      const [first, second] = wants === "less" ? [b, a] : [a, b];
      if (isFloat(m, a) && isFloat(m, b))
        return m.truth(m.op("f64_lt", [m.op("unbox_float", [first]), m.op("unbox_float", [second])])) ? b : a;
      if (!m.isInt(a) || !m.isInt(b)) return undefined;
      return m.truth(m.op("i64_lt", [m.op("unbox_int", [first]), m.op("unbox_int", [second])])) ? b : a;
    };

  /** The types that the second argument of isinstance() names, pinned; undefined for anything but types and tuples of them. */
  function typesIn<V>(m: CoreMachine<V>, classInfo: V): Address[] | undefined {
    const shape = m.shapeOf(classInfo);
    if (shape === SHAPE_TYPE) {
      const type = m.wordOf(classInfo);
      return types.typeOf(type) === types.type ? [type] : undefined;
    }
    if (shape !== SHAPE_TUPLE) return undefined;
    const size = m.numberOf(m.op("load_i32", [classInfo], TUPLE.size));
    const found: Address[] = [];
    for (let index = 0; index < size; index++) {
      const each = typesIn(
        m,
        m.op("load_word", [classInfo], { ...TUPLE.items, offset: TUPLE.items.offset + 4 * index }),
      );
      if (each === undefined) return undefined;
      found.push(...each);
    }
    return found;
  }

  const isInstance: Inline = (m, [object, classInfo, ...rest]) => {
    if (object === undefined || classInfo === undefined || rest.length > 0) return undefined;
    const wanted = typesIn(m, classInfo);
    const shape = m.shapeOf(object);
    if (wanted === undefined || shape === SHAPE_TYPE || shape < 0) return undefined;
    const own = shape === SHAPE_SMALL ? types.int : i32[language.shapes.record(shape) >>> 2];
    return m.word(wanted.some((type) => types.isSubtype(own, type)) ? TRUE : FALSE);
  };

  const append: Inline = (m, [list, value, ...rest]) => {
    if (list === undefined || value === undefined || rest.length > 0 || m.shapeOf(list) !== SHAPE_LIST)
      return undefined;
    appendToList(m, language, list, value);
    return m.word(NONE);
  };

  /** `d.get(k)`, `d.get(k, otherwise)`. */
  const dictGet: Inline = (m, [dict, key, otherwise, ...rest]) => {
    if (dict === undefined || key === undefined || rest.length > 0 || m.shapeOf(dict) !== SHAPE_DICT) return undefined;
    return dicts.get(m, dict, key) ?? otherwise ?? m.word(NONE);
  };

  const range: Inline = (m, args) => {
    if (args.length < 1 || args.length > 3 || !args.every((each) => m.isInt(each))) return undefined;
    const [start, stop, step] =
      args.length === 1
        ? [m.word(tagSmall(0)), args[0], m.word(tagSmall(1))]
        : [args[0], args[1], args[2] ?? m.word(tagSmall(1))];
    if (args.length === 3 && m.truth(m.op("i64_eq", [m.op("unbox_int", [step]), m.i64(0n)]))) return undefined;
    return m.op("new", [start, stop, step], {
      shape: SHAPE_RANGE,
      words: 6,
      fields: [RANGE_START / 4, RANGE_STOP / 4, RANGE_STEP / 4],
      raw: [],
    });
  };

  const toFloatObject: Inline = (m, [given, ...rest]) => {
    if (given === undefined || rest.length > 0) return undefined;
    const value = carried(m, language, given, ["__float__", "__index__"]);
    if (isFloat(m, value)) return value;
    if (!m.isInt(value)) return undefined;
    return m.op("box_float", [m.op("i64_to_f64", [m.op("unbox_int", [value])])]);
  };

  const toIntObject: Inline = (m, [given, ...rest]) => {
    if (given === undefined || rest.length > 0) return undefined;
    const value = carried(m, language, given, ["__int__", "__index__", "__trunc__"]);
    if (m.isInt(value)) return value;
    if (!isFloat(m, value)) return undefined;
    const int = m.attempt("f64_to_i64", [m.op("unbox_float", [value])]);
    return int === undefined ? undefined : m.op("box_int", [int]);
  };

  const toBool: Inline = (m, [value, ...rest]) =>
    value === undefined || rest.length > 0 ? undefined : m.word(truthOf(m, language, value) ? TRUE : FALSE);

  const toText: Inline = (m, [given, ...rest]) => {
    if (given === undefined || rest.length > 0) return undefined;
    const value = carried(m, language, given, ["__str__", "__repr__"]);
    const shape = m.shapeOf(value);
    if (STRINGS.has(shape)) return value;
    if (!NUMBERS.has(shape)) return undefined;
    return m.leaf(textOf(helpers, language), [value]);
  };

  const typeOfObject: Inline = (m, [value, ...rest]) => {
    if (value === undefined || rest.length > 0) return undefined;
    const shape = m.shapeOf(value);
    if (shape === SHAPE_SMALL) return m.word(types.int);
    return shape >= FIRST_DYNAMIC_SHAPE || NUMBERS.has(shape)
      ? m.word(i32[language.shapes.record(shape) >>> 2])
      : undefined;
  };

  const emptyList: Inline = (m, args) => (args.length > 0 ? undefined : newList(m, []));
  const emptyDict: Inline = (m, args) => (args.length > 0 ? undefined : buildDict(m, language, []));

  const inline: ReadonlyMap<string, Inline> = new Map<string, Inline>([
    ["len", length],
    ["abs", absolute],
    ["min", extreme("less")],
    ["max", extreme("greater")],
    ["isinstance", isInstance],
    ["math.sqrt", squareRoot],
    ["list.append", append],
    ["dict.get", dictGet],
    ["new range", range],
    ["new float", toFloatObject],
    ["new int", toIntObject],
    ["new bool", toBool],
    ["new str", toText],
    ["new type", typeOfObject],
    ["new list", emptyList],
    ["new dict", emptyDict],
  ]);

  /** Arguments as the native gets them: of an instance of a refined builtin type the value that it carries. */
  const received = <V>(m: CoreMachine<V>, index: number, args: readonly V[]): readonly V[] =>
    args.map((argument, position) =>
      natives.takesValue(index, position) && !m.isInt(argument) && carriesValue(language, m.shapeOf(argument))
        ? loadValue(m, argument)
        : argument,
    );

  const apply = <V>(m: CoreMachine<V>, index: number, given: readonly V[]): V => {
    const name = nameOf(index);
    const args = received(m, index, given);
    return inline.get(name)?.(m, args) ?? byHelper(m, name, index, args);
  };

  function made<V>(m: CoreMachine<V>, type: Address, args: readonly V[]): V {
    const name = `new ${types.nameOf(type)}`;
    const index = i32[(types.record(type).construct + NATIVE_INDEX) >>> 2];
    return inline.get(name)?.(m, args) ?? byHelper(m, name, index, [m.word(type), ...args]);
  }

  const given = <V>(m: CoreMachine<V>, args: readonly V[]): GivenArguments<V> => ({
    args,
    iteratorOf: (iterable) => iteration.iteratorOf(m, iterable),
  });

  return {
    call(m, callee, args) {
      const index = m.numberOf(m.op("load_i32", [callee], NATIVE.index));
      const self = m.op("load_word", [callee], NATIVE.self);
      const all = m.isNull(self) ? args : [self, ...args];
      if (!callSurrogate(m, language, natives.records[index].definition, given(m, all))) m.push(apply(m, index, all));
    },
    construct(m, type, args) {
      const { definition } = natives.record(types.record(type).construct);
      if (!callSurrogate(m, language, definition, given(m, args))) m.push(made(m, type, args));
    },
    made,
    method(m, self, name, args) {
      const found = types.lookup(typeOf(m, language, self), language.name(name));
      if (found === NULL || shapeIdOf(memory, found) !== SHAPE_NATIVE) return m.decline(`${name} of such an object`);
      return apply(m, i32[(found + NATIVE_INDEX) >>> 2], [self, ...args]);
    },
  };
}
