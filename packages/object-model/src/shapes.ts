/// The shape table lies in linear memory, 32 bytes a shape, so that collectors, the loop and compiled code read it.
///
///     +0  type: address of the type object (0 for internal layouts)
///     +4  layout, packed: fixedWords | refStart << 8 | refEnd << 16 | tail << 24
///     +8  parent shape id (0 for a root)
///     +12 tagged: name that this shape adds (an interned string; does not move)
///     +16 number of attributes (this shape's own included)
///     +20 inline slots that instances have
///     +24 raw: free for the language
///     +28 raw: layout id << 1 | isExact, or 0
///
/// The *layout* of a shape is the basic layout that its objects have, or carry: the id of the shape that stands for all of
/// its kind (SHAPE_STR1 for every str, SHAPE_INT64 for every int). An *exact* shape is of objects that have that layout in memory.
/// A shape that has a layout and is not exact is of instances of a class that refines a builtin type: in memory they are
/// instances as any others, and the object of the exact shape is in their first slot (INSTANCE_VALUE). Code that reads memory by
/// layout compares exact shape ids; code that only wants such a value asks `valueOf` first.

import type { Address, Memory, Word } from "@hotpy/memory";
import { type Layout, packLayout, TAIL_NONE } from "./layout.js";
import {
  BASIC_LAYOUTS,
  FIRST_DYNAMIC_SHAPE,
  FIRST_LANGUAGE_SHAPE,
  INSTANCE,
  INSTANCE_SLOTS,
  INSTANCE_VALUE,
  SHAPE_BIGINT,
  SHAPE_BOOL,
  SHAPE_INT64,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR2,
  SHAPE_STR4,
} from "./layouts.js";

export const SHAPE_RECORD_BYTES = 32;
export const SHAPE_TYPE_FIELD = 0;
export const SHAPE_LAYOUT_FIELD = 4;
export const SHAPE_PARENT_FIELD = 8;
export const SHAPE_NAME_FIELD = 12;
export const SHAPE_COUNT_FIELD = 16;
export const SHAPE_INLINE_FIELD = 20;
export const SHAPE_LANGUAGE_FIELD = 24;
export const SHAPE_VALUE_FIELD = 28;

/** Shapes of one kind, by the one that stands for them. */
const FAMILIES: ReadonlyMap<number, number> = new Map([
  [SHAPE_BIGINT, SHAPE_INT64],
  [SHAPE_BOOL, SHAPE_INT64],
  [SHAPE_STR2, SHAPE_STR1],
  [SHAPE_STR4, SHAPE_STR1],
  [SHAPE_STR_VIEW, SHAPE_STR1],
]);

const EXACT = 1;

/** Declared fields of instances of every class. */
const ALL_INSTANCES = { overflow: INSTANCE.overflow };

/** Gives out shape ids and keeps the transitions between shapes of instances. Ids are never reused. */
export interface ShapeTable {
  /** Byte address of a shape's record. */
  record(shape: number): Address;
  /** Number of ids given out so far (the next id). */
  count(): number;
  /** A new root shape with this layout whose objects have this type. */
  define(layout: Layout, type: Address): number;
  /** The declared layout of the shape's objects in memory; undefined for ids that have not been given out. */
  layout(shape: number): Layout | undefined;
  /**
   * A new root shape for instances of a class with `inlineSlots` attributes inline. `layout`: that of the value that they
   * carry in their first slot, whose name must be the first transition; 0 for none.
   */
  defineInstance(name: string, type: Address, inlineSlots: number, layout?: number): number;
  /** The layout of its objects, or of the values that they carry; 0: they are instances and nothing else. */
  layoutOf(shape: number): number;
  /** Whether objects of the shape have its layout in memory. False for shapes of classes. */
  isExact(shape: number): boolean;
  /** The value that an instance of a refined builtin type carries; any other word itself. */
  valueOf(word: Word): Word;
  /** Sets the type of a shape that was defined before its type existed. */
  setType(shape: number, type: Address): void;
  /** The shape after adding the attribute `name` (an interned string). Creates it on first request. */
  transition(shape: number, name: Word): number;
  /** The shape after taking away an attribute that it has: those added after it move down by one position. Creates it on first request. */
  removal(shape: number, name: Word): number;
  /** Position of attribute `name` (interned) in instances of the shape, or -1. */
  slotOf(shape: number, name: Word): number;
  /** Names of the attributes, in order of position. */
  names(shape: number): Word[];
  /** Inline capacity of instances of this shape. Positions from it on lie in the overflow array. */
  inlineSlots(shape: number): number;
}

/**
 * @param languageLayouts layouts of the shape ids that the language has fixed, by id
 * @throws RangeError if one of these ids is not from FIRST_LANGUAGE_SHAPE up to FIRST_DYNAMIC_SHAPE
 */
export function createShapeTable(memory: Memory, languageLayouts: ReadonlyMap<number, Layout> = new Map()): ShapeTable {
  const { i32 } = memory;
  const base = memory.shapes.start;
  const limit = (memory.shapes.end - base) / SHAPE_RECORD_BYTES;
  const transitions: (Map<Word, number> | undefined)[] = [];
  /** Found before, per shape. */
  const removals: (Map<Word, number> | undefined)[] = [];
  const layouts: (Layout | undefined)[] = [];
  /** Lookup per shape, built on first use. */
  const slots: (Map<Word, number> | undefined)[] = [];
  let next = FIRST_DYNAMIC_SHAPE;

  const record = (shape: number): Address => base + shape * SHAPE_RECORD_BYTES;
  const field = (shape: number, offset: number): number => (record(shape) + offset) >>> 2;

  for (const id of languageLayouts.keys()) {
    if (id < FIRST_LANGUAGE_SHAPE || id >= FIRST_DYNAMIC_SHAPE)
      throw new RangeError(`shape ${id} is not the language's`);
  }
  for (const [id, layout] of [...BASIC_LAYOUTS, ...languageLayouts]) {
    layouts[id] = layout;
    i32[field(id, SHAPE_LAYOUT_FIELD)] = packLayout(layout);
    i32[field(id, SHAPE_VALUE_FIELD)] = ((FAMILIES.get(id) ?? id) << 1) | EXACT;
  }

  function allocate(layout: Layout, type: Address): number {
    if (next >= limit) throw new RangeError("the shape table is full");
    const id = next++;
    layouts[id] = layout;
    i32[field(id, SHAPE_LAYOUT_FIELD)] = packLayout(layout);
    i32[field(id, SHAPE_TYPE_FIELD)] = type;
    return id;
  }

  function slotMap(shape: number): Map<Word, number> {
    let map = slots[shape];
    if (map === undefined) {
      const parent = i32[field(shape, SHAPE_PARENT_FIELD)];
      map = parent === 0 ? new Map() : new Map(slotMap(parent));
      const name = i32[field(shape, SHAPE_NAME_FIELD)];
      if (name !== 0) map.set(name, map.size);
      slots[shape] = map;
    }
    return map;
  }

  function transition(shape: number, name: Word): number {
    const known = (transitions[shape] ??= new Map());
    let child = known.get(name);
    if (child === undefined) {
      child = allocate(layouts[shape] as Layout, i32[field(shape, SHAPE_TYPE_FIELD)]);
      i32[field(child, SHAPE_PARENT_FIELD)] = shape;
      i32[field(child, SHAPE_NAME_FIELD)] = name;
      i32[field(child, SHAPE_COUNT_FIELD)] = i32[field(shape, SHAPE_COUNT_FIELD)] + 1;
      i32[field(child, SHAPE_INLINE_FIELD)] = i32[field(shape, SHAPE_INLINE_FIELD)];
      i32[field(child, SHAPE_LANGUAGE_FIELD)] = i32[field(shape, SHAPE_LANGUAGE_FIELD)];
      i32[field(child, SHAPE_VALUE_FIELD)] = i32[field(shape, SHAPE_VALUE_FIELD)];
      known.set(name, child);
    }
    return child;
  }

  function removal(shape: number, name: Word): number {
    const known = (removals[shape] ??= new Map());
    let without = known.get(name);
    if (without === undefined) {
      const added = i32[field(shape, SHAPE_NAME_FIELD)];
      const parent = i32[field(shape, SHAPE_PARENT_FIELD)];
      without = added === name ? parent : transition(removal(parent, name), added);
      known.set(name, without);
    }
    return without;
  }

  return {
    record,
    count: () => next,
    define(layout, type) {
      const id = allocate(layout, type);
      i32[field(id, SHAPE_VALUE_FIELD)] = (id << 1) | EXACT;
      return id;
    },
    layout: (shape) => layouts[shape],
    layoutOf: (shape) => i32[field(shape, SHAPE_VALUE_FIELD)] >>> 1,
    isExact: (shape) => (i32[field(shape, SHAPE_VALUE_FIELD)] & EXACT) !== 0,
    valueOf(word) {
      if ((word & 1) !== 0) return word;
      const shape = i32[word >>> 2] >>> 8;
      if (shape < FIRST_DYNAMIC_SHAPE) return word;
      const value = i32[field(shape, SHAPE_VALUE_FIELD)];
      return value !== 0 && (value & EXACT) === 0 ? i32[(word + INSTANCE_VALUE) >>> 2] : word;
    },
    defineInstance(name, type, inlineSlots, layout = 0) {
      const used = INSTANCE_SLOTS / 4 + inlineSlots;
      const fixedWords = used + (used & 1);
      const id = allocate(
        { name, fixedWords, refStart: 2, refEnd: used, tail: TAIL_NONE, fields: ALL_INSTANCES },
        type,
      );
      i32[field(id, SHAPE_INLINE_FIELD)] = inlineSlots;
      i32[field(id, SHAPE_VALUE_FIELD)] = layout << 1;
      return id;
    },
    setType(shape, type) {
      i32[field(shape, SHAPE_TYPE_FIELD)] = type;
    },
    transition,
    removal,
    slotOf: (shape, name) => slotMap(shape).get(name) ?? -1,
    names: (shape) => [...slotMap(shape).keys()],
    inlineSlots: (shape) => i32[field(shape, SHAPE_INLINE_FIELD)],
  };
}
