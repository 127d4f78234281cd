import { type Address, isSmall, NULL, STATE_ATTRIBUTES, type Word } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  BYTES_DATA,
  INSTANCE_SLOTS,
  SHAPE_BYTES,
  SHAPE_FUNCTION,
  SHAPE_INT64,
  SHAPE_METHOD,
  SHAPE_NATIVE_METHOD,
  SHAPE_TYPE,
  TAIL_SIZE,
  TYPE_VERSION,
} from "@hotpy/object-model";
import type { UpToCalling } from "../context.js";
import {
  ATTRIBUTE_IS_GUARDED,
  ATTRIBUTE_IS_MISSING,
  ATTRIBUTE_IS_THERE,
  ATTRIBUTE_IS_VALUE,
  LOOKUP_BYTES,
  LOOKUP_ENTRIES,
  LOOKUP_IN_DICT,
  LOOKUP_IS_ASSIGNABLE,
  LOOKUP_KNOWN,
  LOOKUP_METHOD,
  LOOKUP_NAME,
  LOOKUP_SHAPE,
  LOOKUP_SLOT,
  LOOKUP_VERSION,
  LOOKUP_VERSION_AT,
} from "../layouts.js";
import type { Attributes } from "./attributes.js";

/** Where a field of an entry lies, and what it is. */
type Field = readonly [offset: number, word: number];

/** What a type has as an attribute of its instances is as it stands where the type itself is asked. */
const UNBOUND = [SHAPE_FUNCTION, SHAPE_NATIVE_METHOD];

/**
 * Makes a function that sees to it that the table at STATE_ATTRIBUTES says what a name means on an object and all others of its shape. The
 * kernel's `getattr`, `hasattr` and `setattr` read it. Leaf.
 */
export function createNotedAttributes(
  { memory, shapes, strings, types, objects, pythonKernel, name: intern }: UpToCalling,
  { descriptors, instances, isPlain }: Attributes,
): (object: Word, name: Word) => void {
  const { i32 } = memory;
  /** By entry of the table: the root of what its type has. That may move. */
  const roots = new Map<Address, Address>();
  const setattr = intern("__setattr__");
  const shapeOf = (word: Word): number => (isSmall(word) ? SHAPE_INT64 : i32[word >>> 2] >>> 8);

  /** Made when it is first needed. */
  function table(): Address {
    if (i32[STATE_ATTRIBUTES >>> 2] !== NULL) return i32[STATE_ATTRIBUTES >>> 2];
    const bytes = LOOKUP_ENTRIES * LOOKUP_BYTES;
    const start = objects.immortal(SHAPE_BYTES, bytes / 4) + BYTES_DATA;
    i32[(start - BYTES_DATA + TAIL_SIZE) >>> 2] = bytes;
    i32.fill(0, start >>> 2, (start + bytes) >>> 2);
    i32[STATE_ATTRIBUTES >>> 2] = start;
    return start;
  }

  function place(shape: number, position: number): number {
    const inline = shapes.inlineSlots(shape);
    return position < inline ? INSTANCE_SLOTS + position * 4 : -(ARRAY_ITEMS + (position - inline) * 4);
  }

  /** See LOOKUP_IS_ASSIGNABLE. */
  function addition(object: Word, shape: number, name: Word): number {
    if (!instances.hasDict(object) || instances.addsToDict(shape)) return 0;
    const next = shapes.transition(shape, name);
    const added = shapes.slotOf(next, name);
    const words = (INSTANCE_SLOTS >>> 2) + added;
    return added < shapes.inlineSlots(next) && words < 256 ? (next << 8) | words : 0;
  }

  function rootOf(entry: Address, found: Word): Address {
    const root = roots.get(entry) ?? objects.root(found);
    roots.set(entry, root);
    i32[root >>> 2] = found;
    return root;
  }

  function enter(entry: Address, object: Word, name: Word, isInstance: boolean): void {
    const shape = shapeOf(object);
    const type = types.typeOf(object);
    const found = types.lookup(type, name);
    const isFound = found !== NULL;
    const hides = isFound && descriptors.isData(found);
    // What is found may become a descriptor, if its class does.
    const mayChange = isFound && !descriptors.isMethod(found) && types.record(types.typeOf(found)).isClass;
    const isReadable = isPlain(type) && !hides && !mayChange;
    const position = isReadable && isInstance ? shapes.slotOf(shape, name) : -1;
    const isOnType = isReadable && position < 0 && isFound;
    const isMethod = isOnType && descriptors.isMethod(found);
    const isFunction = isMethod && shapeOf(found) === SHAPE_FUNCTION;
    const isValue = isOnType && !isMethod && descriptors.isValue(found);
    const known =
      (isMethod || isValue ? ATTRIBUTE_IS_THERE : 0) |
      (isReadable && position < 0 && !isFound ? ATTRIBUTE_IS_MISSING : 0) |
      (isValue ? ATTRIBUTE_IS_VALUE : 0) |
      (types.lookup(type, setattr) === types.lookup(types.object, setattr) ? 0 : ATTRIBUTE_IS_GUARDED);
    const isInDict = isReadable && isInstance && position < 0 && instances.isDictShape(shape);
    const isStored = isReadable && isInstance && !isInDict;
    write(entry, shape, name, type, [
      [LOOKUP_SLOT, position >= 0 ? place(shape, position) : isInDict ? LOOKUP_IN_DICT : 0],
      [LOOKUP_METHOD, isFunction || isValue ? rootOf(entry, found) : 0],
      [LOOKUP_IS_ASSIGNABLE, !isStored ? 0 : position < 0 ? addition(object, shape, name) : 1],
      [LOOKUP_KNOWN, known],
    ]);
  }

  /** Writes an entry, which holds while the type has this version. */
  function write(entry: Address, shape: number, name: Word, type: Address, meaning: readonly Field[]): void {
    const fields: readonly Field[] = [
      [LOOKUP_SHAPE, shape],
      [LOOKUP_NAME, name],
      [LOOKUP_VERSION_AT, type + TYPE_VERSION],
      [LOOKUP_VERSION, i32[(type + TYPE_VERSION) >>> 2]],
      ...meaning,
    ];
    for (const [offset, word] of fields) i32[(entry + offset) >>> 2] = word;
  }

  /** What a type itself has for a name. Where `type` has one, too, that may come first, and runs code. */
  function enterOfType(type: Address, name: Word, entries: Address): void {
    if (types.typeOf(type) !== types.type || types.lookup(types.type, name) !== NULL) return;
    const entry = pythonKernel.placeOfText(type, strings.hash(name), entries);
    const found = types.lookup(type, name);
    const isValue = found !== NULL && (UNBOUND.includes(shapeOf(found)) || descriptors.isValue(found));
    const known = found === NULL ? ATTRIBUTE_IS_MISSING : isValue ? ATTRIBUTE_IS_THERE | ATTRIBUTE_IS_VALUE : 0;
    write(entry, type, name, type, [
      [LOOKUP_SLOT, 0],
      [LOOKUP_METHOD, isValue ? rootOf(entry, found) : 0],
      [LOOKUP_IS_ASSIGNABLE, 0],
      [LOOKUP_KNOWN, known],
    ]);
  }

  return (object, name) => {
    const entries = table();
    if (pythonKernel.findByText(object, name, entries) !== 0) return;
    const shape = shapeOf(object);
    if (shape === SHAPE_TYPE) return enterOfType(object, name, entries);
    // Of these the shape says too little.
    if (shape === SHAPE_METHOD || shape === descriptors.superShape) return;
    const isInstance = !isSmall(object) && types.recordOf(object).kind === "instance";
    if (!isInstance && !isSmall(object) && instances.hasOwn(object)) return;
    enter(pythonKernel.placeOfText(shape, strings.hash(name), entries), object, name, isInstance);
  };
}
