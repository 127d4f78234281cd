const DIGITS = new TextEncoder().encode("0123456789abcdef");
const NO_DIGIT = 16;
const VALUES = new Uint8Array(256).fill(NO_DIGIT);
for (let i = 0; i < 16; i++) {
  VALUES[DIGITS[i]] = i;
  VALUES[String.fromCharCode(DIGITS[i]).toUpperCase().charCodeAt(0)] = i;
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
