/// Attributes where ever new types have been met: looked up by helpers, which take objects of any shape. Slower than a
/// guard and a load, but nothing fails.

import type { CoreMachine } from "@hotpy/interpreter";
import { type Address, isSmall, NONE, NULL, type Word } from "@hotpy/memory";
import {
  ANYTHING,
  BYTES_DATA,
  FIRST_DYNAMIC_SHAPE,
  METHOD_FUNCTION,
  METHOD_SELF,
  SHAPE_BYTES,
  SHAPE_FUNCTION,
  SHAPE_METHOD,
  SHAPE_STR1,
  SHAPE_STR4,
  shapeIdOf,
  TAIL_SIZE,
  TYPE_VERSION,
  UNDECIDED,
} from "@hotpy/object-model";
import {
  LOOKUP_BYTES,
  LOOKUP_ENTRIES,
  LOOKUP_IS_ASSIGNABLE,
  LOOKUP_METHOD,
  LOOKUP_NAME,
  LOOKUP_SHAPE,
  LOOKUP_SLOT,
  LOOKUP_VERSION,
  LOOKUP_VERSION_AT,
} from "@hotpy/python-objects";
import { placeOf } from "../vm/attribute-table.js";
import { Helpers } from "./helpers.js";
import type { Language } from "./language.js";

/** Undefined, or false: more than a look-up is needed. */
export interface GenericAttributes {
  /** An attribute of the instance. */
  get<V>(m: CoreMachine<V>, object: V, name: Word): V | undefined;
  /** A function found on the type, to be called with the object first. */
  method<V>(m: CoreMachine<V>, object: V, name: Word): V | undefined;
  set<V>(m: CoreMachine<V>, object: V, name: Word, value: V): boolean;
  /** An attribute by a name that is any string, or a method bound to the object. */
  getByText<V>(m: CoreMachine<V>, object: V, text: V): V | undefined;
}

/** A function bound to an object. */
export function boundMethod<V>(m: CoreMachine<V>, fn: V, self: V): V {
  return m.op("new", [fn, self], {
    shape: SHAPE_METHOD,
    words: 4,
    fields: [METHOD_FUNCTION / 4, METHOD_SELF / 4],
    raw: [],
  });
}

const made = new WeakMap<Language, GenericAttributes>();

/** The look-ups of a Python: one for all expansions, as they have one table. */
export function genericAttributes(language: Language): GenericAttributes {
  let generic = made.get(language);
  if (generic === undefined) made.set(language, (generic = createGenericAttributes(language)));
  return generic;
}

function createGenericAttributes(language: Language): GenericAttributes {
  const { memory, shapes, strings, types, attributes, objects, pythonKernel, name: intern } = language;
  const { i32 } = memory;
  const { descriptors, instances } = attributes;
  const helpers = new Helpers(language);
  /** By entry of the table: the root of the function that its type has. It may move. */
  const roots = new Map<Address, Address>();
  const table = createTable();
  /** The same by the texts of names; made when it is first needed. */
  let byText: Address = NULL;
  const isInherited = (type: Address, name: string): boolean =>
    types.lookup(type, intern(name)) === types.lookup(types.object, intern(name));

  function createTable(): Address {
    const bytes = LOOKUP_ENTRIES * LOOKUP_BYTES;
    const start = objects.immortal(SHAPE_BYTES, bytes / 4) + BYTES_DATA;
    i32[(start - BYTES_DATA + TAIL_SIZE) >>> 2] = bytes;
    i32.fill(0, start >>> 2, (start + bytes) >>> 2);
    return start;
  }

  /** Sees to it that the table says what a name means on an object; false: more than a look-up is needed. */
  function isEntered(object: Word, name: Word): boolean {
    if (isSmall(object) || object === NULL) return false;
    if (pythonKernel.findLookup(object, name, table) !== 0) return true;
    const shape = shapeIdOf(memory, object);
    if (!hasPlaces(shape)) return false;
    enter(pythonKernel.placeOfLookup(shape, name, table), shape, name);
    return true;
  }

  function isEnteredByText(object: Word, text: Word): boolean {
    if (isSmall(object) || object === NULL || isSmall(text) || !isFlat(text)) return false;
    if (pythonKernel.findByText(object, text, byText) !== 0) return true;
    const shape = shapeIdOf(memory, object);
    if (!hasPlaces(shape)) return false;
    enter(pythonKernel.placeOfText(shape, strings.hash(text), byText), shape, strings.intern(text));
    return true;
  }

  const isFlat = (text: Word): boolean => {
    const shape = shapeIdOf(memory, text);
    return shape >= SHAPE_STR1 && shape <= SHAPE_STR4;
  };
  const hasPlaces = (shape: number): boolean => shape >= FIRST_DYNAMIC_SHAPE && !instances.isDictShape(shape);

  function enter(entry: Address, shape: number, name: Word): void {
    const type: Address = i32[shapes.record(shape) >>> 2];
    const found = types.lookup(type, name);
    const isPlain = types.record(type).kind === "instance" && (found === NULL || !descriptors.isData(found));
    const isReadable =
      isPlain && isInherited(type, "__getattribute__") && types.lookup(type, intern("__getattr__")) === NULL;
    const slot = isReadable ? shapes.slotOf(shape, name) : -1;
    const isMethod =
      isReadable && slot < 0 && found !== NULL && !isSmall(found) && shapeIdOf(memory, found) === SHAPE_FUNCTION;
    const set = (offset: number, word: number): void => {
      i32[(entry + offset) >>> 2] = word;
    };
    set(LOOKUP_SHAPE, shape);
    set(LOOKUP_NAME, name);
    set(LOOKUP_VERSION_AT, type + TYPE_VERSION);
    set(LOOKUP_VERSION, i32[(type + TYPE_VERSION) >>> 2]);
    set(LOOKUP_SLOT, slot < 0 ? 0 : placeOf(shapes, shape, slot));
    set(LOOKUP_METHOD, isMethod ? rootOf(entry, found) : 0);
    set(LOOKUP_IS_ASSIGNABLE, isPlain && isInherited(type, "__setattr__") ? 1 : 0);
  }

  /** The root of an entry, with this function from now on. */
  function rootOf(entry: Address, fn: Word): Address {
    const root = roots.get(entry) ?? objects.root(fn);
    roots.set(entry, root);
    i32[root >>> 2] = fn;
    return root;
  }

  const orNull = (found: Word): Word => (found === UNDECIDED ? NULL : found);

  const method = (object: Word, name: Word): Word =>
    isEntered(object, name) ? orNull(pythonKernel.lookUpMethod(object, name, table)) : NULL;

  const get = (object: Word, name: Word): Word =>
    isEntered(object, name) ? orNull(pythonKernel.lookUpAttribute(object, name, table)) : NULL;

  const methodByText = (object: Word, text: Word): Word =>
    isEnteredByText(object, text) ? orNull(pythonKernel.methodByText(object, text, byText)) : NULL;

  const attributeByText = (object: Word, text: Word): Word =>
    isEnteredByText(object, text) ? orNull(pythonKernel.attributeByText(object, text, byText)) : NULL;

  function set(object: Word, name: Word, value: Word): Word {
    if (!isEntered(object, name)) return NULL;
    if (pythonKernel.assignLookedUp(object, name, value, table) === NONE) return NONE;
    const entry = pythonKernel.findLookup(object, name, table);
    if (i32[(entry + LOOKUP_IS_ASSIGNABLE) >>> 2] === 0) return NULL;
    // The instance gets the attribute.
    instances.set(object, name, value);
    return NONE;
  }

  return {
    get: (m, object, name) =>
      m.attempt(
        "call_leaf",
        [object, m.word(name), m.i32(table)],
        helpers.define(
          "lookup.attribute",
          "word word i32 -> word",
          { quiet: true, reads: [ANYTHING], kernel: pythonKernel.lookUpAttribute },
          get,
        ),
      ),
    method: (m, object, name) =>
      m.attempt(
        "call_leaf",
        [object, m.word(name), m.i32(table)],
        helpers.define(
          "lookup.method",
          "word word i32 -> word",
          { quiet: true, reads: [ANYTHING], kernel: pythonKernel.lookUpMethod },
          method,
        ),
      ),
    set: (m, object, name, value) =>
      m.attempt(
        "call_leaf",
        [object, m.word(name), value, m.i32(table)],
        helpers.define(
          "lookup.assign",
          "word word word i32 -> word",
          { quiet: true, reads: [ANYTHING], writes: [ANYTHING], kernel: pythonKernel.assignLookedUp },
          set,
        ),
      ) !== undefined,
    getByText(m, object, text) {
      if (byText === NULL) byText = createTable();
      const args = [object, text, m.i32(byText)] as const;
      const value = m.attempt(
        "call_leaf",
        args,
        helpers.define(
          "lookup.attribute_by_text",
          "word word i32 -> word",
          { quiet: true, reads: [ANYTHING], kernel: pythonKernel.attributeByText },
          attributeByText,
        ),
      );
      if (value !== undefined) return value;
      const fn = m.attempt(
        "call_leaf",
        args,
        helpers.define(
          "lookup.method_by_text",
          "word word i32 -> word",
          { quiet: true, reads: [ANYTHING], kernel: pythonKernel.methodByText },
          methodByText,
        ),
      );
      return fn === undefined ? undefined : boundMethod(m, fn, object);
    },
  };
}
