import { PythonSyntaxError, type SyntaxErrorType } from "../errors.js";
import { utf8Length } from "../tokens/characters.js";
import { TokenKind } from "../tokens/token-kind.js";
import { COLUMN, END_COLUMN, END_LINE, LINE, STRIDE, type Tokens } from "../tokens/tokens.js";

/** Where an error begins or ends: a line from 1, a column from 0 in code points. */
export interface Place {
  line: number;
  column: number;
}

/** The source that errors are shown in. */
export interface ErrorContext {
  filename: string;
  /** The lines, without newlines. */
  lines: string[];
  /** The number of the first of them. */
  firstLine: number;
  /**
   * For an expression in an f-string, the column of its opening bracket: CPython shows such an
   * expression alone, between brackets, and counts from there. Else null.
   */
  fieldColumn: number | null;
}

/** Makes errors with the locations that CPython would give. */
export class ErrorReporter {
  constructor(
    private readonly tokens: Tokens,
    private readonly context: ErrorContext,
  ) {}

  /** The first place of a token. */
  start(token: number): Place {
    const at = token * STRIDE;
    const { positions } = this.tokens;
    return { line: positions[at + LINE], column: positions[at + COLUMN] };
  }

  /** The place after a token. */
  end(token: number): Place {
    const at = token * STRIDE;
    const { positions } = this.tokens;
    return { line: positions[at + END_LINE], column: positions[at + END_COLUMN] };
  }

  /** An error over a range. */
  range(message: string, start: Place, end: Place): PythonSyntaxError {
    return this.error("SyntaxError", message, start.line, start.column + 1, end.line, end.column + 1);
  }

  /** An error at a token that was the last one looked at. */
  atLastToken(type: SyntaxErrorType, message: string, token: number): PythonSyntaxError {
    const start = this.start(token);
    if (this.hasColumns(token)) {
      const end = this.end(token);
      return this.error(type, message, start.line, start.column + 1, end.line, end.column + 1);
    }
    return this.error(type, message, start.line, start.column, start.line, -1, true);
  }

  /** The error for a token that fits nowhere. */
  generic(token: number): PythonSyntaxError {
    const { line } = this.start(token);
    if (!this.hasColumns(token)) return this.error("SyntaxError", "invalid syntax", line, 0, line, 0);
    return this.range("invalid syntax", this.start(token), this.end(token));
  }

  /** An error whose offsets count from 1, or are 0 or -1 for want of a place. */
  error(
    type: SyntaxErrorType,
    message: string,
    lineno: number,
    offset: number,
    end_lineno: number,
    end_offset: number,
    isAtEnd = false,
  ): PythonSyntaxError {
    const { filename, fieldColumn } = this.context;
    const text = this.lineText(lineno);
    return new PythonSyntaxError(type, fieldColumn === null ? message : `f-string: ${message}`, {
      filename,
      lineno,
      offset: this.toLine(text, lineno, offset, lineno),
      end_lineno,
      end_offset: this.toLine(text, lineno, end_offset, end_lineno),
      text,
      isAtEnd,
    });
  }

  /** The tokenizer's own error. Most are made without regard to f-strings. */
  tokenizerError(): PythonSyntaxError {
    const error = this.tokens.error!;
    const lineno = error.lineno + this.context.firstLine - 1;
    if (!error.overrides) {
      const { type, message, offset, end_offset } = error;
      return this.error(type, message, lineno, offset, lineno, end_offset);
    }
    return new PythonSyntaxError(error.type, error.message, {
      filename: this.context.filename,
      lineno,
      offset: error.offset,
      end_lineno: lineno,
      end_offset: error.end_offset,
      text: this.lineText(lineno),
    });
  }

  /** That the innermost open bracket is never closed. */
  neverClosed(): PythonSyntaxError {
    const { bracket, line, column } = this.tokens.unclosed!;
    return this.error("SyntaxError", `'${bracket}' was never closed`, line, column + 1, line, 0);
  }

  /** Tokens without characters have no column in CPython. */
  private hasColumns(token: number): boolean {
    const kind = this.tokens.kinds[token];
    return kind !== TokenKind.Indent && kind !== TokenKind.Dedent && kind !== TokenKind.EndMarker;
  }

  private lineText(line: number): string {
    return this.context.lines[line - this.context.firstLine] ?? "";
  }

  /**
   * CPython counts bytes and turns them into characters by the text of the error's first line,
   * whichever line they were counted in, and stops at its end. In f-strings it does not, but takes
   * the column of the bracket away from all lines.
   */
  private toLine(text: string, line: number, offset: number, offsetLine: number): number {
    const { fieldColumn, firstLine } = this.context;
    const shift = fieldColumn ?? 0;
    if (offset <= 0) return offset - shift;
    const own = offsetLine === line ? text : this.lineText(offsetLine);
    const before = offset - 1 - (offsetLine === firstLine ? shift : 0);
    if (before < 0) return offset - shift;
    const ownCharacters = [...own];
    const bytes = utf8Length(ownCharacters.slice(0, before).join("")) + Math.max(0, before - ownCharacters.length) + 1;
    if (fieldColumn !== null) return offsetLine === firstLine ? bytes : bytes - shift;
    let characters = 0;
    let length = 0;
    for (const char of text + "\n\0") {
      if (length >= bytes) break;
      length += utf8Length(char);
      characters++;
    }
    return characters;
  }
}
