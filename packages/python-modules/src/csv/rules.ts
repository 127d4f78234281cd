/** What a dialect says, characters as code points, -1 for none. */
export interface Rules {
  readonly delimiter: number;
  readonly doubleQuote: boolean;
  readonly escape: number;
  readonly lineTerminator: string;
  readonly quote: number;
  readonly quoting: number;
  readonly skipsSpace: boolean;
  readonly isStrict: boolean;
}

export const QUOTING = { QUOTE_MINIMAL: 0, QUOTE_ALL: 1, QUOTE_NONNUMERIC: 2, QUOTE_NONE: 3 } as const;

export const NO_CHARACTER = -1;
