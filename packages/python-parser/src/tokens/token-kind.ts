/**
 * The kinds of tokens. Keywords and operators have a kind each, so that the parser compares
 * numbers. Ranges matter: see {@link isAugmentedAssignment} and {@link KEYWORDS}.
 */
export enum TokenKind {
  EndMarker,
  Newline,
  Indent,
  Dedent,
  /** Where the tokenizer gave up; always the last token. */
  Error,
  Name,
  Number,
  String,
  /** A character that begins no token of Python (`$`, `?`, `!`, `` ` ``), and `<>`. */
  Unknown,

  LeftParen,
  LeftBracket,
  LeftBrace,
  RightParen,
  RightBracket,
  RightBrace,
  Comma,
  Colon,
  ColonEqual,
  Semicolon,
  Dot,
  Ellipsis,
  Arrow,
  Equal,

  PlusEqual,
  MinusEqual,
  StarEqual,
  AtEqual,
  SlashEqual,
  PercentEqual,
  AmpersandEqual,
  BarEqual,
  CaretEqual,
  LeftShiftEqual,
  RightShiftEqual,
  DoubleStarEqual,
  DoubleSlashEqual,

  Plus,
  Minus,
  Star,
  DoubleStar,
  Slash,
  DoubleSlash,
  Percent,
  At,
  LeftShift,
  RightShift,
  Ampersand,
  Bar,
  Caret,
  Tilde,

  EqualEqual,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,

  False,
  None,
  True,
  And,
  As,
  Assert,
  Async,
  Await,
  Break,
  Class,
  Continue,
  Def,
  Del,
  Elif,
  Else,
  Except,
  Finally,
  For,
  From,
  Global,
  If,
  Import,
  In,
  Is,
  Lambda,
  Nonlocal,
  Not,
  Or,
  Pass,
  Raise,
  Return,
  Try,
  While,
  With,
  Yield,
}

/** The reserved words, by spelling. Soft keywords (`match`, `case`, `_`) are names. */
export const KEYWORDS: ReadonlyMap<string, TokenKind> = new Map(
  Object.entries(TokenKind)
    .filter((entry): entry is [string, TokenKind] => typeof entry[1] === "number" && entry[1] >= TokenKind.False)
    .map(([name, kind]) => [kind <= TokenKind.True ? name : name.toLowerCase(), kind]),
);

export function isAugmentedAssignment(kind: TokenKind): boolean {
  return kind >= TokenKind.PlusEqual && kind <= TokenKind.DoubleSlashEqual;
}
