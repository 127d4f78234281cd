import { type Codec, type Input, isSurrogate, type OnFault, type Push, SURROGATES_NOT_ALLOWED } from "./codec.js";

function encode(code: number, push: Push): void {
  if (code < 0x80) return push(code);
  if (code < 0x800) push(0xc0 | (code >> 6));
  else {
    if (code < 0x10000) push(0xe0 | (code >> 12));
    else {
      push(0xf0 | (code >> 18));
      push(0x80 | ((code >> 12) & 63));
    }
    push(0x80 | ((code >> 6) & 63));
  }
  push(0x80 | (code & 63));
}

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** Whether a second byte may follow a first one: some would make a code point too small, too large, or a surrogate. */
function mayFollow(first: number, second: number): boolean {
  if (!isContinuation(second)) return false;
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second < 0xa0;
  if (first === 0xf0) return second >= 0x90;
  return first !== 0xf4 || second < 0x90;
}

function decode(input: Input, from: number, push: Push, onFault: OnFault, isFinal: boolean): number {
  let at = from;
  while (at >= 0 && at < input.bytes.length) {
    const { bytes } = input;
    const first = bytes[at];
    if (first < 0x80) {
      push(first);
      at++;
      continue;
    }
    const size = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    let reason = size === 0 ? "invalid start byte" : "";
    let good = 1;
    let code = first & (0x7f >> size);
    while (reason === "" && good < size) {
      const next = bytes[at + good];
      if (at + good === bytes.length) reason = "unexpected end of data";
      else if (good === 1 ? !mayFollow(first, next) : !isContinuation(next)) reason = "invalid continuation byte";
      else {
        code = (code << 6) | (next & 63);
        good++;
      }
    }
    if (reason === "") {
      push(code);
      at += size;
    } else if (!isFinal && at + good === bytes.length && reason === "unexpected end of data") return at;
    else at = onFault({ start: at, end: at + good, reason });
  }
  return at;
}

export const utf8: Codec = {
  name: "utf-8",
  reason: SURROGATES_NOT_ALLOWED,
  joinsFaults: true,
  replacesByAscii: true,
  encodeCode(code, push) {
    if (isSurrogate(code)) return false;
    encode(code, push);
    return true;
  },
  decode,
  encodeSurrogate: encode,
  decodeSurrogate(bytes, at) {
    const [a, b, c] = bytes.subarray(at, at + 3);
    if (a !== 0xed || !(b >= 0xa0 && isContinuation(b)) || !isContinuation(c)) return undefined;
    return { code: 0xd000 | ((b & 63) << 6) | (c & 63), size: 3 };
  },
};

const MARK = [0xef, 0xbb, 0xbf];

/** UTF-8 with a mark at the start. */
export const utf8WithMark: Codec = {
  ...utf8,
  mark: MARK,
  resolve: (bytes) => ({ codec: utf8, from: MARK.every((byte, i) => bytes[i] === byte) ? MARK.length : 0, cut: true }),
};
