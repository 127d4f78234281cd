import type { Address, Word } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  BYTES_DATA,
  INSTANCE_OVERFLOW,
  INSTANCE_SLOTS,
  SHAPE_BYTES,
  SHAPE_FUNCTION,
  SHAPE_LANGUAGE_FIELD,
  SHAPE_RECORD_BYTES,
  TAIL_SIZE,
  TYPE_VERSION,
} from "@hotpy/object-model";
import { type Context, DICT_SHAPE } from "@hotpy/python-objects";

/// Attributes of instances by shape and name, for instructions that meet more shapes than their inline caches hold. One table in
/// linear memory, which the loop reads; an entry that is filled replaces what was there. Words of an entry:
///
///     0 shape   1 name   2 place   3 shape afterwards          an attribute in the instance, or in the dict that it has
///     0 shape   1 name   2 type    3 its version   4 root      a method: byte address of the root that holds the function
///     0 shape   1 name   2 type    3 its version   4 kernel    what a function of a kernel gets: its place in the table of these
///
/// `place` is a byte offset in the instance, or, negative, one in its overflow array, or IN_DICT. The shape afterwards is another one if a store
/// adds the attribute. Shapes and names are never used again for something else, so entries go stale only where a data descriptor
/// comes to hide a slot (then all are cleared), and methods by their types' versions. What is in the dict of an instance may hide a method: that is
/// looked up each time.

/** Entries of each half, a power of two. */
const ENTRIES = 512;
const SLOT_WORDS = 4;
const METHOD_WORDS = 8;
const GETTER_ENTRIES = 64;

/** How often an instruction is given inline caches before the table is asked: once for each of the two shapes that they hold. */
export const FIRST_MISSES = 2;

/** The place of an attribute of an instance that has a dict: it is looked up there. No offset is odd. */
export const IN_DICT = 1;

const hash = (shape: string, name: string, words: number, entries = ENTRIES): string =>
  `(((${name} >>> 3) + (${shape} << 3) + ${shape}) & ${entries - 1}) * ${words}`;

/**
 * Instead of a name, for what an operation calls: no name is this word. Of `__call__` what is found on the class alone; of `__str__` the
 * method that makes an object's text, which may be `__repr__`; of `__format__` the same where the class leaves formatting to `object`; of an
 * operator or a comparison the right operand's method that is asked where the left one, a number, says nothing.
 */
export const callKey = (name: Word): Word => name + 2;
/** The same for the method of a binary operator where `a op= b` comes to it, as the class has none in place. */
export const inPlaceKey = (name: Word): Word => name + 4;

/** Text of the word index of the entry for variables `shape` and `name`. */
export const SLOT_ENTRY = `(attributeTable >>> 2) + ${hash("shape", "name", SLOT_WORDS)}`;
/** Text of whether the entry at word index `entry`, of the half of methods or that of getters, is for these and still holds. */
export const isKnown = (entry: string, shape = "shape", name = "name"): string =>
  `i32[${entry}] === ${shape} && i32[${entry} + 1] === ${name} && FIELD(i32[${entry} + 2], ${TYPE_VERSION}) === i32[${entry} + 3]`;
/** Text of the method that an entry has; and of whether it is known and written in Python, so that its frame may return to a continuation. */
export const methodIn = (entry: string): string => `i32[i32[${entry} + 4] >>> 2]`;
export const isKnownFunction = (entry: string, shape?: string, name?: string): string =>
  `${isKnown(entry, shape, name)} && SHAPE(${methodIn(entry)}) === ${SHAPE_FUNCTION}`;

export const methodEntry = (shape: string, name: string): string =>
  `(attributeTable >>> 2) + ${ENTRIES * SLOT_WORDS} + ${hash(shape, name, METHOD_WORDS)}`;
export const METHOD_ENTRY = methodEntry("shape", "name");

/** Text of whether an instance `o` of this shape has a dict where the name is, which hides what is found on its class. */
export const isHidden = (shape = "shape", name = "name"): string =>
  `i32[(shapesStart + ${shape} * ${SHAPE_RECORD_BYTES} + ${SHAPE_LANGUAGE_FIELD}) >>> 2] === ${DICT_SHAPE} && findKey(FIELD(o, ${INSTANCE_OVERFLOW}), ${name}) >= 0`;

export const GETTER_ENTRY = `(attributeTable >>> 2) + ${ENTRIES * (SLOT_WORDS + METHOD_WORDS)} + ${hash("shape", "name", METHOD_WORDS, GETTER_ENTRIES)}`;

/** Where the attribute at a position of instances of this shape lies, as tables of attributes have it. */
export function placeOf(shapes: Context["shapes"], shape: number, position: number): number {
  const inline = shapes.inlineSlots(shape);
  return position < inline ? INSTANCE_SLOTS + position * 4 : -(ARRAY_ITEMS + (position - inline) * 4);
}

export interface AttributeTable {
  /** Byte address. */
  readonly start: Address;
  setSlot(shape: number, name: Word, place: number, after: number): void;
  setMethod(shape: number, name: Word, type: Address, version: number, fn: Word): void;
  /** @param kernel place in `Natives.kernels` */
  setGetter(shape: number, name: Word, type: Address, version: number, kernel: number): void;
  /** Forgets all slots. */
  clearSlots(): void;
}

export function createAttributeTable({ memory, objects }: Context): AttributeTable {
  const { i32 } = memory;
  const words = ENTRIES * (SLOT_WORDS + METHOD_WORDS) + GETTER_ENTRIES * METHOD_WORDS;
  const start = objects.immortal(SHAPE_BYTES, words) + BYTES_DATA;
  i32[(start - BYTES_DATA + TAIL_SIZE) >>> 2] = words * 4;
  const slots = start >>> 2;
  const methods = slots + ENTRIES * SLOT_WORDS;
  const getters = methods + ENTRIES * METHOD_WORDS;
  i32.fill(0, slots, slots + words);
  let isEmpty = true;
  const at = (shape: number, name: Word, entries = ENTRIES): number =>
    ((name >>> 3) + (shape << 3) + shape) & (entries - 1);

  return {
    start,
    setSlot(shape, name, place, after) {
      const entry = slots + at(shape, name) * SLOT_WORDS;
      i32[entry] = shape;
      i32[entry + 1] = name;
      i32[entry + 2] = place;
      i32[entry + 3] = after;
      isEmpty = false;
    },
    setMethod(shape, name, type, version, fn) {
      const entry = methods + at(shape, name) * METHOD_WORDS;
      i32[entry] = shape;
      i32[entry + 1] = name;
      i32[entry + 2] = type;
      i32[entry + 3] = version;
      // The function may move.
      if (i32[entry + 4] === 0) i32[entry + 4] = objects.root(fn);
      else i32[i32[entry + 4] >>> 2] = fn;
    },
    setGetter(shape, name, type, version, kernel) {
      i32.set([shape, name, type, version, kernel], getters + at(shape, name, GETTER_ENTRIES) * METHOD_WORDS);
    },
    clearSlots() {
      if (!isEmpty) i32.fill(0, slots, methods);
      isEmpty = true;
    },
  };
}
