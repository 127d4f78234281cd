import type { Memory, Word } from "@hotpy/memory";
import { type Allocator, madeBy } from "../allocator.js";
import { FLAG_INTERNED } from "../header.js";
import type { ObjectKernel } from "../kernel.js";
import { STR_DATA } from "../layouts.js";
import type { HostStrings } from "./host.js";
import type { Text } from "./text.js";

/** Interned strings are immortal and exist once: two different words are two different texts. */
export interface InternTable {
  /** The interned string equal to this one; usually another word. */
  intern(string: Word): Word;
  /** The interned string of this text. */
  internJS(text: string): Word;
  isInterned(string: Word): boolean;
}

/** A language's own names and those of a few modules fit in without growing. */
const PLACES = 32_768;
/** Characters of most names. */
const LONGEST = 60;

/** The table itself is the kernel's. */
export function createInternTable(
  memory: Memory,
  allocator: Allocator,
  kernel: ObjectKernel,
  text: Pick<Text, "flat" | "allocateImmortal">,
  { fromJS }: Pick<HostStrings, "fromJS">,
): InternTable {
  const { i32, u8 } = memory;
  const made = madeBy(allocator);
  const byHostText = new Map<string, Word>();
  if (!kernel.createInterned(PLACES)) allocator.exhausted();

  /** Names in text of one byte a character are interned from here, without a string for each. */
  const scratch = text.allocateImmortal(0, LONGEST) + STR_DATA;

  function internShort(source: string): Word {
    let bits = 0;
    for (let i = 0; i < source.length; i++) {
      const unit = source.charCodeAt(i);
      bits |= unit;
      u8[scratch + i] = unit;
    }
    return bits < 0x100 ? made(kernel.internNarrow(scratch, source.length)) : intern(fromJS(source));
  }

  const intern = (string: Word): Word => made(kernel.internString(text.flat(string)));

  return {
    intern,
    internJS(source) {
      let string = byHostText.get(source);
      if (string === undefined) {
        string = source.length <= LONGEST ? internShort(source) : intern(fromJS(source));
        byHostText.set(source, string);
      }
      return string;
    },
    isInterned: (string) => (i32[string >>> 2] & FLAG_INTERNED) !== 0,
  };
}
