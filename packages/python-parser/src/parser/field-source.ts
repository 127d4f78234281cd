import { countCodePoints } from "../tokens/characters.js";
import { tokenize } from "../tokens/tokenizer.js";
import { COLUMN, END_COLUMN, END_LINE, LINE, START, STRIDE, type Tokens } from "../tokens/tokens.js";

/** The tokens of an expression in an f-string. */
export interface FieldTokens {
  tokens: Tokens;
  /** The line of the expression's opening bracket. */
  line: number;
  /** How much has been added to the columns of the first line. */
  column: number;
}

/**
 * The tokens of an expression in an f-string, between brackets of its own so that it may contain
 * newlines. Their lines and columns are those of the whole source; `start` and `end` count from
 * the beginning of the expression's text, which is the `source` of the result.
 *
 * @param outer the tokens that the f-string belongs to
 * @param from the offset of the expression in the string token (its `{` stands just before)
 */
export function tokenizeField(outer: Tokens, token: number, from: number, to: number): FieldTokens {
  const text = outer.text(token).slice(from, to);
  const tokens = tokenize(`(${text})\n`);
  const { line, column } = bracketPlace(outer, token, from - 1, text);
  const positions = tokens.positions;
  for (let at = 0; at < tokens.count * STRIDE; at += STRIDE) {
    // Like CPython, which leaves the column of a string alone that ends in another line.
    if (positions[at + END_LINE] === 1) {
      positions[at + COLUMN] += column;
      positions[at + END_COLUMN] += column;
    }
    positions[at + LINE] += line - 1;
    positions[at + END_LINE] += line - 1;
  }
  return { tokens, line, column };
}

/** Where the bracket is said to stand that CPython puts around the expression. */
function bracketPlace(outer: Tokens, token: number, offset: number, text: string) {
  const place = placeInToken(outer, token, offset);
  if (!/^[ \t\f]*\n/.test(text)) return place;
  // CPython leaves the brace out of account if only white space follows in its line.
  const at = token * STRIDE;
  const isFirstLine = place.line === outer.positions[at + LINE];
  return { line: place.line, column: isFirstLine ? outer.positions[at + COLUMN] : 0 };
}

/** The line and the column (code points, from 0) of a character of a token. */
function placeInToken(tokens: Tokens, token: number, offset: number): { line: number; column: number } {
  const { source, positions } = tokens;
  const at = token * STRIDE;
  const start = positions[at + START];
  const index = start + offset;
  let line = positions[at + LINE];
  let lineStart = -1;
  for (let i = source.indexOf("\n", start); i >= 0 && i < index; i = source.indexOf("\n", i + 1)) {
    line++;
    lineStart = i + 1;
  }
  const column =
    lineStart < 0
      ? positions[at + COLUMN] + countCodePoints(source, start, index)
      : countCodePoints(source, lineStart, index);
  return { line, column };
}
