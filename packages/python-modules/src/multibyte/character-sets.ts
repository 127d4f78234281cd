import { tableOf } from "./tables.js";

/// Sets of characters that escape sequences choose among. Their codes have seven bits in each byte.

export interface CharacterSet {
  /** What ends the escape sequence that chooses it. */
  readonly mark: string;
  /** Bytes of a code. */
  readonly width: 1 | 2;
  character(code: number): number | undefined;
  /** The code of a character. */
  code(character: number): number | undefined;
}

/** The codes of two or three bytes of another encoding, without their top bits; of three the first one is `lead`. */
function ofTable(mark: string, name: string, lead = 0): CharacterSet {
  const table = (): ReturnType<typeof tableOf> => tableOf(name);
  const isOne = (code: number): boolean =>
    code >> 16 === lead && (code & 0x8080) === 0x8080 && (code & 0x7f00) > 0x2000 && (code & 0x7f) > 0x20;
  return {
    mark,
    width: 2,
    character: (code) => table().characters.get((lead << 16) | code | 0x8080),
    code(character) {
      const code = table().codes.get(character);
      return code !== undefined && isOne(code) ? code & 0x7f7f : undefined;
    },
  };
}

const YEN = 0xa5;
const OVERLINE = 0x203e;
/** ASCII but for two characters. */
const roman: CharacterSet = {
  mark: "J",
  width: 1,
  character: (code) => (code === 0x5c ? YEN : code === 0x7e ? OVERLINE : code),
  code: (character) => (character === YEN ? 0x5c : character === OVERLINE ? 0x7e : undefined),
};

const FIRST_KATAKANA = 0xff61;
const LAST_KATAKANA = 0xff9f;
/** Katakana of half the width, from 0x21 on. */
const katakana: CharacterSet = {
  mark: "I",
  width: 1,
  character: (code) =>
    code > 0x20 && code <= 0x21 + LAST_KATAKANA - FIRST_KATAKANA ? FIRST_KATAKANA + code - 0x21 : undefined,
  code: (character) =>
    character >= FIRST_KATAKANA && character <= LAST_KATAKANA ? character - FIRST_KATAKANA + 0x21 : undefined,
};

const kanji = ofTable("B", "euc_jp");

/** EUC-KR has another use for the code of the filler. */
const FILLER = { code: 0x2454, character: 0x3164 };
const koreanBut = ofTable("C", "euc_kr");
const korean: CharacterSet = {
  ...koreanBut,
  character: (code) => (code === FILLER.code ? FILLER.character : koreanBut.character(code)),
  code: (character) => (character === FILLER.character ? FILLER.code : koreanBut.code(character)),
};

export const CHARACTER_SETS = {
  /** JIS X 0208, and as it was in 1978. */
  kanji,
  oldKanji: { ...kanji, mark: "@" },
  /** JIS X 0212. */
  moreKanji: ofTable("D", "euc_jp", 0x8f),
  roman,
  katakana,
  /** KS X 1001. */
  korean,
  /** GB 2312. */
  chinese: ofTable("A", "gb2312"),
} as const satisfies Readonly<Record<string, CharacterSet>>;
