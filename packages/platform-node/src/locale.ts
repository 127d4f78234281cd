/// The locale of the C library. JavaScript engines do not look at it.

import {
  LOCALE_NUMBERS,
  LOCALE_TEXTS,
  type LocaleCalls,
  type LocaleNumber,
  type LocaleText,
} from "@hotpy/python-objects";
import type { CLibrary } from "./c-library.js";

const PROTOTYPES = {
  setlocale: "const char *setlocale(int category, const char *name)",
  localeconv: "void *localeconv()",
  nl_langinfo: "const char *nl_langinfo(int item)",
  wcscoll: "int wcscoll(const int32_t *left, const int32_t *right)",
  wcsxfrm: "size_t wcsxfrm(int32_t *to, const int32_t *from, size_t count)",
  gettext: "const char *gettext(const char *message)",
  dgettext: "const char *dgettext(const char *domain, const char *message)",
  dcgettext: "const char *dcgettext(const char *domain, const char *message, int category)",
  textdomain: "const char *textdomain(const char *domain)",
  bindtextdomain: "const char *bindtextdomain(const char *domain, const char *directory)",
  bind_textdomain_codeset: "const char *bind_textdomain_codeset(const char *domain, const char *codeset)",
} as const;

const GROUPINGS = ["grouping", "mon_grouping"] as const;
const CHAR_MAX = 127;
const [LC_CTYPE, C] = [0, "C"];

/** `wchar_t *` of Linux: code points and 0. */
const wide = (text: string): Int32Array => Int32Array.from([...[...text].map((c) => c.codePointAt(0) ?? 0), 0]);

export function createLocaleCalls(library: CLibrary): LocaleCalls {
  const { koffi, fault } = library;
  const c = library.functions<unknown, typeof PROTOTYPES>(PROTOTYPES);
  const structure = koffi.struct({
    decimal_point: "const char *",
    thousands_sep: "const char *",
    grouping: "void *",
    int_curr_symbol: "const char *",
    currency_symbol: "const char *",
    mon_decimal_point: "const char *",
    mon_thousands_sep: "const char *",
    mon_grouping: "void *",
    positive_sign: "const char *",
    negative_sign: "const char *",
    ...Object.fromEntries(LOCALE_NUMBERS.map((name) => [name, "char"])),
  });
  const set = (category: number, name?: string): string | undefined =>
    (c.setlocale(category, name ?? null) as string | null) ?? undefined;
  // As Python does when it starts: the encoding is the user's, and UTF-8 where nothing says which.
  if (set(LC_CTYPE, "") === undefined || set(LC_CTYPE) === C) set(LC_CTYPE, "C.UTF-8");

  function groupsAt(pointer: unknown): number[] {
    const sizes: number[] = [];
    for (let length = 1; ; length++) {
      const size = pointer === null ? 0 : (koffi.decode(pointer, "int8_t", length) as number[])[length - 1];
      if (size === 0 && sizes.length === 0) return [];
      sizes.push(size);
      if (size === 0 || size === CHAR_MAX) return sizes;
    }
  }

  return {
    set,
    conventions() {
      const found = koffi.decode(c.localeconv(), structure) as Record<string, unknown>;
      const pick = <K extends string, T>(names: readonly K[], read: (value: unknown) => T): Record<K, T> =>
        Object.fromEntries(names.map((name) => [name, read(found[name])])) as Record<K, T>;
      return {
        texts: pick<LocaleText, string>(LOCALE_TEXTS, (value) => (value as string | null) ?? ""),
        groupings: pick<(typeof GROUPINGS)[number], number[]>(GROUPINGS, groupsAt),
        numbers: pick<LocaleNumber, number>(LOCALE_NUMBERS, (value) => value as number),
      };
    },
    information: (item) => c.nl_langinfo(item) as string,
    compare: (left, right) => c.wcscoll(wide(left), wide(right)) as number,
    transform(text) {
      const from = wide(text);
      const size = Number(c.wcsxfrm(new Int32Array(1), from, 0));
      const to = new Int32Array(size + 1);
      c.wcsxfrm(to, from, to.length);
      return Array.from(to.subarray(0, size), (code) => String.fromCodePoint(code)).join("");
    },
    translate(message, domain, category) {
      if (category !== undefined) return c.dcgettext(domain ?? null, message, category) as string;
      return (domain === undefined ? c.gettext(message) : c.dgettext(domain, message)) as string;
    },
    domain: (name) => c.textdomain(name ?? null) as string,
    bind(domain, what, value) {
      const call = what === "directory" ? c.bindtextdomain : c.bind_textdomain_codeset;
      const bound = call(domain, value ?? null) as string | null;
      if (bound === null && what === "directory") throw fault(koffi.errno());
      return bound ?? undefined;
    },
  };
}
