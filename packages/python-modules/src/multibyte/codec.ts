import type { Codec } from "@hotpy/python-builtins";
import { HANGUL_MARK, hangulAt, hangulBytes } from "./hangul.js";
import { ILLEGAL, INCOMPLETE } from "./shifting.js";
import { type FourBytes, fourBytes, tableOf } from "./tables.js";

/// Encodings of East Asia: one byte a character, two, and in some three or four.

/** What stands at a place: a character and its bytes; bytes at fault; or undefined, there is more to come. */
export type Found = { readonly code: number; readonly size: number } | { readonly fault: number } | undefined;

const isShiftJis = (name: string): boolean => name === "shift_jis" || name === "cp932";

/** @param name of CPython's module */
export function multibyteCodec(name: string): Codec {
  const { characters, codes } = tableOf(name);
  const four = name === "gb18030" ? fourBytes() : undefined;
  const hasThree = name === "euc_jp";
  /** What begins with these bytes needs another one, whether or not there is such a character. */
  const isLead = (byte: number): boolean =>
    !isShiftJis(name) || (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
  const hasHangul = name === "euc_kr";

  function look(bytes: Uint8Array, at: number): Found {
    const first = bytes[at];
    const single = characters.get(first);
    if (single !== undefined) return { code: single, size: 1 };
    if (first < 0x80) return { code: first, size: 1 };
    if (!isLead(first)) return { fault: 1 };
    if (at + 1 >= bytes.length) return undefined;
    const two = (first << 8) | bytes[at + 1];
    const code = characters.get(two);
    if (code !== undefined) return { code, size: 2 };
    if (hasHangul && two === HANGUL_MARK) return hangulAt(bytes, at);
    if (four !== undefined && bytes[at + 1] >= 0x30 && bytes[at + 1] <= 0x39) return lookAtFour(bytes, at, four);
    if (!hasThree || first !== 0x8f) return { fault: 1 };
    if (at + 2 >= bytes.length) return undefined;
    const third = characters.get((two << 8) | bytes[at + 2]);
    return third === undefined ? { fault: 1 } : { code: third, size: 3 };
  }

  return {
    name,
    reason: ILLEGAL,
    joinsFaults: false,
    encodeCode(character, push) {
      const code = codes.get(character) ?? (character < 0x80 ? character : undefined);
      if (code === undefined || (code === 0 && character !== 0)) {
        const hangul = hasHangul ? hangulBytes(character) : undefined;
        if (hangul !== undefined) {
          hangul.forEach(push);
          return true;
        }
        const position = character >= 0xd800 && character <= 0xdfff ? undefined : four?.positionOf(character);
        if (position === undefined) return false;
        push(0x81 + Math.floor(position / 12_600));
        push(0x30 + (Math.floor(position / 1260) % 10));
        push(0x81 + (Math.floor(position / 10) % 126));
        push(0x30 + (position % 10));
        return true;
      }
      if (code > 0xffff) push(code >> 16);
      if (code > 0xff) push((code >> 8) & 0xff);
      push(code & 0xff);
      return true;
    },
    decode(input, from, push, onFault, isFinal) {
      let at = from;
      while (at >= 0 && at < input.bytes.length) {
        const found = look(input.bytes, at);
        if (found === undefined) {
          if (!isFinal) return at;
          at = onFault({ start: at, end: input.bytes.length, reason: INCOMPLETE });
        } else if ("fault" in found) at = onFault({ start: at, end: at + found.fault, reason: ILLEGAL });
        else {
          push(found.code);
          at += found.size;
        }
      }
      return at;
    },
  };
}

function lookAtFour(bytes: Uint8Array, at: number, four: FourBytes): Found {
  if (at + 3 >= bytes.length) return undefined;
  const [a, b, c, d] = bytes.subarray(at, at + 4);
  if (c < 0x81 || c > 0xfe || d < 0x30 || d > 0x39) return { fault: 1 };
  const code = four.characterAt(((a - 0x81) * 10 + b - 0x30) * 1260 + (c - 0x81) * 10 + d - 0x30);
  return code === undefined ? { fault: 1 } : { code, size: 4 };
}
