const DIGITS = new TextEncoder().encode("0123456789abcdef");
const NO_DIGIT = 16;
const VALUES = new Uint8Array(256).fill(NO_DIGIT);
for (let i = 0; i < 16; i++) {
  VALUES[DIGITS[i]] = i;
  VALUES[String.fromCharCode(DIGITS[i]).toUpperCase().charCodeAt(0)] = i;
}

/** Bytes as hexadecimal digits; between groups of so many bytes, counted from the end (negative: from the start), a separator that is not 0. */
export function encodeHex(bytes: Uint8Array, separator: number, group: number): Uint8Array {
  const size = Math.abs(group);
  const isSeparated = separator !== 0 && size > 0;
  const gaps = isSeparated && bytes.length > 0 ? Math.ceil(bytes.length / size) - 1 : 0;
  const result = new Uint8Array(bytes.length * 2 + gaps);
  let at = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (gaps > 0 && i > 0 && (group < 0 ? i : bytes.length - i) % size === 0) result[at++] = separator;
    result[at++] = DIGITS[bytes[i] >> 4];
    result[at++] = DIGITS[bytes[i] & 15];
  }
  return result;
}

/** The bytes that hexadecimal digits stand for; a string: what is wrong with them. */
export function decodeHex(text: Uint8Array): Uint8Array | string {
  if (text.length % 2 !== 0) return "Odd-length string";
  const result = new Uint8Array(text.length / 2);
  for (let i = 0; i < result.length; i++) {
    const [high, low] = [VALUES[text[2 * i]], VALUES[text[2 * i + 1]]];
    if (high === NO_DIGIT || low === NO_DIGIT) return "Non-hexadecimal digit found";
    result[i] = high * 16 + low;
  }
  return result;
}
