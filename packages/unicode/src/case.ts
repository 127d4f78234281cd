import { data, mapOf, once } from "./data.js";

/// Full case mappings of single code points; strings, as one may become several. A sigma at the end of a word is the caller's to see.

const upper = once(() => mapOf(data().upper));
const lower = once(() => mapOf(data().lower));
const title = once(() => mapOf(data().title));
const fold = once(() => mapOf(data().fold));

const mapped = (map: () => ReadonlyMap<number, string>) => (code: number) =>
  map().get(code) ?? String.fromCodePoint(code);

export const upperCase: (code: number) => string = mapped(upper);
export const lowerCase: (code: number) => string = mapped(lower);
/** Like upper case, but letters that are two in one have a form of their own. */
export const titleCase: (code: number) => string = mapped(title);
/** For comparisons without regard to case. */
export const foldCase: (code: number) => string = mapped(fold);
