import {
  LOCALE_TEXTS,
  type LocaleCalls,
  type LocaleNumber,
  type LocaleText,
  LOCALE_NUMBERS as NUMBERS,
} from "@hotpy/python-objects";
import { LOCALE_NUMBERS } from "./numbers.js";

const NAMES = ["C", "POSIX", "C.UTF-8", "C.utf8"];
const UNSAID = 127;
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const TEXTS: Readonly<Record<string, string>> = {
  AM_STR: "AM",
  PM_STR: "PM",
  D_T_FMT: "%a %b %e %H:%M:%S %Y",
  D_FMT: "%m/%d/%y",
  T_FMT: "%H:%M:%S",
  T_FMT_AMPM: "%I:%M:%S %p",
  _DATE_FMT: "%a %b %e %H:%M:%S %Z %Y",
  RADIXCHAR: ".",
  CRNCYSTR: "-",
  YESEXPR: "^[yY]",
  NOEXPR: "^[nN]",
  CODESET: "UTF-8",
};

function informationTable(): ReadonlyMap<number, string> {
  const table = new Map<number, string>();
  const put = (name: string, text: string): void => void table.set(LOCALE_NUMBERS[name], text);
  for (const [name, text] of Object.entries(TEXTS)) put(name, text);
  for (const [prefix, names] of [
    ["DAY_", DAYS],
    ["MON_", MONTHS],
  ] as const)
    names.forEach((name, i) => {
      put(`${prefix}${i + 1}`, name);
      put(`AB${prefix}${i + 1}`, name.slice(0, 3));
    });
  return table;
}

/** The locale of programs that set none, where the library of C cannot be called: there are no others. */
export function createCLocale(): LocaleCalls {
  const names = ["C.UTF-8", "C", "C", "C", "C", "C"];
  const all = (): string =>
    new Set(names).size === 1
      ? names[0]
      : ["LC_CTYPE", "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "LC_MONETARY", "LC_MESSAGES"]
          .map((name) => `${name}=${names[LOCALE_NUMBERS[name]]}`)
          .join(";");
  const table = informationTable();
  let domain = "messages";
  const directories = new Map<string, string>();
  return {
    set(category, given) {
      const isAll = category === LOCALE_NUMBERS.LC_ALL;
      if (given !== undefined) {
        const name = given === "" ? "C.UTF-8" : given;
        if (!NAMES.includes(name)) return undefined;
        const shown = name === "POSIX" ? "C" : name;
        if (isAll) names.fill(shown);
        else names[category] = shown;
      }
      return isAll ? all() : names[category];
    },
    conventions: () => ({
      texts: {
        ...(Object.fromEntries(LOCALE_TEXTS.map((name) => [name, ""])) as Record<LocaleText, string>),
        decimal_point: ".",
      },
      groupings: { grouping: [], mon_grouping: [] },
      numbers: Object.fromEntries(NUMBERS.map((name) => [name, UNSAID])) as Record<LocaleNumber, number>,
    }),
    information: (item) => table.get(item) ?? "",
    compare(left, right) {
      const [a, b] = [[...left], [...right]].map((text) => text.map((c) => c.codePointAt(0) ?? 0));
      const at = a.findIndex((code, i) => code !== b[i]);
      return at < 0 ? a.length - b.length : a[at] - (b[at] ?? -1);
    },
    transform: (text) => text,
    translate: (message) => message,
    domain(name) {
      if (name !== undefined) domain = name === "" ? "messages" : name;
      return domain;
    },
    bind(of, what, value) {
      if (what === "codeset") return value;
      if (value !== undefined) directories.set(of, value);
      return directories.get(of) ?? "/usr/share/locale";
    },
  };
}
