/// Items of lists, tuples, strings and dicts.

import type { CoreMachine, Expansion } from "@hotpy/interpreter";
import { NULL, type Word } from "@hotpy/memory";
import {
  CODE_ARGUMENTS,
  CODE_FLAGS,
  FIRST_DYNAMIC_SHAPE,
  LIST,
  LIST_ARRAY,
  SHAPE_DICT,
  SHAPE_FUNCTION,
  SHAPE_LIST,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR2,
  SHAPE_STR4,
  SHAPE_TUPLE,
  STR,
  shapeIdOf,
  TUPLE,
} from "@hotpy/object-model";
import {
  BUFFER_CONTENTS,
  BYTE_STRING,
  BYTEARRAY,
  BYTEARRAY_DATA,
  CODE_PLAIN,
  DEQUE_CONTENTS,
  LIST_CONTENTS,
  SHAPE_BYTE_STRING,
  SHAPE_BYTEARRAY,
  SHAPE_DEQUE,
  SHAPE_SLICE,
} from "@hotpy/python-objects";
import { carried } from "./carried.js";
import { narrowCharacter } from "./characters.js";
import { createDictExpansions } from "./dicts.js";
import { ANY_EFFECTS, Helpers, strLength } from "./helpers.js";
import type { Language } from "./language.js";
import { createNativeCalls } from "./native-calls.js";
import { surrogateOfMethod } from "./objects-sought.js";
import { callUnder, methodOf } from "./operator-methods.js";
import { createRaising } from "./raising.js";
import { instanceTypeOf, typeOf } from "./types.js";

const STRINGS = new Set([SHAPE_STR1, SHAPE_STR2, SHAPE_STR4, SHAPE_STR_VIEW]);
const SEQUENCES = new Set([SHAPE_LIST, SHAPE_TUPLE]);

export function subscriptExpansions(language: Language): Record<string, Expansion> {
  const helpers = new Helpers(language);
  const { memory, codes, strings, subscripts, types, kernel, pythonKernel, name } = language;
  const dicts = createDictExpansions(language);
  const natives = createNativeCalls(language);
  const raising = createRaising(language);

  /**
   * The index as an i32 within the length; negative ones count from the end. Undefined: it is out of range, and IndexError has been raised with
   * this message.
   */
  function position<V>(m: CoreMachine<V>, index: V, length: V, fault: string): V | undefined {
    let number = m.op("unbox_int", [index]);
    const size = m.op("i64_from_i32", [length]);
    if (m.truth(m.op("i64_lt", [number, m.i64(0n)]))) number = m.op("i64_add", [number, size]);
    const found = m.attempt("check_index", [number, length]);
    if (found !== undefined) return found;
    if (!m.truth(m.op("i64_lt", [number, m.i64(0n)])) && m.truth(m.op("i64_lt", [number, size])))
      return m.decline("index out of range");
    raising.raiseNew(m, types.named("IndexError"), [m.word(name(fault))]);
    return undefined;
  }

  /** Subscripts of builtin containers that give a part of them. */
  const slice = (): string =>
    helpers.define(
      "subscript.slice",
      "word word -> word",
      { reads: [...LIST_CONTENTS, ...BUFFER_CONTENTS], kernel: pythonKernel.getSlice },
      subscripts.get,
    );
  /** `list[slice] = items`, of a list or tuple: what is wrong is found before the first effect. */
  const sliceStore = (): string =>
    helpers.define(
      "subscript.store_slice",
      "word word word -> word",
      { reads: LIST_CONTENTS, writes: LIST_CONTENTS, kernel: pythonKernel.setSlice },
      subscripts.set,
    );
  /** An item of anything, by any key. */
  const anyItem = (): string => helpers.define("subscript.any", "word word -> word", ANY_EFFECTS, subscripts.get);
  const dequeItem = (): string =>
    helpers.define(
      "deque.item",
      "word word -> word",
      { reads: DEQUE_CONTENTS, kernel: pythonKernel.dequeItem },
      subscripts.get,
    );
  const charAt = (): string =>
    helpers.define(
      "str.item",
      "word i32 -> word",
      { never: true, kernel: kernel.characterAt },
      (text: Word, index: number) => strings.charAt(text, index),
    );

  /** A byte of bytes or of a bytearray; undefined: as `position`. */
  function byteAt<V>(m: CoreMachine<V>, container: V, key: V, isFixed: boolean): V | undefined {
    const length = m.op("load_i32", [container], isFixed ? BYTE_STRING.size : BYTEARRAY.size);
    const index = position(m, key, length, isFixed ? "index out of range" : "bytearray index out of range");
    if (index === undefined) return undefined;
    if (isFixed) return m.op("load_u8", [container, index], BYTE_STRING.data);
    return m.op("load_u8", [m.op("load_word", [container], BYTEARRAY.buffer), index], BYTEARRAY_DATA);
  }

  /** `__getitem__` or `__missing__` written in Python. */
  function callMethod<V>(m: CoreMachine<V>, container: V, special: string, key: V): void {
    const shape = m.shapeOf(container);
    if (shape < FIRST_DYNAMIC_SHAPE) return m.decline("a key that is not there");
    const method = types.lookup(instanceTypeOf(m, language, shape), name(special));
    if (method === NULL || shapeIdOf(memory, method) !== SHAPE_FUNCTION) return m.decline("an item of such an object");
    const code = codes.ofFunction(method);
    const isPlain = (memory.i32[(code + CODE_FLAGS) >>> 2] & CODE_PLAIN) !== 0;
    if (!isPlain || memory.i32[(code + CODE_ARGUMENTS) >>> 2] !== 2)
      return m.decline(`a ${special} with other parameters`);
    m.call(code, m.word(method), [container, key]);
  }

  return {
    load_subscript(m) {
      const key = m.pop();
      const object = m.pop();
      const container = carried(m, language, object, ["__getitem__"]);
      const shape = m.shapeOf(container);
      if (shape === SHAPE_DICT) {
        const surrogate = surrogateOfMethod(m, language, "__getitem__", [object, key]);
        if (surrogate !== NULL) return m.call(codes.ofFunction(surrogate), m.word(surrogate), [object, key]);
        const value = dicts.get(m, container, key);
        if (value !== undefined) return m.push(value);
        return m.shapeOf(object) === SHAPE_DICT
          ? raising.raiseNew(m, types.named("KeyError"), [key])
          : callMethod(m, object, "__missing__", key);
      }
      if (shape >= FIRST_DYNAMIC_SHAPE && types.record(typeOf(m, language, container)).isClass)
        return callMethod(m, container, "__getitem__", key);
      if (shape === SHAPE_DEQUE && m.isInt(key)) return m.push(m.leaf(dequeItem(), [container, key]));
      const isBytes = shape === SHAPE_BYTE_STRING || shape === SHAPE_BYTEARRAY;
      if (shape !== SHAPE_LIST && shape !== SHAPE_TUPLE && !isBytes && !STRINGS.has(shape))
        return m.push(m.leaf(anyItem(), [object, key]));
      if (!m.isInt(key)) {
        if (m.shapeOf(key) !== SHAPE_SLICE) return m.push(m.leaf(anyItem(), [object, key]));
        return m.push(m.leaf(slice(), [container, key]));
      }
      if (isBytes) {
        const byte = byteAt(m, container, key, shape === SHAPE_BYTE_STRING);
        if (byte !== undefined) m.push(m.op("small_from_i32", [byte]));
      } else if (shape === SHAPE_LIST) {
        const index = position(m, key, m.op("load_i32", [container], LIST.length), "list index out of range");
        if (index !== undefined)
          m.push(m.op("load_element", [m.op("load_word", [container], LIST.items), index], LIST_ARRAY));
      } else if (shape === SHAPE_TUPLE) {
        const index = position(m, key, m.op("load_i32", [container], TUPLE.size), "tuple index out of range");
        if (index !== undefined) m.push(m.op("load_element", [container, index], TUPLE.items));
      } else {
        const isNarrow = shape === SHAPE_STR1;
        const length = isNarrow
          ? m.op("load_i32", [container], STR.size)
          : m.leaf(strLength(helpers, language), [container]);
        const index = position(m, key, length, "string index out of range");
        if (index === undefined) return;
        m.push(isNarrow ? narrowCharacter(m, memory, container, index) : m.leaf(charAt(), [container, index]));
      }
    },
    delete_subscript(m) {
      const key = m.pop();
      const container = m.pop();
      natives.method(m, container, "__delitem__", [key]);
    },
    store_subscript(m) {
      const key = m.pop();
      const container = carried(m, language, m.pop(), ["__setitem__"]);
      const value = m.pop();
      const shape = m.shapeOf(container);
      if (shape === SHAPE_DICT) {
        const surrogate = surrogateOfMethod(m, language, "__setitem__", [container, key, value]);
        return surrogate === NULL
          ? dicts.set(m, container, key, value)
          : callUnder(m, language, surrogate, [container, key, value], subscripts.afterSet);
      }
      if (shape === SHAPE_LIST && m.shapeOf(key) === SHAPE_SLICE && SEQUENCES.has(m.shapeOf(value))) {
        m.leaf(sliceStore(), [container, key, value]);
        return;
      }
      const method = methodOf(m, language, container, "__setitem__");
      if (method !== NULL) return callUnder(m, language, method, [container, key, value], subscripts.afterSet);
      if (shape !== SHAPE_LIST || !m.isInt(key)) {
        natives.method(m, container, "__setitem__", [key, value]);
        return;
      }
      const length = m.op("load_i32", [container], LIST.length);
      const index = position(m, key, length, "list assignment index out of range");
      if (index !== undefined)
        m.op("store_element", [m.op("load_word", [container], LIST.items), index, value], LIST_ARRAY);
    },
  };
}
