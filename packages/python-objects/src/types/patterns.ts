import type { Address } from "@hotpy/memory";
import type { Patterns } from "../natives.js";
import type { Types } from "./types.js";

/// What the patterns of `match` take the objects of a class for. CPython keeps it in two flags of the class.

/** What the first class says that says anything, in the order in which attributes are looked for. */
export function patternsOf<K extends keyof Patterns>(types: Types, type: Address, key: K): Patterns[K] | undefined {
  for (const each of types.record(type).mro) {
    const found = types.record(each).patterns[key];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** From now on the instances of a class, and of those that refine it, are sequences or mappings. What TypeScript defines stays as it is. */
export function setCollection(types: Types, type: Address, collection: NonNullable<Patterns["collection"]>): void {
  const record = types.record(type);
  if (!record.isClass || record.patterns.collection === collection) return;
  record.patterns = { ...record.patterns, collection };
  for (const each of record.subclasses) setCollection(types, each, collection);
}
