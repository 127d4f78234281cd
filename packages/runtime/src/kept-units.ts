/// Units that are kept together, by name: as one unit, whose names are theirs, and whose constants they are.

import { type CodeUnit, decodeUnit, EMPTY_UNIT, encodeUnit } from "@hotpy/bytecode";
import type { CodeCache } from "@hotpy/python-objects";
import { notesOf } from "./local-lookups.js";

/** What is kept under a key; the units are of the file of that name. */
export function findUnits(cache: CodeCache, key: Uint8Array, filename: string): Map<string, CodeUnit> {
  const found = new Map<string, CodeUnit>();
  const code = cache.find(key);
  const all = code === undefined ? undefined : decodeUnit(code, filename);
  all?.constants.forEach((constant, index) => {
    if (constant.kind === "code") found.set(all.names[index], constant.unit);
  });
  return found;
}

export function keepUnits(cache: CodeCache, key: Uint8Array, units: ReadonlyMap<string, CodeUnit>): void {
  const constants = [...units.values()].map((unit) => ({ kind: "code", unit }) as const);
  cache.keep(key, encodeUnit({ ...EMPTY_UNIT, names: [...units.keys()], constants }, notesOf));
}
