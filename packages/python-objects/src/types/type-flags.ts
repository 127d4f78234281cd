import { type Address, NULL } from "@hotpy/memory";
import type { Context } from "../context.js";

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
const WITHOUT_REFERENCES = new Set([
  "int",
  "bool",
  "float",
  "complex",
  "str",
  "bytes",
  "bytearray",
  "object",
  "range",
  "NoneType",
]);

/** `__flags__`. */
export function typeFlags({ types }: Context, type: Address): number {
  const record = types.record(type);
  let flags = READY | VALID_VERSION;
  flags |= record.isClass ? HEAP : IMMUTABLE;
  if (record.isBase) flags |= BASE;
  if (record.isClass || !WITHOUT_REFERENCES.has(record.name)) flags |= COLLECTED;
  if (record.abstractMethods.length > 0) flags |= ABSTRACT;
  for (let base = type; base !== NULL; base = types.record(base).base) {
    const { collection } = types.record(base).patterns;
    if (collection !== undefined) flags |= collection === "sequence" ? SEQUENCE : MAPPING;
  }
  return REFINES.reduce((sum, [name, bit]) => sum + (types.isSubtype(type, types.named(name)) ? bit : 0), flags);
}

const ITEM_SIZES: readonly (readonly [string, number])[] = [
  ["int", 4],
  ["bytes", 1],
  ["tuple", 8],
  ["type", 40],
];
const BASIC_SIZES: readonly (readonly [string, number])[] = [
  ["bool", 24],
  ["int", 24],
  ["float", 24],
  ["complex", 32],
  ["str", 80],
  ["bytes", 33],
  ["bytearray", 56],
  ["list", 40],
  ["tuple", 24],
  ["dict", 48],
  ["set", 200],
  ["frozenset", 200],
  ["type", 912],
  ["BaseException", 72],
];

/** `__itemsize__`: not 0 where objects have a part of variable size. */
export const itemSize = ({ types }: Context, type: Address): number =>
  ITEM_SIZES.find(([name]) => types.isSubtype(type, types.named(name)))?.[1] ?? 0;

/** `__basicsize__`, as CPython lays objects out. */
export function basicSize({ types }: Context, type: Address): number {
  const found = BASIC_SIZES.find(([name]) => types.isSubtype(type, types.named(name)));
  const { slotNames, hasDict, isClass } = types.record(type);
  return (found?.[1] ?? 16) + 8 * slotNames.length + (isClass && hasDict ? 16 : 0);
}
