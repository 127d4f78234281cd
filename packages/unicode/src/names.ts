import { names as packed } from "./data/names.generated.js";
import { isHangulSyllable, syllableCode, syllableName } from "./hangul.js";
import { unpack } from "./unpack.js";

interface Names {
  readonly byCode: ReadonlyMap<number, string>;
  /** Names and aliases. */
  readonly codes: ReadonlyMap<string, number>;
  readonly aliases: ReadonlySet<string>;
  readonly sequences: ReadonlyMap<string, string>;
}

let known: Names | undefined;

/** Reads the names, once: some tens of milliseconds. */
function all(): Names {
  if (known !== undefined) return known;
  const [lines, others] = unpack(packed()).split("\n\n");
  const byCode = new Map<number, string>();
  const codes = new Map<string, number>();
  let code = 0;
  for (const line of lines.split("\n")) {
    if (line.startsWith("=")) code = parseInt(line.slice(1), 16);
    else {
      byCode.set(code, line);
      codes.set(line, code++);
    }
  }
  const aliases = new Set<string>();
  const sequences = new Map<string, string>();
  for (const line of others.split("\n")) {
    const [digits, name] = line.split("\t");
    const points = digits.split(" ").map((each) => parseInt(each, 16));
    if (points.length > 1) sequences.set(name, String.fromCodePoint(...points));
    else {
      codes.set(name, points[0]);
      aliases.add(name);
    }
  }
  known = { byCode, codes, aliases, sequences };
  return known;
}

const UNIFIED = "CJK UNIFIED IDEOGRAPH-";

/** First and last code point of each block of ideographs that are named by their numbers. */
const UNIFIED_RANGES = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b738],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
  [0x30000, 0x3134a],
] as const;

const isUnified = (code: number): boolean => UNIFIED_RANGES.some(([first, last]) => code >= first && code <= last);

/** The name of a code point in capitals; undefined for controls, surrogates and what is not assigned. */
export function nameOf(code: number): string | undefined {
  if (isHangulSyllable(code)) return syllableName(code);
  if (isUnified(code)) return UNIFIED + code.toString(16).toUpperCase();
  return all().byCode.get(code);
}

/** What a search for a name considers beside the names of characters. */
export interface LookUpOptions {
  /** Whether `NBSP` means what `NO-BREAK SPACE` does. */
  readonly aliases: boolean;
}

/**
 * The code point with a name, or undefined. Case makes no difference, but in the names that are made by rule: those of syllables of Hangul and
 * of unified ideographs.
 */
export function codeNamed(name: string, { aliases }: LookUpOptions = { aliases: true }): number | undefined {
  const syllable = syllableCode(name);
  if (syllable !== undefined) return syllable;
  if (name.startsWith(UNIFIED)) {
    const digits = name.slice(UNIFIED.length);
    const code = /^[0-9A-F]{4,5}$/.test(digits) ? parseInt(digits, 16) : 0;
    return isUnified(code) ? code : undefined;
  }
  const upper = asciiUpper(name);
  return !aliases && all().aliases.has(upper) ? undefined : all().codes.get(upper);
}

/** The characters of a named sequence, such as `KEYCAP DIGIT ONE`, or undefined. */
export function sequenceNamed(name: string): string | undefined {
  return all().sequences.get(asciiUpper(name));
}

const asciiUpper = (name: string): string => name.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
