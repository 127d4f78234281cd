/// What a collector must know about the objects of a shape, derived from the declared fields.
///
/// Every object is: header (2 words), fixed fields, then optionally a tail of words or bytes whose raw size is word 1 of the
/// header. The tagged fields of the fixed part are one contiguous range [refStart, refEnd) in words.

import type { Field, FieldGroup, FieldKind } from "./fields.js";
import { HEADER_BYTES } from "./header.js";

/** Kinds of tail. */
export const TAIL_NONE = 0;
/** Tagged words; word 1 counts words. */
export const TAIL_WORDS = 1;
/** Raw bytes; word 1 counts bytes. */
export const TAIL_BYTES = 2;

/** What a collector must know about a shape. */
export interface Layout {
  readonly name: string;
  /** Words of the fixed part, header included; at most 255. Even, unless there is a tail. */
  readonly fixedWords: number;
  /** Word indices of the tagged fields in the fixed part; equal if there are none. */
  readonly refStart: number;
  readonly refEnd: number;
  readonly tail: 0 | 1 | 2;
  /** What all this is derived from. */
  readonly fields: FieldGroup;
}

const BYTES: Readonly<Partial<Record<FieldKind, number>>> = { word: 4, i32: 4, i64: 8, f64: 8 };
const TAILS: Readonly<Partial<Record<FieldKind, 1 | 2>>> = { words: TAIL_WORDS, slots: TAIL_WORDS, bytes: TAIL_BYTES };

/**
 * The layout of objects with these fields. `name` is for people; fields in the header take no part.
 * @throws Error if the fields overlap or are not aligned, if tagged ones are not side by side, or if a tail is not at the end.
 */
export function layoutOf(name: string, fields: FieldGroup): Layout {
  const fault = (what: string): never => {
    throw new Error(`layout ${name}: ${what}`);
  };
  const names = Object.keys(fields).filter((field) => fields[field].offset >= HEADER_BYTES);
  names.sort((a, b) => fields[a].offset - fields[b].offset);
  let end = HEADER_BYTES;
  let [refStart, refEnd] = [HEADER_BYTES, HEADER_BYTES];
  let tail: 0 | 1 | 2 = TAIL_NONE;
  for (const field of names) {
    const { offset, kind } = fields[field];
    const bytes = BYTES[kind] ?? 0;
    if (tail !== TAIL_NONE) fault("a tail is not at the end");
    if (offset % (bytes || 4) !== 0) fault(`${field} is not aligned`);
    if (offset < end) fault(`${field} overlaps the field before it`);
    end = offset + bytes;
    tail = TAILS[kind] ?? TAIL_NONE;
    if (kind !== "word") continue;
    if (refStart === refEnd) refStart = refEnd = offset;
    if (offset !== refEnd) fault(`${field} is not beside the other tagged fields`);
    refEnd = end;
  }
  if (tail === TAIL_NONE) end = (end + 7) & -8;
  return { name, fixedWords: end / 4, refStart: refStart / 4, refEnd: refEnd / 4, tail, fields };
}

/** The field at a byte offset: one that begins there, or the tail that holds it. */
export function fieldAt({ fields }: Layout, offset: number): Field | undefined {
  const all = Object.values(fields);
  return (
    all.find((field) => field.offset === offset) ??
    all.find((field) => TAILS[field.kind] !== undefined && field.offset < offset)
  );
}

/** Packs a layout into the word that the shape table holds. */
export function packLayout(layout: Layout): number {
  return layout.fixedWords | (layout.refStart << 8) | (layout.refEnd << 16) | (layout.tail << 24);
}
