/** Most bytes of a line. */
const MOST_BYTES = 45;
const SPACE = 0x20;
const BACKTICK = 0x60;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SIX_BITS = 63;

/** A line of uuencoded bytes; undefined: there are too many. */
export function encodeLine(bytes: Uint8Array, backtick: boolean): Uint8Array | undefined {
  if (bytes.length > MOST_BYTES) return undefined;
  const character = (value: number): number => (backtick && value === 0 ? BACKTICK : value + SPACE);
  const result = [character(bytes.length)];
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (const shift of [18, 12, 6, 0]) result.push(character((group >> shift) & SIX_BITS));
  }
  result.push(NEWLINE);
  return Uint8Array.from(result);
}

/** The bytes of a line; a string: what is wrong with it. What is missing at its end is zeros. */
export function decodeLine(line: Uint8Array): Uint8Array | string {
  const result = new Uint8Array(((line[0] ?? 0) - SPACE) & SIX_BITS);
  let at = 1;
  let bits = 0;
  let rest = 0;
  for (let size = 0; size < result.length; at++) {
    const code = at < line.length ? line[at] : NEWLINE;
    let value = 0;
    if (code !== NEWLINE && code !== RETURN) {
      if (code < SPACE || code > BACKTICK) return "Illegal char";
      value = (code - SPACE) & SIX_BITS;
    }
    rest = (rest << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      result[size++] = rest >> bits;
      rest &= (1 << bits) - 1;
    }
  }
  for (; at < line.length; at++) if (![SPACE, BACKTICK, NEWLINE, RETURN].includes(line[at])) return "Trailing garbage";
  return result;
}
