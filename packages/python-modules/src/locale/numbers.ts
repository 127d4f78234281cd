/** Linux's numbers of categories, in CPython's order, and of the texts of `nl_langinfo`. */
export const LOCALE_NUMBERS: Readonly<Record<string, number>> = {
  LC_CTYPE: 0,
  LC_TIME: 2,
  LC_COLLATE: 3,
  LC_MONETARY: 4,
  LC_MESSAGES: 5,
  LC_NUMERIC: 1,
  LC_ALL: 6,
  CHAR_MAX: 127,
  ...inOrder(0x20000, "ABDAY_", 7),
  ...inOrder(0x20007, "DAY_", 7),
  ...inOrder(0x2000e, "ABMON_", 12),
  ...inOrder(0x2001a, "MON_", 12),
  AM_STR: 0x20026,
  PM_STR: 0x20027,
  D_T_FMT: 0x20028,
  D_FMT: 0x20029,
  T_FMT: 0x2002a,
  T_FMT_AMPM: 0x2002b,
  ERA: 0x2002c,
  ERA_D_FMT: 0x2002e,
  ALT_DIGITS: 0x2002f,
  ERA_D_T_FMT: 0x20030,
  ERA_T_FMT: 0x20031,
  _DATE_FMT: 0x2006c,
  RADIXCHAR: 0x10000,
  THOUSEP: 0x10001,
  CRNCYSTR: 0x4000f,
  YESEXPR: 0x50000,
  NOEXPR: 0x50001,
  CODESET: 14,
};

function inOrder(first: number, prefix: string, count: number): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`${prefix}${i + 1}`, first + i]));
}

export const [LAST_CATEGORY, CODESET] = [6, 14];
