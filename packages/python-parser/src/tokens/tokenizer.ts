import type { SyntaxErrorType } from "../errors.js";
import {
  CHAR_CLASS,
  CharClass,
  codePointName,
  countCodePoints,
  IDENTIFIER_PART,
  invalidIdentifierIndex,
  isIdentifierPart,
  isPrintable,
  utf8Length,
} from "./characters.js";
import { Indentation } from "./indentation.js";
import { numberKind, scanNumber } from "./number.js";
import { scanOperator } from "./operators.js";
import { KEYWORDS, TokenKind } from "./token-kind.js";
import { COLUMN, END, END_COLUMN, type OpenBracket, START, STRIDE, Tokens } from "./tokens.js";

const MAX_BRACKETS = 200;
const LONGEST_KEYWORD = 8;
const NEWLINE = 10;
const DOUBLE_QUOTE = 34;
const BACKSLASH = 92;

/**
 * Splits a source into tokens, with CPython's tokenizer errors. It never throws: an error is in
 * {@link Tokens.error}, after the tokens before it.
 *
 * @param source lines that all end with `\n`, without `\r` (see {@link normalizeNewlines})
 */
export function tokenize(source: string): Tokens {
  const tokens = new Tokenizer(source).run();
  if (/[\ud800-\udbff]/.test(source)) countColumnsInCodePoints(tokens);
  return tokens;
}

/** Makes `\r\n` and `\r` into `\n`, and sees that the last line ends with one, as CPython does. */
export function normalizeNewlines(source: string): string {
  const unix = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  return unix === "" || unix.endsWith("\n") ? unix : unix + "\n";
}

/** The tokenizer counts UTF-16 units; this makes code points of them in place. */
function countColumnsInCodePoints(tokens: Tokens): void {
  const { positions, source } = tokens;
  for (let at = 0; at < tokens.count * STRIDE; at += STRIDE) {
    const start = positions[at + START];
    const end = positions[at + END];
    positions[at + COLUMN] = countCodePoints(source, start - positions[at + COLUMN], start);
    positions[at + END_COLUMN] = countCodePoints(source, end - positions[at + END_COLUMN], end);
  }
}

class Tokenizer {
  private readonly tokens: Tokens;
  private line = 1;
  /** Index of the first character of the current line. */
  private lineStart = 0;
  /** Index where the logical line began that `\` or a multi-line string continues. */
  private logicalStart = 0;
  private readonly brackets: { bracket: string; line: number; lineStart: number; start: number }[] = [];
  private readonly indentation = new Indentation();

  constructor(private readonly source: string) {
    this.tokens = new Tokens(source);
  }

  run(): Tokens {
    const { source, tokens } = this;
    const length = source.length;
    let i = this.startLine(0);
    while (i >= 0 && i < length) {
      const c = source.charCodeAt(i);
      switch (c < 128 ? CHAR_CLASS[c] : CharClass.Identifier) {
        case CharClass.Space:
          i++;
          break;
        case CharClass.Identifier:
          i = this.name(i);
          break;
        case CharClass.Digit:
          i = this.number(i);
          break;
        case CharClass.Quote:
          i = this.string(i, i);
          break;
        case CharClass.Comment: {
          const end = source.indexOf("\n", i);
          i = this.newline(i, end);
          break;
        }
        case CharClass.Newline:
          i = this.newline(i, i);
          break;
        case CharClass.Backslash:
          i = this.continueLine(i);
          break;
        default:
          i = this.operator(i);
      }
    }
    if (i >= 0) this.finish();
    this.tokens.unclosed = this.openBracket();
    return tokens;
  }

  private push(kind: TokenKind, start: number, end: number): void {
    const { line, lineStart } = this;
    this.tokens.push(kind, start, end, line, start - lineStart, line, end - lineStart);
  }

  /** The end of a line, with its comment if any; gives the index where the next token may begin. */
  private newline(start: number, end: number): number {
    const inBrackets = this.brackets.length > 0;
    if (!inBrackets) this.push(TokenKind.Newline, start, end);
    this.nextLine(end + 1);
    this.logicalStart = this.lineStart;
    return inBrackets ? end + 1 : this.startLine(end + 1);
  }

  private nextLine(start: number): void {
    this.line++;
    this.lineStart = start;
  }

  /** Reads the indentation of a line, skips blank lines; gives the first index of code, or -1. */
  private startLine(start: number): number {
    const { source, indentation } = this;
    let i = start;
    for (;;) {
      i = indentation.measure(source, i, (next) => {
        this.nextLine(next);
        this.logicalStart = next;
      });
      const c = source.charCodeAt(i);
      if (c === BACKSLASH) return this.continueLine(i);
      if (c === 35 /* # */) i = source.indexOf("\n", i);
      else if (c !== NEWLINE) break;
      this.nextLine(i + 1);
      this.logicalStart = ++i;
    }
    // At the end the dedents come with the end marker.
    if (i >= source.length) return i;
    const change = indentation.change();
    if (typeof change === "string") {
      if (change === "dedent") {
        const message = "unindent does not match any outer indentation level";
        const offset = countCodePoints(source, this.lineStart, source.indexOf("\n", i) + 1);
        return this.fail("IndentationError", message, this.line, offset, -1, false);
      }
      const message =
        change === "tabs" ? "inconsistent use of tabs and spaces in indentation" : "too many levels of indentation";
      const type = change === "tabs" ? "TabError" : "IndentationError";
      return this.fail(type, message, this.line, 1, 0, false);
    }
    if (change > 0) this.push(TokenKind.Indent, i, i);
    for (let n = change; n < 0; n++) this.push(TokenKind.Dedent, i, i);
    return i;
  }

  /** A backslash at the end of a line; gives the index where the next line begins, or -1. */
  private continueLine(backslash: number): number {
    const next = backslash + 1;
    if (this.source.charCodeAt(next) !== NEWLINE) {
      const offset = countCodePoints(this.source, this.logicalStart, next) + 1;
      const message = "unexpected character after line continuation character";
      return this.fail("SyntaxError", message, this.line, offset, 0, false);
    }
    if (next + 1 >= this.source.length) {
      if (this.brackets.length > 0) return this.neverClosed();
      const offset = countCodePoints(this.source, this.lineStart, next) + 1;
      return this.fail("SyntaxError", "unexpected EOF while parsing", this.line, offset, -1, false);
    }
    this.nextLine(next + 1);
    return next + 1;
  }

  private name(start: number): number {
    const { source } = this;
    let i = start;
    let c = source.charCodeAt(i);
    while (c < 128 && IDENTIFIER_PART[c] === 1) c = source.charCodeAt(++i);
    if (c >= 128) return this.unicodeName(start, i);
    if ((c === DOUBLE_QUOTE || c === 39) && i - start <= 2 && this.isStringPrefix(start, i)) {
      return this.string(start, i);
    }
    let kind = TokenKind.Name;
    if (i - start <= LONGEST_KEYWORD && i - start >= 2) {
      kind = KEYWORDS.get(source.slice(start, i)) ?? TokenKind.Name;
    }
    this.push(kind, start, i);
    return i;
  }

  private isStringPrefix(start: number, end: number): boolean {
    return /^(?:[bruf]|br|rb|fr|rf)$/i.test(this.source.slice(start, end));
  }

  private unicodeName(start: number, from: number): number {
    const { source } = this;
    let i = from;
    for (;;) {
      const c = source.charCodeAt(i);
      if (c < 128 ? IDENTIFIER_PART[c] !== 1 : !(c >= 128)) break;
      i++;
    }
    const word = source.slice(start, i);
    const invalid = invalidIdentifierIndex(word);
    if (invalid < 0) {
      this.push(TokenKind.Name, start, i);
      return i;
    }
    const char = String.fromCodePoint(word.codePointAt(invalid)!);
    const message = isPrintable(char)
      ? `invalid character '${char}' (${codePointName(char)})`
      : `invalid non-printable character ${codePointName(char)}`;
    return this.failAt(message, start + invalid + char.length);
  }

  private number(start: number): number {
    const end = scanNumber(this.source, start);
    if (typeof end === "number") {
      this.push(TokenKind.Number, start, end);
      // A keyword follows at once: still allowed.
      if (isIdentifierPart(this.source.charCodeAt(end))) {
        const message = `invalid ${numberKind(this.source.slice(start, end))} literal`;
        this.tokens.warn("SyntaxWarning", message, this.tokens.count - 1, true);
      }
      return end;
    }
    if (end.range === undefined) return this.failAt(end.message, end.index);
    // The one error whose columns CPython leaves in bytes.
    const [from, to] = end.range.map((index) => utf8Length(this.source.slice(this.lineStart, index)) + 1);
    return this.fail("SyntaxError", end.message, this.line, from, to);
  }

  /** A string whose prefix begins at `start` and whose quote stands at `open`. */
  private string(start: number, open: number): number {
    const { source } = this;
    const quote = source.charCodeAt(open);
    const triple = source.charCodeAt(open + 1) === quote && source.charCodeAt(open + 2) === quote;
    let i = open + (triple ? 3 : 1);
    if (!triple) {
      for (;;) {
        const c = source.charCodeAt(i);
        if (c === quote) break;
        if (c === BACKSLASH) {
          i++;
          if (source.charCodeAt(i) === NEWLINE) return this.multiLineString(start, i, quote, false);
        } else if (c === NEWLINE || c !== c) {
          return this.unterminated(start, "unterminated string literal", this.line);
        }
        i++;
      }
      this.push(TokenKind.String, start, i + 1);
      return i + 1;
    }
    return this.multiLineString(start, i, quote, true);
  }

  /** The rest, from index `i` on, of a string that may have newlines. */
  private multiLineString(start: number, from: number, quote: number, triple: boolean): number {
    const { source } = this;
    let line = this.line;
    let lineStart = this.lineStart;
    let i = from;
    for (;;) {
      const c = source.charCodeAt(i);
      if (c === quote) {
        if (!triple) break;
        if (source.charCodeAt(i + 1) === quote && source.charCodeAt(i + 2) === quote) {
          i += 2;
          break;
        }
      } else if (c === BACKSLASH) {
        i++;
        if (source.charCodeAt(i) === NEWLINE) continue;
      } else if (c === NEWLINE) {
        const escaped = source.charCodeAt(i - 1) === BACKSLASH && this.isEscaped(i);
        if (!triple && !escaped) {
          return this.unterminated(start, "unterminated string literal", line);
        }
        line++;
        lineStart = i + 1;
      } else if (c !== c) {
        // Lines are counted as they are read: the end of the source is not one more.
        const what = triple ? "unterminated triple-quoted string literal" : "unterminated string literal";
        return this.unterminated(start, what, line - 1);
      }
      i++;
    }
    const end = i + 1;
    const column = start - this.lineStart;
    this.tokens.push(TokenKind.String, start, end, this.line, column, line, end - lineStart);
    this.line = line;
    this.lineStart = lineStart;
    return end;
  }

  /** Whether an odd number of backslashes stands before `index`. */
  private isEscaped(index: number): boolean {
    let i = index;
    while (this.source.charCodeAt(i - 1) === BACKSLASH) i--;
    return (index - i) % 2 === 1;
  }

  private unterminated(start: number, what: string, detectedAt: number): number {
    return this.failAt(`${what} (detected at line ${detectedAt})`, start + 1);
  }

  private operator(start: number): number {
    const { source, brackets } = this;
    const scanned = scanOperator(source, start);
    const kind: TokenKind = scanned & 0xff;
    const end = start + (scanned >> 8);
    if (kind === TokenKind.Dot && source.charCodeAt(end) >= 48 && source.charCodeAt(end) <= 57) {
      return this.number(start);
    }
    if (kind <= TokenKind.RightBrace) {
      if (kind >= TokenKind.RightParen) {
        const message = this.closeBracket(source[start]);
        if (message !== null) return this.failAt(message, end);
      } else if (kind >= TokenKind.LeftParen) {
        if (brackets.length >= MAX_BRACKETS) {
          return this.failAt("too many nested parentheses", end);
        }
        brackets.push({ bracket: source[start], line: this.line, lineStart: this.lineStart, start });
      } else if (!isPrintable(source[start])) {
        const message = `invalid non-printable character ${codePointName(source[start])}`;
        return this.failAt(message, end);
      }
    }
    this.push(kind, start, end);
    return end;
  }

  /** What is wrong with a closing bracket here, or null. */
  private closeBracket(closing: string): string | null {
    const open = this.brackets.pop();
    if (open === undefined) return `unmatched '${closing}'`;
    const { bracket, line } = open;
    if (bracket + closing === "()" || bracket + closing === "[]" || bracket + closing === "{}") {
      return null;
    }
    const message = `closing parenthesis '${closing}' does not match opening parenthesis '${bracket}'`;
    return line === this.line ? message : `${message} on line ${line}`;
  }

  private finish(): void {
    if (this.brackets.length > 0) {
      this.neverClosed();
      return;
    }
    // For CPython the end of the source is the end of its last line, not one more line.
    const at = this.source.length;
    const line = this.line - 1;
    const column = at === 0 ? 0 : at - (this.source.lastIndexOf("\n", at - 2) + 1);
    for (let n = this.indentation.depth; n > 0; n--) {
      this.tokens.push(TokenKind.Dedent, at, at, line, column, line, column);
    }
    this.tokens.push(TokenKind.EndMarker, at, at, line, column, line, column);
  }

  private openBracket(): OpenBracket | null {
    const open = this.brackets.at(-1);
    if (open === undefined) return null;
    const { bracket, line, lineStart, start } = open;
    return { bracket, line, column: countCodePoints(this.source, lineStart, start) };
  }

  private neverClosed(): number {
    const { bracket, line, column } = this.openBracket()!;
    return this.fail("SyntaxError", `'${bracket}' was never closed`, line, column + 1, 0, false);
  }

  /** An error just before `index`, in the current line. */
  private failAt(message: string, index: number): number {
    const offset = countCodePoints(this.source, this.lineStart, index);
    return this.fail("SyntaxError", message, this.line, offset, offset);
  }

  private fail(
    type: SyntaxErrorType,
    message: string,
    lineno: number,
    offset: number,
    end_offset: number,
    overrides = true,
  ): number {
    this.tokens.error = { type, message, lineno, offset, end_offset, overrides };
    const column = Math.max(0, offset - 1);
    const at = this.lineStart + column;
    this.tokens.push(TokenKind.Error, at, at, this.line, column, this.line, column);
    return -1;
  }
}
