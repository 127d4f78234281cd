import type { Located } from "../ast/located.js";
import type { SyntaxErrorType } from "../errors.js";
import { TokenKind } from "./token-kind.js";

/** Offsets of the fields of a token in {@link Tokens.positions}. */
export const START = 0;
export const END = 1;
export const LINE = 2;
export const COLUMN = 3;
export const END_LINE = 4;
export const END_COLUMN = 5;
/** Words per token in {@link Tokens.positions}. */
export const STRIDE = 6;

/** Why and where the tokenizer gave up. */
export interface TokenizerError {
  type: SyntaxErrorType;
  message: string;
  lineno: number;
  /** As in SyntaxError: from 1. */
  offset: number;
  end_offset: number;
  /**
   * Whether the error counts even if the parser has found another one before it. Indentation
   * and line continuation matter only if the parser gets there.
   */
  overrides: boolean;
}

/** A bracket that is open, and where. */
export interface OpenBracket {
  /** `(`, `[` or `{`. */
  bracket: string;
  line: number;
  /** From 0, in code points. */
  column: number;
}

/** A warning of CPython's parser. */
export interface ParserWarning {
  readonly category: "SyntaxWarning" | "DeprecationWarning";
  readonly message: string;
  /** The token that it is about. */
  readonly place: Located;
}

/**
 * The tokens of a source in flat arrays: no object per token. The last one is `EndMarker`, or
 * `Error` if the tokenizer gave up.
 */
export class Tokens {
  count = 0;
  kinds: Uint8Array;
  /**
   * {@link STRIDE} words per token: start and end in the source (UTF-16 units), first line
   * (from 1) and column (from 0, in code points), last line and the column after the last one.
   */
  positions: Int32Array;
  error: TokenizerError | null = null;
  /** Warnings about tokens. */
  readonly warnings: ParserWarning[] = [];
  /** The innermost bracket open at the end or at the error. */
  unclosed: OpenBracket | null = null;

  /** @param source the text, in which every line ends with `\n` */
  constructor(readonly source: string) {
    // Python has four to five characters to the token, so growing is rare.
    const capacity = (source.length >> 2) + 16;
    this.kinds = new Uint8Array(capacity);
    this.positions = new Int32Array(capacity * STRIDE);
  }

  push(
    kind: TokenKind,
    start: number,
    end: number,
    line: number,
    column: number,
    endLine: number,
    endColumn: number,
  ): void {
    if (this.count === this.kinds.length) this.grow();
    const at = this.count * STRIDE;
    const positions = this.positions;
    positions[at] = start;
    positions[at + END] = end;
    positions[at + LINE] = line;
    positions[at + COLUMN] = column;
    positions[at + END_LINE] = endLine;
    positions[at + END_COLUMN] = endColumn;
    this.kinds[this.count++] = kind;
  }

  /** Warns of a token, or of its last character. */
  warn(category: ParserWarning["category"], message: string, token: number, isOfEnd = false): void {
    const [lineno, start, end_lineno, end] = this.positions.subarray(
      token * STRIDE + LINE,
      token * STRIDE + END_COLUMN + 1,
    );
    const [col_offset, end_col_offset] = isOfEnd ? [end - 1, end - 1] : [start, end];
    // What the parser reads twice is told once.
    if (
      this.warnings.some(
        ({ message: told, place }) => told === message && place.lineno === lineno && place.col_offset === col_offset,
      )
    )
      return;
    this.warnings.push({ category, message, place: { lineno, col_offset, end_lineno, end_col_offset } });
  }

  /** The characters of a token. */
  text(token: number): string {
    return this.source.slice(this.positions[token * STRIDE + START], this.positions[token * STRIDE + END]);
  }

  /** Takes away the newline before the end marker. */
  dropFinalNewline(): void {
    const marker = this.count - 1;
    if (marker < 1 || this.kinds[marker - 1] !== TokenKind.Newline) return;
    this.kinds[marker - 1] = this.kinds[marker];
    this.positions.copyWithin((marker - 1) * STRIDE, marker * STRIDE, this.count * STRIDE);
    this.count--;
  }

  private grow(): void {
    const kinds = new Uint8Array(this.kinds.length * 2);
    kinds.set(this.kinds);
    this.kinds = kinds;
    const positions = new Int32Array(this.positions.length * 2);
    positions.set(this.positions);
    this.positions = positions;
  }
}
