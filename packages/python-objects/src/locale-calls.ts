/** What `localeconv` says, by the names of C's structure. */
export interface LocaleConventions {
  readonly texts: Readonly<Record<LocaleText, string>>;
  /** Sizes of groups of digits, the last one 0 (it is repeated) or CHAR_MAX (no more groups). */
  readonly groupings: Readonly<Record<"grouping" | "mon_grouping", readonly number[]>>;
  readonly numbers: Readonly<Record<LocaleNumber, number>>;
}

export const LOCALE_TEXTS = [
  "int_curr_symbol",
  "currency_symbol",
  "mon_decimal_point",
  "mon_thousands_sep",
  "positive_sign",
  "negative_sign",
  "decimal_point",
  "thousands_sep",
] as const;
export type LocaleText = (typeof LOCALE_TEXTS)[number];

export const LOCALE_NUMBERS = [
  "int_frac_digits",
  "frac_digits",
  "p_cs_precedes",
  "p_sep_by_space",
  "n_cs_precedes",
  "n_sep_by_space",
  "p_sign_posn",
  "n_sign_posn",
] as const;
export type LocaleNumber = (typeof LOCALE_NUMBERS)[number];

/** The locales of the system's library of C, of which this process has one at a time; numbers are Linux's. */
export interface LocaleCalls {
  /** Sets a category where a name is given; the name that it has; undefined: there is no such locale. */
  set(category: number, name?: string): string | undefined;
  conventions(): LocaleConventions;
  /** A text of `nl_langinfo`. */
  information(item: number): string;
  /** Below 0, 0 or above. */
  compare(left: string, right: string): number;
  /** A text that is ordered, by code points, as the given one is in the locale. */
  transform(text: string): string;
  /** A message in the language of the locale. */
  translate(message: string, domain: string | undefined, category: number | undefined): string;
  /** The domain of messages, after it was set where one is given. */
  domain(name?: string): string;
  /** The directory, or the encoding, of a domain's messages. @throws SystemFault */
  bind(domain: string, what: "directory" | "codeset", value?: string): string | undefined;
}
