import type { ExprNode, JoinedStr, Located } from "../ast.js";
import { concatenateStrings } from "../literals/concatenate.js";
import type { FormatPart } from "../literals/format-string.js";
import { TokenKind } from "../tokens/token-kind.js";
import type { Tokens } from "../tokens/tokens.js";
import { AtomParser } from "./atoms.js";
import { tokenizeField } from "./field-source.js";

/** String literals, and the expressions inside f-strings. */
export abstract class StringParser extends AtomParser {
  /** Reads the tokens of an f-string's expression. */
  protected abstract fieldExpression(tokens: Tokens): ExprNode;

  protected strings(): ExprNode {
    const start = this.position;
    const simple = this.plainString();
    this.advance();
    if (simple !== null && !this.at(TokenKind.String)) {
      const value = { type: "str", value: simple } as const;
      return { kind: "Constant", value, prefix: null, ...this.span(start) };
    }
    const texts = [this.tokens.text(start)];
    while (this.at(TokenKind.String)) {
      texts.push(this.text());
      this.advance();
    }
    const span = this.span(start);
    const result = this.concatenate(texts, start);
    if (result.type === "format") {
      const { prefix, parts } = result;
      const tokenSpans = texts.map((_, index) => this.tokenSpan(start + index));
      const values = parts.map((part) => formatPart(part, prefix, span, tokenSpans));
      return { kind: "JoinedStr", values, ...span };
    }
    const prefix = result.type === "bytes" ? null : result.prefix;
    const { type, value } = result;
    return { kind: "Constant", value: { type, value } as never, prefix, ...span };
  }

  private concatenate(texts: string[], start: number) {
    return concatenateStrings(
      texts,
      (index, from, to) => {
        const { tokens } = tokenizeField(this.tokens, start + index, from, to);
        const made = this.fieldExpression(tokens);
        this.tokens.warnings.push(...tokens.warnings);
        return made;
      },
      (index, escape) => {
        const what = escape.length === 3 ? "octal escape" : "escape";
        this.tokens.warn("DeprecationWarning", `invalid ${what} sequence '\\${escape}'`, start + index);
      },
    );
  }

  /** The value of the current token if it has no prefix, no escape and single quotes; else null. */
  private plainString(): string | null {
    const text = this.text();
    const quote = text.charCodeAt(0);
    if ((quote !== 34 && quote !== 39) || text.includes("\\")) return null;
    if (text.charCodeAt(1) === quote && text.length > 2) return null;
    return text.slice(1, -1);
  }
}

/**
 * A part of an f-string. CPython gives it the location of all the adjacent strings; only a format
 * spec and the text that ends it have the location of their own token.
 */
function formatPart(part: FormatPart<ExprNode>, prefix: "u" | null, span: Located, tokenSpans: Located[]): ExprNode {
  if (typeof part === "string") {
    return { kind: "Constant", value: { type: "str", value: part }, prefix, ...span };
  }
  const { expression: value, conversion, spec } = part;
  let format_spec: JoinedStr | null = null;
  if (spec !== null) {
    const own = tokenSpans[part.token];
    const values = spec.map((piece, index) =>
      typeof piece === "string" && index === spec.length - 1
        ? formatPart(piece, prefix, own, tokenSpans)
        : formatPart(piece, prefix, span, tokenSpans),
    );
    format_spec = { kind: "JoinedStr", values, ...own };
  }
  return { kind: "FormattedValue", value, conversion, format_spec, ...span };
}
