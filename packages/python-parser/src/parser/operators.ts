import type { CompareOperator, Operator } from "../ast.js";
import { TokenKind } from "../tokens/token-kind.js";

const T = TokenKind;

/** Binary operators from the loosest to the tightest; those of one row group to the left. */
const LEVELS: [TokenKind, Operator][][] = [
  [[T.Bar, "BitOr"]],
  [[T.Caret, "BitXor"]],
  [[T.Ampersand, "BitAnd"]],
  [
    [T.LeftShift, "LShift"],
    [T.RightShift, "RShift"],
  ],
  [
    [T.Plus, "Add"],
    [T.Minus, "Sub"],
  ],
  [
    [T.Star, "Mult"],
    [T.Slash, "Div"],
    [T.DoubleSlash, "FloorDiv"],
    [T.Percent, "Mod"],
    [T.At, "MatMult"],
  ],
];

/** The precedence of a binary operator by token kind, from 1; 0 for other tokens. */
export const PRECEDENCE: Uint8Array = new Uint8Array(128);
/** The name of a binary operator by token kind. */
export const BINARY_OPERATOR: Operator[] = [];

LEVELS.forEach((level, index) => {
  for (const [kind, operator] of level) {
    PRECEDENCE[kind] = index + 1;
    BINARY_OPERATOR[kind] = operator;
  }
});

/** The operator of `+=` and the like, by token kind. */
export const AUGMENTED_OPERATOR: { readonly [kind: number]: Operator } = {
  [T.PlusEqual]: "Add",
  [T.MinusEqual]: "Sub",
  [T.StarEqual]: "Mult",
  [T.AtEqual]: "MatMult",
  [T.SlashEqual]: "Div",
  [T.PercentEqual]: "Mod",
  [T.AmpersandEqual]: "BitAnd",
  [T.BarEqual]: "BitOr",
  [T.CaretEqual]: "BitXor",
  [T.LeftShiftEqual]: "LShift",
  [T.RightShiftEqual]: "RShift",
  [T.DoubleStarEqual]: "Pow",
  [T.DoubleSlashEqual]: "FloorDiv",
};

/** The comparisons of one token, by token kind. */
export const COMPARISON: { readonly [kind: number]: CompareOperator } = {
  [T.EqualEqual]: "Eq",
  [T.NotEqual]: "NotEq",
  [T.Less]: "Lt",
  [T.LessEqual]: "LtE",
  [T.Greater]: "Gt",
  [T.GreaterEqual]: "GtE",
  [T.In]: "In",
};
