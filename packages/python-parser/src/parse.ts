import type { Expression, Module } from "./ast.js";
import { diagnose, genericError } from "./diagnosis/diagnose.js";
import { PythonSyntaxError } from "./errors.js";
import { endsInBlock, incompleteInput, wantsEmptyLine } from "./incomplete-input.js";
import { LiteralError } from "./literals/literal-error.js";
import { ParseFailure, ParserStackOverflow } from "./parser/cursor.js";
import { StatementParser } from "./parser/statements.js";
import { normalizeNewlines, tokenize } from "./tokens/tokenizer.js";
import type { ParserWarning, Tokens } from "./tokens/tokens.js";

export interface ParseOptions {
  /** Called with CPython's warnings, also where the source is not valid. */
  onWarning?: (warning: ParserWarning) => void;
  /** A source that could be valid if it went on is "incomplete input". */
  isPartial?: boolean;
  /** Whether a last line without a newline is a whole line, as in a file (the default). */
  endsLine?: boolean;
  /** Whether such a line ends the block in which it stands (the default). */
  endsBlock?: boolean;
}

/**
 * Parses a Python 3.11 module.
 *
 * @param source text of the module; lines may end with `\n`, `\r\n` or `\r`
 * @param filename for error messages only
 * @throws PythonSyntaxError if the source is not valid
 * @throws ParserStackOverflow if it nests too deeply; in Python a MemoryError
 */
export function parse(source: string, filename: string, options: ParseOptions = {}): Module {
  return run(source, filename, "file", options, (parser) => parser.module());
}

/** Parses an expression, the argument of `eval`; otherwise like {@link parse}. */
export function parseExpression(source: string, filename: string, options: ParseOptions = {}): Expression {
  return run(source, filename, "eval", options, (parser) => parser.evalInput());
}

function run<T extends Module | Expression>(
  source: string,
  filename: string,
  start: "file" | "eval",
  options: ParseOptions,
  read: (parser: StatementParser) => T,
): T {
  if (source.includes("\0")) throw nullCharacter(filename);
  const tokens = tokenize(normalizeNewlines(source));
  if (start === "eval" && !/[\r\n]$/.test(source)) tokens.dropFinalNewline();
  let failedAt = 0;
  try {
    const tree = read(new StatementParser(tokens));
    if (options.endsBlock === false && (endsInBlock(tokens, source) || wantsEmptyLine(tree, source)))
      throw new ParseFailure(tokens.count - 1);
    return tree;
  } catch (error) {
    if (error instanceof RangeError) throw new ParserStackOverflow();
    if (error instanceof ParseFailure && options.isPartial) {
      const isWhole = options.endsLine !== false || /[\r\n]$/.test(source);
      const missing = incompleteInput(tokens, error.token, filename, isWhole);
      if (missing !== undefined) throw missing;
    }
    if (error instanceof ParseFailure) failedAt = error.token;
    else if (!(error instanceof LiteralError)) throw error;
  } finally {
    tokens.warnings.sort((a, b) => a.place.lineno - b.place.lineno);
    for (const warning of tokens.warnings) options.onWarning?.(warning);
  }
  throw explain(tokens, filename, start, failedAt);
}

function nullCharacter(filename: string): PythonSyntaxError {
  const place = { lineno: -1, offset: -1, end_lineno: -1, end_offset: -1 };
  const message = "source code string cannot contain null bytes";
  return new PythonSyntaxError("SyntaxError", message, { filename, ...place, text: null });
}

/** The error in a source that the parser has rejected at a token. */
function explain(tokens: Tokens, filename: string, start: "file" | "eval", failedAt: number): Error {
  try {
    const error = diagnose(tokens, filename, start);
    if (error !== null) return error;
  } catch (error) {
    // The diagnosis needs more stack than the parser; without it the message is less precise.
    if (!(error instanceof RangeError)) throw error;
  }
  return genericError(tokens, filename, failedAt);
}
