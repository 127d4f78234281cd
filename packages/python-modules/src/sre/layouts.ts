import { defineFields, fixed, mutable } from "@hotpy/object-model";

/** A scanner and the iterator of `finditer`; raw: where the string is looked at next, its end, whether the next match must not be empty there. */
export const SCANNER_PATTERN = 8;
export const SCANNER_STRING = 12;
export const SCANNER_FROM = 16;
export const SCANNER_AT = 20;
export const SCANNER_END = 24;
export const SCANNER_ADVANCES = 28;
export const SCANNER = defineFields("re_scanner", {
  pattern: fixed("word", SCANNER_PATTERN),
  string: fixed("word", SCANNER_STRING),
  from: fixed("i32", SCANNER_FROM),
  at: mutable("i32", SCANNER_AT),
  end: fixed("i32", SCANNER_END),
  advances: mutable("i32", SCANNER_ADVANCES),
});
