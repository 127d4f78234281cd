import type { Codec } from "./codec.js";

/// Encodings of one byte a character.

/** Bytes that are code points, below a limit. */
function narrow(name: string, limit: number): Codec {
  const reason = `ordinal not in range(${limit})`;
  return {
    name,
    reason,
    joinsFaults: true,
    encodeCode(code, push) {
      if (code >= limit) return false;
      push(code);
      return true;
    },
    decode(input, from, push, onFault) {
      let at = from;
      while (at >= 0 && at < input.bytes.length) {
        if (input.bytes[at] < limit) push(input.bytes[at++]);
        else at = onFault({ start: at, end: at + 1, reason });
      }
      return at;
    },
  };
}

export const ascii: Codec = narrow("ascii", 128);
export const latin1: Codec = narrow("latin-1", 256);

/** Stands in tables for a byte without a character. */
const UNDEFINED = 0xfffe;

/** An encoding by a table: ASCII below 128, and what the upper 128 bytes stand for. */
export function charmap(upper: string): Codec {
  const codes = [...upper].map((character) => character.codePointAt(0) as number);
  const bytesOf = new Map<number, number>();
  codes.forEach((code, i) => {
    if (code !== UNDEFINED) bytesOf.set(code, 128 + i);
  });
  const reason = "character maps to <undefined>";
  return {
    name: "charmap",
    reason,
    joinsFaults: true,
    encodeCode(code, push) {
      const byte = code < 128 ? code : bytesOf.get(code);
      if (byte === undefined) return false;
      push(byte);
      return true;
    },
    decode(input, from, push, onFault) {
      let at = from;
      while (at >= 0 && at < input.bytes.length) {
        const byte = input.bytes[at];
        const code = byte < 128 ? byte : codes[byte - 128];
        if (code === UNDEFINED) at = onFault({ start: at, end: at + 1, reason });
        else {
          push(code);
          at++;
        }
      }
      return at;
    },
  };
}
