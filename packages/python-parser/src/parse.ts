import type { Module } from "./ast.js";
import type { CharacterNames } from "./literals/escapes.js";
import { StatementParser } from "./parser/statements.js";
import { normalizeNewlines, tokenize } from "./tokens/tokenizer.js";

export interface ParseOptions {
  /**
   * Gives the characters of `\N{NAME}` in strings, or undefined for a name that does not exist.
   * Without it such a string is reported as not implemented.
   */
  characterNames?: CharacterNames;
}

/**
 * Parses a Python 3.11 module.
 *
 * @param source text of the module; lines may end with `\n`, `\r\n` or `\r`
 * @param filename for error messages only
 */
export function parse(source: string, filename: string, options: ParseOptions = {}): Module {
  const tokens = tokenize(normalizeNewlines(source));
  return new StatementParser(tokens, options.characterNames).module();
}
