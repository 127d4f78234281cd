/// Syllables of Hangul: their names, as are their decompositions, follow from their numbers.

const FIRST = 0xac00;
const LEADS = ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];
const VOWELS = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ");
const TAILS = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ");
const COUNT = LEADS.length * VOWELS.length * TAILS.length;
const PREFIX = "HANGUL SYLLABLE ";

export const isHangulSyllable = (code: number): boolean => code >= FIRST && code < FIRST + COUNT;

/** `HANGUL SYLLABLE GAG` of U+AC01. */
export function syllableName(code: number): string {
  const index = code - FIRST;
  const tail = index % TAILS.length;
  const vowel = Math.floor(index / TAILS.length) % VOWELS.length;
  return PREFIX + LEADS[Math.floor(index / TAILS.length / VOWELS.length)] + VOWELS[vowel] + TAILS[tail];
}

/** The syllable with such a name, or undefined. */
export function syllableCode(name: string): number | undefined {
  if (!name.startsWith(PREFIX)) return undefined;
  const parts = /^([^AEIOUWY]*)([AEIOUWY]+)([^AEIOUWY]*)$/.exec(name.slice(PREFIX.length));
  if (parts === null) return undefined;
  const [lead, vowel, tail] = [LEADS.indexOf(parts[1]), VOWELS.indexOf(parts[2]), TAILS.indexOf(parts[3])];
  return lead < 0 || vowel < 0 || tail < 0 ? undefined : FIRST + (lead * VOWELS.length + vowel) * TAILS.length + tail;
}
