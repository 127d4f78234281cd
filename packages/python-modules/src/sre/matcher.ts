import { type Address, NULL, type Word } from "@hotpy/memory";
import { BYTES_DATA, STR_DATA, TAIL_SIZE } from "@hotpy/object-model";
import {
  FOR_ANY,
  FOR_BYTES,
  FOR_TEXT,
  type Machine,
  type Making,
  PATTERN_CODE,
  PATTERN_GROUPS,
  PATTERN_KIND,
  type Raising,
  type Typing,
} from "@hotpy/python-objects";
import type { Kernel } from "../generated/kernel.js";
import { modulesKernel } from "../kernel.js";
import { SRE_NO_MATCH } from "./results.js";

/** How a match is looked for. */
export interface Search {
  readonly from: number;
  readonly end: number;
  /** Anywhere, not only at `from`. */
  readonly searches?: boolean;
  /** It must reach the end. */
  readonly isWhole?: boolean;
  /** It may not be empty at `from`. */
  readonly advances?: boolean;
}

/** Patterns meet strings. All leaf. */
export interface Matcher {
  readonly kernel: Kernel;
  /** Byte address of the root of the object that it works with; NULL: there is none yet. */
  readonly workRoot: Address;
  /** Length of what can be matched with a pattern: a str, or bytes-like. Undefined: raised. */
  lengthFor(pattern: Word, subject: Word): number | undefined;
  /** Whether there is a match; what it is stands in the following until the next one. @throws where there is no memory, or the user has interrupted */
  match(pattern: Word, subject: Word, search: Search): boolean;
  /** Start (0) and end (1) of the match, number of the last group (2), then the marks of the groups, -1: not set. */
  result(index: number): number;
  /** Where these numbers lie. */
  results(): Address;
  /** A part of a subject. */
  part(subject: Word, start: number, end: number): Word;
}

const FIRST_BYTES = 4096;

export function createMatcher(realm: Machine & Making & Raising & Typing): Matcher {
  const { memory, heap, strings, bytes, buffers } = realm;
  const { i32 } = memory;
  const { kernel, workRoot, needWork } = modulesKernel(realm);
  const work = workRoot >>> 2;
  const sizeOfWork = (): number => i32[(i32[work] + TAIL_SIZE) >>> 2];

  function lengthFor(pattern: Word, subject: Word): number | undefined {
    const kind = i32[(pattern + PATTERN_KIND) >>> 2];
    const value = realm.valueOf(subject);
    if (strings.isString(value)) {
      if (kind !== FOR_BYTES) return strings.length(value);
      realm.raise("TypeError", "cannot use a bytes pattern on a string-like object");
      return undefined;
    }
    const buffer = buffers.bytes(subject);
    if (buffer === undefined) {
      if (realm.pending() === NULL)
        realm.raise("TypeError", `expected string or bytes-like object, got '${realm.typeName(subject)}'`);
      return undefined;
    }
    if (kind === FOR_BYTES || kind === FOR_ANY) return buffer.size;
    realm.raise("TypeError", "cannot use a string pattern on a bytes-like object");
    return undefined;
  }

  /** Where the characters of a subject lie, and how many bytes each has. */
  function lies(subject: Word): { data: number; width: number } {
    const value = realm.valueOf(subject);
    if (!strings.isString(value)) return { data: buffers.bytes(subject)?.data ?? 0, width: 1 };
    const flat = strings.flat(value);
    return { data: flat + STR_DATA, width: 1 << strings.widthOf(flat) };
  }

  return {
    kernel,
    workRoot,
    lengthFor,
    match(pattern, subject, { from, end, searches = false, isWhole = false, advances = false }) {
      const marks = i32[(pattern + PATTERN_GROUPS) >>> 2] * 2;
      needWork(Math.max(FIRST_BYTES, 64 + marks * 8));
      // Flattening a string allocates, which moves nothing.
      const { data, width } = lies(subject);
      const code = i32[(pattern + PATTERN_CODE) >>> 2];
      const outcome = kernel.matchPattern(
        bytes.data(code),
        data,
        width,
        from,
        end,
        searches,
        isWhole,
        advances,
        marks,
        i32[work] + BYTES_DATA,
        sizeOfWork(),
      );
      if (outcome < SRE_NO_MATCH) heap.exhausted();
      return outcome !== SRE_NO_MATCH;
    },
    result: (index) => i32[((i32[work] + BYTES_DATA) >>> 2) + index],
    results: () => i32[work] + BYTES_DATA,
    part(subject, start, end) {
      const value = realm.valueOf(subject);
      if (strings.isString(value)) {
        return start === 0 && end === strings.length(value) ? value : strings.substring(value, start, end);
      }
      const buffer = buffers.bytes(subject);
      if (buffer === undefined) return realm.bytes.fromArray(new Uint8Array());
      if (realm.bytes.isBytes(value) && start === 0 && end === buffer.size) return value;
      // A bytearray may have become shorter since.
      const [first, last] = [start, end].map((place) => buffer.data + Math.min(place, buffer.size));
      return realm.bytes.fromArray(memory.u8.slice(first, last));
    },
  };
}

/** Values of PATTERN_KIND for a source. */
export const kindOfSource = (realm: Machine & Making & Typing, source: Word): number =>
  source === realm.none ? FOR_ANY : realm.strings.isString(realm.valueOf(source)) ? FOR_TEXT : FOR_BYTES;
