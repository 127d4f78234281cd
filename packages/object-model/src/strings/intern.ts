import type { Memory, Word } from "@hotpy/memory";
import { FLAG_INTERNED } from "../header.js";
import { STR_HASH } from "../layouts.js";
import type { StringHash } from "./hash.js";
import type { HostStrings } from "./host.js";
import type { StringSearch } from "./search.js";
import type { Text } from "./text.js";

/** Interned strings are immortal and exist once: two different words are two different texts. */
export interface InternTable {
  /** The interned string equal to this one; usually another word. */
  intern(string: Word): Word;
  /** The interned string of this text. */
  internJS(text: string): Word;
  isInterned(string: Word): boolean;
}

export function createInternTable(
  memory: Memory,
  text: Text,
  hashes: StringHash,
  comparison: Pick<StringSearch, "equals">,
  host: HostStrings,
): InternTable {
  const { i32 } = memory;
  /**
   * Open addressing with linear probing over words; 0 is a free place. A language's own names and those of a few modules fit in without growing,
   * which at start is done by code that is not compiled.
   */
  let table = new Int32Array(32_768);
  let count = 0;
  const byHostText = new Map<string, Word>();

  function place(string: Word): number {
    const mask = table.length - 1;
    let at = hashes.hash(string) & mask;
    while (table[at] !== 0 && !comparison.equals(table[at], string)) at = (at + 1) & mask;
    return at;
  }

  function grow(): void {
    const old = table;
    table = new Int32Array(old.length * 2);
    const mask = table.length - 1;
    for (const string of old) {
      if (string === 0) continue;
      // All differ.
      let at = hashes.hash(string) & mask;
      while (table[at] !== 0) at = (at + 1) & mask;
      table[at] = string;
    }
  }

  function immortalCopy(string: Word): Word {
    const length = text.length(string);
    const copy = text.allocateImmortal(text.widthOf(string), length);
    text.copy(copy, 0, string, 0, length);
    i32[(copy + STR_HASH) >>> 2] = hashes.hash(string);
    return copy;
  }

  function intern(word: Word): Word {
    const string = text.flat(word);
    if ((i32[string >>> 2] & FLAG_INTERNED) !== 0) return string;
    const at = place(string);
    if (table[at] !== 0) return table[at];
    const interned = text.length(string) < 2 && text.widthOf(string) === 0 ? shortString(string) : immortalCopy(string);
    i32[interned >>> 2] |= FLAG_INTERNED;
    table[at] = interned;
    if (++count * 2 > table.length) grow();
    return interned;
  }

  const shortString = (string: Word): Word =>
    text.length(string) === 0 ? text.empty : text.char(text.codeAt(string, 0));

  return {
    intern,
    internJS(source) {
      let string = byHostText.get(source);
      if (string === undefined) {
        string = intern(host.fromJS(source));
        byHostText.set(source, string);
      }
      return string;
    },
    isInterned: (string) => (i32[string >>> 2] & FLAG_INTERNED) !== 0,
  };
}
