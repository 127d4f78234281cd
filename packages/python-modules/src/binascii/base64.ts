const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const LETTERS = new TextEncoder().encode(ALPHABET);
const NO_LETTER = 64;
const VALUES = new Uint8Array(256).fill(NO_LETTER);
for (let i = 0; i < LETTERS.length; i++) VALUES[LETTERS[i]] = i;

const PAD = 0x3d;

/** The bytes that base64 stands for; a string: what is wrong with it. Other characters are left out, unless `strict`. */
export function decodeBase64(text: Uint8Array, strict: boolean): Uint8Array | string {
  if (strict && text[0] === PAD) return "Leading padding not allowed";
  const result = new Uint8Array(Math.ceil(text.length / 4) * 3);
  let size = 0;
  let place = 0;
  let rest = 0;
  let pads = 0;
  let hasPadding = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === PAD) {
      hasPadding = true;
      if (place >= 2 && place + ++pads >= 4) {
        return strict && i + 1 < text.length ? "Excess data after padding" : result.subarray(0, size);
      }
      continue;
    }
    const value = VALUES[text[i]];
    if (value === NO_LETTER) {
      if (strict) return "Only base64 data is allowed";
      continue;
    }
    if (strict && hasPadding) return "Discontinuous padding not allowed";
    pads = 0;
    if (place > 0)
      result[size++] =
        place === 1 ? (rest << 2) | (value >> 4) : place === 2 ? (rest << 4) | (value >> 2) : (rest << 6) | value;
    rest = place === 0 ? value : place === 1 ? value & 15 : place === 2 ? value & 3 : 0;
    place = (place + 1) & 3;
  }
  if (place === 0) return result.subarray(0, size);
  if (place !== 1) return "Incorrect padding";
  const characters = Math.floor(size / 3) * 4 + 1;
  return `Invalid base64-encoded string: number of data characters (${characters}) cannot be 1 more than a multiple of 4`;
}
