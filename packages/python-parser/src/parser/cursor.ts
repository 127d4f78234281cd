import type { Located } from "../ast.js";
import { TokenKind } from "../tokens/token-kind.js";
import { COLUMN, END_COLUMN, END_LINE, LINE, STRIDE, type Tokens } from "../tokens/tokens.js";

/**
 * Thrown where the parser cannot go on. It says nothing about the error: finding the message is
 * the job of the diagnosis, which reads the source again.
 */
export class ParseFailure extends Error {
  /** @param token the index of the token that no rule accepts */
  constructor(readonly token: number) {
    super("the source is not valid");
  }
}

/** The nesting is deeper than the parser goes; in Python a MemoryError. */
export class ParserStackOverflow extends Error {
  constructor() {
    super("Parser stack overflowed - Python source too complex to parse");
    this.name = "ParserStackOverflow";
  }
}

/**
 * How deep constructs may nest. Brackets and blocks are limited by the tokenizer; this is for
 * `lambda: lambda: …` and the like, and keeps the parser within the default stack of Node.
 */
const MAX_DEPTH = 1000;

/** A place in the tokens, and the way to step through them. */
export abstract class Cursor {
  /** The index of the current token. */
  protected position = 0;
  /** The kind of the current token. */
  protected kind: TokenKind;
  protected readonly source: string;
  private readonly kinds: Uint8Array;
  private readonly positions: Int32Array;
  private depth = 0;

  constructor(protected readonly tokens: Tokens) {
    this.source = tokens.source;
    this.kinds = tokens.kinds;
    this.positions = tokens.positions;
    this.kind = this.kinds[0];
  }

  protected advance(): void {
    this.kind = this.kinds[++this.position];
  }

  /** Goes back (or forward) to a token seen before. */
  protected moveTo(position: number): void {
    this.position = position;
    this.kind = this.kinds[position];
  }

  protected at(kind: TokenKind): boolean {
    return this.kind === kind;
  }

  protected peek(distance = 1): TokenKind {
    return this.kinds[this.position + distance];
  }

  /** Steps over the token if it is of this kind. */
  protected accept(kind: TokenKind): boolean {
    if (this.kind !== kind) return false;
    this.advance();
    return true;
  }

  protected expect(kind: TokenKind): void {
    if (this.kind !== kind) this.fail();
    this.advance();
  }

  protected fail(): never {
    throw new ParseFailure(this.position);
  }

  /** The text of the current token. */
  protected text(): string {
    return this.tokens.text(this.position);
  }

  /** Reads a name; Python compares names in the normal form NFKC. */
  protected name(): string {
    if (this.kind !== TokenKind.Name) this.fail();
    const text = this.text();
    this.advance();
    return isAscii(text) ? text : text.normalize("NFKC");
  }

  /** From the token `start` to the last one read. */
  protected span(start: number): Located {
    const first = start * STRIDE;
    const last = (this.position - 1) * STRIDE;
    return {
      lineno: this.positions[first + LINE],
      col_offset: this.positions[first + COLUMN],
      end_lineno: this.positions[last + END_LINE],
      end_col_offset: this.positions[last + END_COLUMN],
    };
  }

  protected tokenSpan(token: number): Located {
    const at = token * STRIDE;
    return {
      lineno: this.positions[at + LINE],
      col_offset: this.positions[at + COLUMN],
      end_lineno: this.positions[at + END_LINE],
      end_col_offset: this.positions[at + END_COLUMN],
    };
  }

  /** As {@link span}, without the newlines and dedents that end a block. */
  protected blockSpan(start: number): Located {
    let last = this.position - 1;
    while (this.kinds[last] <= TokenKind.Dedent) last--;
    const end = last * STRIDE;
    const span = this.span(start);
    span.end_lineno = this.positions[end + END_LINE];
    span.end_col_offset = this.positions[end + END_COLUMN];
    return span;
  }

  /** Counts one level of nesting; the caller calls {@link leave} at its end. */
  protected enter(): void {
    if (++this.depth > MAX_DEPTH) throw new ParserStackOverflow();
  }

  protected leave(): void {
    this.depth--;
  }
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}
