import { type Address, NULL } from "@hotpy/memory";
import { TYPE_DICT } from "@hotpy/object-model";
import type { UpToCalling } from "../context.js";
import { typeSizes } from "../generated/type-sizes.js";
import { patternsOf } from "./patterns.js";

/// What CPython's struct of a type says. Programs look at the flags, and at whether the sizes are 0.

const IMMUTABLE = 1 << 8;
const HEAP = 1 << 9;
const BASE = 1 << 10;
const READY = 1 << 12;
const COLLECTED = 1 << 14;
const ABSTRACT = 1 << 20;
const VALID_VERSION = 1 << 19;
const SEQUENCE = 1 << 5;
const MAPPING = 1 << 6;
/** Refines one of these. */
const REFINES: readonly (readonly [string, number])[] = [
  ["int", 2 ** 24],
  ["list", 2 ** 25],
  ["tuple", 2 ** 26],
  ["bytes", 2 ** 27],
  ["str", 2 ** 28],
  ["dict", 2 ** 29],
  ["BaseException", 2 ** 30],
  ["type", 2 ** 31],
];
let sizes: ReadonlyMap<string, number> | undefined;

/** What CPython says of the nearest builtin type: its size, negative where its objects are not collected. */
function sizeOfBuiltin({ types }: UpToCalling, type: Address): number {
  sizes ??= new Map(typeSizes);
  for (let each = type; each !== NULL; each = types.record(each).base) {
    const size = types.record(each).isClass ? undefined : sizes.get(types.fullNameOf(each));
    if (size !== undefined) return size;
  }
  return 0;
}

/** `__flags__`. */
export function typeFlags(context: UpToCalling, type: Address): number {
  const { types } = context;
  const record = types.record(type);
  let flags = READY | VALID_VERSION;
  flags |= record.isClass ? HEAP : IMMUTABLE;
  if (record.isBase) flags |= BASE;
  if (isCollected(context, type)) flags |= COLLECTED;
  if (record.abstractMethods.length > 0) flags |= ABSTRACT;
  const collection = patternsOf(types, type, "collection");
  if (collection !== undefined) flags |= collection === "sequence" ? SEQUENCE : MAPPING;
  return REFINES.reduce((sum, [name, bit]) => sum + (types.isSubtype(type, types.named(name)) ? bit : 0), flags);
}

const ITEM_SIZES: readonly (readonly [string, number])[] = [
  ["int", 4],
  ["bytes", 1],
  ["tuple", 8],
  ["type", 40],
];
/** `__itemsize__`: not 0 where objects have a part of variable size. */
export const itemSize = ({ types }: UpToCalling, type: Address): number =>
  ITEM_SIZES.find(([name]) => types.isSubtype(type, types.named(name)))?.[1] ?? 0;

/** `__basicsize__`, as CPython lays objects out. */
export function basicSize(context: UpToCalling, type: Address): number {
  const { types, dicts, memory, name: intern } = context;
  const { slotNames, isClass, base } = types.record(type);
  if (!isClass) return Math.abs(sizeOfBuiltin(context, type));
  const adds = (name: string): number =>
    dicts.getInterned(memory.i32[(type + TYPE_DICT) >>> 2], intern(name)) === NULL ? 0 : WORD;
  // A dict lies in front of objects of one size, behind others, which cannot be referred to weakly.
  const added = itemSize(context, type) === 0 ? adds("__weakref__") : adds("__dict__");
  return basicSize(context, base) + WORD * slotNames.length + added;
}

const WORD = 8;

const isCollected = (context: UpToCalling, type: Address): boolean =>
  context.types.record(type).isClass || sizeOfBuiltin(context, type) >= 0;

/** Bytes in front of an object of a type: what the collector keeps, and attributes. */
export function headSize(context: UpToCalling, type: Address): number {
  if (!isCollected(context, type)) return 0;
  const { types } = context;
  let builtin = type;
  while (types.record(builtin).isClass) builtin = types.record(builtin).base;
  const addsDict = types.record(type).hasDict && !types.record(builtin).hasDict;
  return 2 * WORD + (addsDict && itemSize(context, type) === 0 ? 2 * WORD : 0);
}
