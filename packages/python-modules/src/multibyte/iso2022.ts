import type { Codec, Push } from "@hotpy/python-builtins";
import { CHARACTER_SETS, type CharacterSet } from "./character-sets.js";
import { type ShiftReader, type ShiftWriter, type Step, shiftingCodec } from "./shifting.js";

/// Encodings of ISO 2022: escape sequences choose the set that bytes below 128 are of.

const { kanji, oldKanji, moreKanji, roman, katakana, korean } = CHARACTER_SETS;
interface Variant {
  /** In the order in which they are asked for a character. */
  readonly sets: readonly CharacterSet[];
  /** The set is chosen once, and shifted in and out. */
  readonly shifts?: true;
}
const VARIANTS: Readonly<Record<string, Variant>> = {
  iso2022_jp: { sets: [kanji, roman, oldKanji] },
  iso2022_jp_1: { sets: [kanji, moreKanji, roman, oldKanji] },
  iso2022_jp_ext: { sets: [kanji, moreKanji, roman, katakana, oldKanji] },
  iso2022_kr: { sets: [korean], shifts: true },
};

const ESCAPE = 0x1b;
const [SHIFT_OUT, SHIFT_IN, NEWLINE] = [0x0e, 0x0f, 0x0a];
/** An escape sequence has no more bytes. */
const MOST_ESCAPE = 16;
const ASCII = "ascii";

const letter = (byte: number): string => String.fromCharCode(byte);
const isEscapeEnd = (byte: number): boolean => (byte >= 0x41 && byte <= 0x5a) || byte === 0x40;

export function iso2022(name: string): Codec {
  const variant = VARIANTS[name];
  return shiftingCodec(
    name,
    () => createReader(variant),
    () => createWriter(variant),
  );
}

function createReader({ sets, shifts }: Variant): ShiftReader {
  const chosen: (CharacterSet | typeof ASCII)[] = [ASCII, ASCII];
  let isShifted = false;
  /** An escape sequence of another kind stands for itself. */
  let passes = false;

  function escape(bytes: Uint8Array, at: number): Step {
    let size = 1;
    while (size < MOST_ESCAPE) {
      if (at + size >= bytes.length) return undefined;
      if (isEscapeEnd(bytes[at + size++])) break;
    }
    if (!isEscapeEnd(bytes[at + size - 1])) return { fault: 1 };
    const text = String.fromCharCode(...bytes.subarray(at + 1, at + size));
    // Two of them have been written without the parenthesis since before there were others.
    const [, wide, which, mark] = /^(\$?)([()]?)([A-Z@])$/.exec(text) ?? [];
    if (mark === undefined || (wide === "" && which === "")) return { fault: size };
    const isAscii = wide === "" && mark === "B";
    const set = sets.find((each) => each.mark === mark && (each.width === 2) === (wide !== ""));
    if (set === undefined && !isAscii) return { fault: size };
    chosen[which === ")" ? 1 : 0] = set ?? ASCII;
    return { size };
  }

  return {
    isPlain: () => !isShifted && !passes && chosen[0] === ASCII && chosen[1] === ASCII,
    read(bytes, at) {
      const byte = bytes[at];
      if (passes) {
        passes = !isEscapeEnd(byte);
        return { size: 1, code: byte };
      }
      if (byte === ESCAPE) {
        if (at + 1 >= bytes.length) return undefined;
        if ("()$.&".includes(letter(bytes[at + 1]))) return escape(bytes, at);
        passes = true;
        return { size: 1, code: byte };
      }
      if (shifts && (byte === SHIFT_OUT || byte === SHIFT_IN)) {
        isShifted = byte === SHIFT_OUT;
        return { size: 1 };
      }
      if (byte === NEWLINE) isShifted = false;
      if (byte < 0x20) return { size: 1, code: byte };
      if (byte >= 0x80) return { fault: 1 };
      const set = chosen[isShifted ? 1 : 0];
      if (set === ASCII) return { size: 1, code: byte };
      if (at + set.width > bytes.length) return undefined;
      const code = set.character(set.width === 1 ? byte : (byte << 8) | bytes[at + 1]);
      return code === undefined ? { fault: set.width } : { size: set.width, code };
    },
  };
}

function createWriter({ sets, shifts }: Variant): ShiftWriter {
  let chosen: CharacterSet | typeof ASCII = ASCII;
  let isShifted = false;
  const write = (text: string, push: Push): void => {
    for (const char of text) push(char.charCodeAt(0));
  };

  function toPlain(push: Push): void {
    if (!shifts && chosen !== ASCII) {
      write("\x1b(B", push);
      chosen = ASCII;
    }
    if (isShifted) push(SHIFT_IN);
    isShifted = false;
  }

  function choose(set: CharacterSet, push: Push): void {
    if (set !== chosen) {
      const which = shifts ? ")" : set.width === 1 || set === moreKanji ? "(" : "";
      write(`\x1b${set.width === 2 ? "$" : ""}${which}${set.mark}`, push);
      chosen = set;
    }
    if (shifts && !isShifted) {
      push(SHIFT_OUT);
      isShifted = true;
    }
  }

  return {
    finish: toPlain,
    encodeCode(character, push) {
      if (character < 0x80) {
        toPlain(push);
        push(character);
        return true;
      }
      for (const set of sets) {
        const code = set.code(character);
        if (code === undefined) continue;
        choose(set, push);
        if (set.width === 2) push(code >> 8);
        push(code & 0xff);
        return true;
      }
      return false;
    },
  };
}
