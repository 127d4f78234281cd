/// Attributes where ever new types have been met: looked up by helpers, which take objects of any shape. Slower than a
/// guard and a load, but nothing fails.

import type { CoreMachine } from "@hotpy/interpreter";
import { type Address, isSmall, NONE, NULL, type Word } from "@hotpy/memory";
import {
  ANYTHING,
  ARRAY_ITEMS,
  BYTES_DATA,
  FIRST_DYNAMIC_SHAPE,
  INSTANCE_OVERFLOW,
  INSTANCE_SLOTS,
  SHAPE_BYTES,
  SHAPE_FUNCTION,
  shapeIdOf,
  TAIL_SIZE,
  TYPE_VERSION,
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
import { Helpers } from "./helpers.js";
import type { Language } from "./language.js";

/** Undefined, or false: more than a look-up is needed. */
export interface GenericAttributes {
  /** An attribute of the instance. */
  get<V>(m: CoreMachine<V>, object: V, name: Word): V | undefined;
  /** A function found on the type, to be called with the object first. */
  method<V>(m: CoreMachine<V>, object: V, name: Word): V | undefined;
  set<V>(m: CoreMachine<V>, object: V, name: Word, value: V): boolean;
}

/** What a name means on objects of a shape, while the version of their type is this. */
interface Meaning {
  readonly shape: number;
  readonly name: Word;
  readonly version: number;
  /** Word index of the type's version. */
  readonly versionAt: number;
  /** Position among the attributes of the instance, or -1, and how many of them lie in the instance itself. */
  readonly slot: number;
  readonly inline: number;
  /** The type has a function of this name. The function itself may move, so it is not kept. */
  readonly isMethod: boolean;
  /** Assigning it runs no code. */
  readonly isAssignable: boolean;
}

export function createGenericAttributes(language: Language): GenericAttributes {
  const { memory, heap, shapes, types, attributes, objects, pythonKernel, name: intern } = language;
  const { i32 } = memory;
  const { descriptors, instances } = attributes;
  const helpers = new Helpers(language);
  const meanings: (Meaning | undefined)[] = new Array(LOOKUP_ENTRIES).fill(undefined);
  const roots: (Address | undefined)[] = [];
  const table = createTable();
  const isInherited = (type: Address, name: string): boolean =>
    types.lookup(type, intern(name)) === types.lookup(types.object, intern(name));

  function createTable(): Address {
    const bytes = LOOKUP_ENTRIES * LOOKUP_BYTES;
    const start = objects.immortal(SHAPE_BYTES, bytes / 4) + BYTES_DATA;
    i32[(start - BYTES_DATA + TAIL_SIZE) >>> 2] = bytes;
    i32.fill(0, start >>> 2, (start + bytes) >>> 2);
    return start;
  }

  function meaningOf(object: Word, name: Word): Meaning | undefined {
    if (isSmall(object) || object === NULL) return undefined;
    const shape = shapeIdOf(memory, object);
    const place = (shape + (name >>> 3)) & (LOOKUP_ENTRIES - 1);
    const known = meanings[place];
    if (known !== undefined && known.shape === shape && known.name === name && known.version === i32[known.versionAt])
      return known;
    if (shape < FIRST_DYNAMIC_SHAPE || instances.isDictShape(shape)) return undefined;
    const found = find(shape, name);
    enter(place, found);
    return (meanings[place] = found);
  }

  /** Puts what has been found where the kernel looks. */
  function enter(
    place: number,
    { shape, name, version, versionAt, slot, inline, isMethod, isAssignable }: Meaning,
  ): void {
    const entry = table + place * LOOKUP_BYTES;
    const set = (offset: number, word: number): void => {
      i32[(entry + offset) >>> 2] = word;
    };
    set(LOOKUP_SHAPE, shape);
    set(LOOKUP_NAME, name);
    set(LOOKUP_VERSION_AT, versionAt << 2);
    set(LOOKUP_VERSION, version);
    set(LOOKUP_SLOT, slot < 0 ? 0 : slot < inline ? INSTANCE_SLOTS + 4 * slot : -(ARRAY_ITEMS + 4 * (slot - inline)));
    set(LOOKUP_IS_ASSIGNABLE, slot >= 0 && isAssignable ? 1 : 0);
    set(LOOKUP_METHOD, isMethod ? rootOf(place, types.lookup(i32[shapes.record(shape) >>> 2], name)) : 0);
  }

  /** The root of a place in the table, with this function from now on. It may move. */
  function rootOf(place: number, fn: Word): Address {
    const root = (roots[place] ??= objects.root(fn));
    i32[root >>> 2] = fn;
    return root;
  }

  function find(shape: number, name: Word): Meaning {
    const type: Address = i32[shapes.record(shape) >>> 2];
    const versionAt = (type + TYPE_VERSION) >>> 2;
    const found = types.lookup(type, name);
    const isPlain = types.record(type).kind === "instance" && (found === NULL || !descriptors.isData(found));
    const isReadable =
      isPlain && isInherited(type, "__getattribute__") && types.lookup(type, intern("__getattr__")) === NULL;
    const slot = isReadable ? shapes.slotOf(shape, name) : -1;
    const isMethod =
      isReadable && slot < 0 && found !== NULL && !isSmall(found) && shapeIdOf(memory, found) === SHAPE_FUNCTION;
    return {
      shape,
      name,
      version: i32[versionAt],
      versionAt,
      slot,
      inline: shapes.inlineSlots(shape),
      isMethod,
      isAssignable: isPlain && isInherited(type, "__setattr__"),
    };
  }

  function method(object: Word, name: Word): Word {
    return meaningOf(object, name)?.isMethod === true ? types.lookup(types.typeOf(object), name) : NULL;
  }

  function get(object: Word, name: Word): Word {
    const meaning = meaningOf(object, name);
    if (meaning === undefined || meaning.slot < 0) return NULL;
    const { slot, inline } = meaning;
    if (slot < inline) return i32[((object + INSTANCE_SLOTS) >>> 2) + slot];
    return i32[((i32[(object + INSTANCE_OVERFLOW) >>> 2] + ARRAY_ITEMS) >>> 2) + slot - inline];
  }

  function set(object: Word, name: Word, value: Word): Word {
    const meaning = meaningOf(object, name);
    if (meaning?.isAssignable !== true) return NULL;
    const { slot, inline } = meaning;
    if (slot >= 0 && slot < inline) heap.storeWord(object, INSTANCE_SLOTS + 4 * slot, value);
    else instances.set(object, name, value);
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
  };
}
