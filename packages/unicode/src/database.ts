import { data, mapOf, type NumberValue, once, type Records, spread } from "./data.js";
import { nameOf } from "./names.js";
import { type Form, normalizePieces } from "./normalize.js";
import { currentRecords } from "./properties.js";

/** What one version of Unicode says of code points. */
export interface Database {
  readonly version: string;
  /** The general category, "Cn" for what is not assigned. */
  category(code: number): string;
  /** The bidirectional class, "" for what is not assigned. */
  bidirectional(code: number): string;
  combining(code: number): number;
  /** "F", "H", "W", "Na", "A" or "N". */
  eastAsianWidth(code: number): string;
  isMirrored(code: number): boolean;
  /** Its values as a number; undefined if it has none. */
  number(code: number): NumberValue | undefined;
  /** The decomposition as the character database writes it, `<compat> 0020 0301`; "" if there is none. */
  decomposition(code: number): string;
  nameOf(code: number): string | undefined;
  normalize(text: string, form: Form): string;
}

const decompositions = once(() => mapOf(data().decompositions));
const numbers = once(() => mapOf(data().numbers));
const oldNumbers = once(() => mapOf(data().oldNumbers));
const oldNormal = once(() => mapOf(data().oldNormal));
const oldRecords = once(() => spread(data().old));

function fields(
  records: () => Records,
): Pick<Database, "category" | "bidirectional" | "combining" | "eastAsianWidth" | "isMirrored"> {
  const of = (code: number) => {
    const { records: all, indices } = records();
    return all[indices[code]];
  };
  return {
    category: (code) => of(code)[0],
    bidirectional: (code) => of(code)[1],
    combining: (code) => of(code)[2],
    eastAsianWidth: (code) => of(code)[3],
    isMirrored: (code) => of(code)[4] !== 0,
  };
}

const current = fields(currentRecords);

/** Unicode 14.0. */
export const unicode: Database = {
  version: "14.0.0",
  ...current,
  number: (code) => numbers().get(code),
  decomposition: (code) => decompositions().get(code) ?? "",
  nameOf,
  normalize: (text, form) => normalizePieces(text, form, (code) => current.category(code) !== "Cn"),
};

const old = fields(oldRecords);
const isOld = (code: number): boolean => old.category(code) !== "Cn";

/** Unicode 3.2, in which internationalised domain names are prepared. Its characters have the names of today. */
export const unicode3_2: Database = {
  version: "3.2.0",
  ...old,
  number(code) {
    const changed = oldNumbers().get(code);
    return changed === undefined ? unicode.number(code) : changed === 0 ? undefined : changed;
  },
  decomposition: (code) => (isOld(code) ? unicode.decomposition(code) : ""),
  nameOf: (code) => (isOld(code) ? nameOf(code) : undefined),
  normalize(text, form) {
    let corrected = "";
    for (const char of text) corrected += oldNormal().get(char.codePointAt(0) as number) ?? char;
    return normalizePieces(corrected, form, isOld);
  },
};
