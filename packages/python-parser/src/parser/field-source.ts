import { tokenize } from "../tokens/tokenizer.js";
import { countCodePoints } from "../tokens/characters.js";
import {
  COLUMN,
  END_COLUMN,
  END_LINE,
  LINE,
  START,
  STRIDE,
  type Tokens,
} from "../tokens/tokens.js";

/**
 * The tokens of an expression in an f-string, between brackets of its own so that it may contain
 * newlines. Their lines and columns are those of the whole source; `start` and `end` count from
 * the beginning of the expression's text, which is the `source` of the result.
 *
 * @param outer the tokens that the f-string belongs to
 * @param from the offset of the expression in the string token (its `{` stands just before)
 */
export function tokenizeField(outer: Tokens, token: number, from: number, to: number): Tokens {
  const text = outer.text(token);
  const inner = tokenize(`(${text.slice(from, to)})\n`);
  const { line, column } = placeInToken(outer, token, from - 1);
  const positions = inner.positions;
  for (let at = 0; at < inner.count * STRIDE; at += STRIDE) {
    if (positions[at + LINE] === 1) positions[at + COLUMN] += column;
    if (positions[at + END_LINE] === 1) positions[at + END_COLUMN] += column;
    positions[at + LINE] += line - 1;
    positions[at + END_LINE] += line - 1;
  }
  return inner;
}

/** The line and the column (code points, from 0) of a character of a token. */
export function placeInToken(
  tokens: Tokens,
  token: number,
  offset: number,
): { line: number; column: number } {
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
