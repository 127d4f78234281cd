import { TokenKind } from "./token-kind.js";

const SPELLINGS: Record<string, TokenKind> = {
  "(": TokenKind.LeftParen,
  "[": TokenKind.LeftBracket,
  "{": TokenKind.LeftBrace,
  ")": TokenKind.RightParen,
  "]": TokenKind.RightBracket,
  "}": TokenKind.RightBrace,
  ",": TokenKind.Comma,
  ":": TokenKind.Colon,
  ":=": TokenKind.ColonEqual,
  ";": TokenKind.Semicolon,
  ".": TokenKind.Dot,
  "...": TokenKind.Ellipsis,
  "->": TokenKind.Arrow,
  "=": TokenKind.Equal,
  "+=": TokenKind.PlusEqual,
  "-=": TokenKind.MinusEqual,
  "*=": TokenKind.StarEqual,
  "@=": TokenKind.AtEqual,
  "/=": TokenKind.SlashEqual,
  "%=": TokenKind.PercentEqual,
  "&=": TokenKind.AmpersandEqual,
  "|=": TokenKind.BarEqual,
  "^=": TokenKind.CaretEqual,
  "<<=": TokenKind.LeftShiftEqual,
  ">>=": TokenKind.RightShiftEqual,
  "**=": TokenKind.DoubleStarEqual,
  "//=": TokenKind.DoubleSlashEqual,
  "+": TokenKind.Plus,
  "-": TokenKind.Minus,
  "*": TokenKind.Star,
  "**": TokenKind.DoubleStar,
  "/": TokenKind.Slash,
  "//": TokenKind.DoubleSlash,
  "%": TokenKind.Percent,
  "@": TokenKind.At,
  "<<": TokenKind.LeftShift,
  ">>": TokenKind.RightShift,
  "&": TokenKind.Ampersand,
  "|": TokenKind.Bar,
  "^": TokenKind.Caret,
  "~": TokenKind.Tilde,
  "==": TokenKind.EqualEqual,
  "!=": TokenKind.NotEqual,
  // A token of CPython's, but one that no rule accepts.
  "<>": TokenKind.Unknown,
  "<": TokenKind.Less,
  "<=": TokenKind.LessEqual,
  ">": TokenKind.Greater,
  ">=": TokenKind.GreaterEqual,
};

/** The operators and delimiters by spelling. */
export const OPERATORS: ReadonlyMap<string, TokenKind> = new Map(Object.entries(SPELLINGS));

// A finite automaton over the spellings: state 0 is the start, the others are prefixes.
const NO_TOKEN = 255;
const states = new Map([["", 0]]);
for (const spelling of OPERATORS.keys()) {
  for (let length = 1; length <= spelling.length; length++) {
    const prefix = spelling.slice(0, length);
    if (!states.has(prefix)) states.set(prefix, states.size);
  }
}
const TRANSITIONS = new Uint8Array(states.size * 128);
const ACCEPTED = new Uint8Array(states.size).fill(NO_TOKEN);
for (const [prefix, state] of states) {
  ACCEPTED[state] = OPERATORS.get(prefix) ?? NO_TOKEN;
  if (state === 0) continue;
  const before = states.get(prefix.slice(0, -1))!;
  TRANSITIONS[before * 128 + prefix.charCodeAt(prefix.length - 1)] = state;
}

/**
 * The longest operator at `start`, as `kind + 256 * length`; any other character is `Unknown`,
 * of length 1.
 */
export function scanOperator(source: string, start: number): number {
  let state = 0;
  let result = TokenKind.Unknown + 256;
  for (let length = 1; ; length++) {
    const c = source.charCodeAt(start + length - 1);
    state = c < 128 ? TRANSITIONS[state * 128 + c] : 0;
    if (state === 0) return result;
    if (ACCEPTED[state] !== NO_TOKEN) result = ACCEPTED[state] + 256 * length;
  }
}
