import type { PythonSyntaxError } from "../errors.js";
import { tokenizeField } from "../parser/field-source.js";
import { TokenKind } from "../tokens/token-kind.js";
import type { Tokens } from "../tokens/tokens.js";
import { createActions } from "./actions.js";
import { type ErrorContext, ErrorReporter } from "./error-reporter.js";
import { EXPRESSIONS_GRAMMAR } from "./grammar/expressions.js";
import { INVALID_GRAMMAR } from "./grammar/invalid.js";
import { PATTERNS_GRAMMAR } from "./grammar/patterns.js";
import { STATEMENTS_GRAMMAR } from "./grammar/statements.js";
import { type Rule, readGrammar } from "./grammar-reader.js";
import { PegParser, Raised } from "./peg-parser.js";

/** Where parsing begins: a module, the argument of `eval`, an expression in an f-string. */
export type StartRule = "file" | "eval" | "fstring";

let grammar: Map<string, Rule> | null = null;

/** The grammar is read when the first error occurs. */
function theGrammar(): Map<string, Rule> {
  grammar ??= readGrammar([STATEMENTS_GRAMMAR, PATTERNS_GRAMMAR, EXPRESSIONS_GRAMMAR, INVALID_GRAMMAR].join("\n"));
  return grammar;
}

/**
 * Finds out what is wrong with a source that the parser has rejected, in the same two passes as
 * CPython: one with the grammar as it is, which says how far the source makes sense, and one with
 * rules for common mistakes. Gives null if the source is valid after all.
 */
export function diagnose(tokens: Tokens, filename: string, start: "file" | "eval"): PythonSyntaxError | null {
  const lines = tokens.source.split("\n");
  const context = { filename, lines, firstLine: 1, fieldColumn: null };
  return new Diagnosis(tokens, context).run(start);
}

/** The error without a diagnosis: the tokenizer's, or that a token fits nowhere. */
export function genericError(tokens: Tokens, filename: string, token: number): PythonSyntaxError {
  const lines = tokens.source.split("\n");
  const reporter = new ErrorReporter(tokens, { filename, lines, firstLine: 1, fieldColumn: null });
  return tokens.error === null ? reporter.generic(token) : reporter.tokenizerError();
}

class Diagnosis {
  private readonly reporter: ErrorReporter;
  private readonly parser: PegParser;

  constructor(
    private readonly tokens: Tokens,
    private readonly context: ErrorContext,
  ) {
    this.reporter = new ErrorReporter(tokens, context);
    const actions = createActions(this.checkField);
    this.parser = new PegParser(tokens, this.reporter, theGrammar(), actions);
  }

  run(start: StartRule): PythonSyntaxError | null {
    const { parser, reporter, tokens } = this;
    try {
      if (parser.matches(start, false)) return null;
      const lastToken = parser.fill - 1;
      parser.matches(start, true);
      const kind = tokens.kinds[lastToken];
      if (kind === TokenKind.Indent || kind === TokenKind.Dedent) {
        const message = kind === TokenKind.Indent ? "unexpected indent" : "unexpected unindent";
        return reporter.atLastToken("IndentationError", message, parser.fill - 1);
      }
      return this.laterTokenizerError() ?? reporter.generic(lastToken);
    } catch (error) {
      if (!(error instanceof Raised)) throw error;
      return error.isFinal ? error.error : (this.laterTokenizerError() ?? error.error);
    }
  }

  /** An error of the tokenizer in the rest of the source: it counts more than the parser's. */
  private laterTokenizerError(): PythonSyntaxError | null {
    const { tokens, reporter, parser } = this;
    if (tokens.error === null) return null;
    if (tokens.error.overrides) return reporter.tokenizerError();
    const errorLine = reporter.start(parser.fill - 1).line;
    const isBehindBracket = tokens.unclosed !== null && errorLine > tokens.unclosed.line;
    return isBehindBracket ? reporter.neverClosed() : null;
  }

  /** Diagnoses an expression in an f-string on its own, as CPython does. */
  private readonly checkField = (parser: PegParser, token: number, from: number, to: number): void => {
    const { tokens, line, column } = tokenizeField(parser.tokens, token, from, to);
    const context: ErrorContext = {
      filename: this.context.filename,
      lines: tokens.source.split("\n"),
      firstLine: line,
      fieldColumn: column,
    };
    const error = new Diagnosis(tokens, context).run("fstring");
    if (error !== null) parser.raise(error);
  };
}
