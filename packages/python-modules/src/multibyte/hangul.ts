import type { Found } from "./codec.js";

/// Syllables of Hangul that KS X 1001 has no code for are made of their three parts, each with a byte in front: a mark, then the parts.

export const HANGUL_MARK = 0xa4d4;
const FRONT = 0xa4;
const FIRST_SYLLABLE = 0xac00;
const SYLLABLES = 11_172;
const VOWELS = 21;
const LAST_CONSONANTS = 28;

const first = [...codes("a1 a2 a4 a7 a8 a9 b1 b2 b3 b5 b6 b7 b8 b9 ba bb bc bd be")];
const vowel = Array.from({ length: VOWELS }, (_, i) => 0xbf + i);
/** The first one: there is none. */
const last = [...codes("d4 a1 a2 a3 a4 a5 a6 a7 a9 aa ab ac ad ae af b0 b1 b2 b4 b5 b6 b7 b8 ba bb bc bd be")];

function codes(text: string): number[] {
  return text.split(" ").map((each) => Number.parseInt(each, 16));
}

/** Undefined: it is no syllable. */
export function hangulBytes(character: number): number[] | undefined {
  const index = character - FIRST_SYLLABLE;
  if (index < 0 || index >= SYLLABLES) return undefined;
  const parts = [
    first[Math.floor(index / (VOWELS * LAST_CONSONANTS))],
    vowel[Math.floor(index / LAST_CONSONANTS) % VOWELS],
    last[index % LAST_CONSONANTS],
  ];
  return [HANGUL_MARK >> 8, HANGUL_MARK & 0xff, ...parts.flatMap((part) => [FRONT, part])];
}

/** The syllable whose mark stands at an index. */
export function hangulAt(bytes: Uint8Array, at: number): Found {
  if (at + 8 > bytes.length) return undefined;
  if ([2, 4, 6].some((offset) => bytes[at + offset] !== FRONT)) return { fault: 1 };
  const [a, b, c] = [first, vowel, last].map((known, index) => known.indexOf(bytes[at + 3 + 2 * index]));
  if (a < 0 || b < 0 || c < 0) return { fault: 1 };
  return { code: FIRST_SYLLABLE + (a * VOWELS + b) * LAST_CONSONANTS + c, size: 8 };
}
