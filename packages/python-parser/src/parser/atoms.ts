import type { Constant, ConstantValue, ExprNode } from "../ast.js";
import { numberValue } from "../literals/number-value.js";
import { TokenKind } from "../tokens/token-kind.js";
import { ArgumentParser } from "./arguments.js";

const NONE: ConstantValue = { type: "None" };
const TRUE: ConstantValue = { type: "bool", value: true };
const FALSE: ConstantValue = { type: "bool", value: false };
const ELLIPSIS: ConstantValue = { type: "Ellipsis" };

/** Names, literals and whatever stands in brackets. */
export abstract class AtomParser extends ArgumentParser {
  protected abstract bitwiseOr(): ExprNode;
  protected abstract starExpressions(): ExprNode;
  /** One or more string tokens, concatenated. */
  protected abstract strings(): ExprNode;

  protected atom(): ExprNode {
    const start = this.position;
    switch (this.kind) {
      case TokenKind.Name:
        return { kind: "Name", id: this.name(), ctx: "Load", ...this.span(start) };
      case TokenKind.Number:
        return this.constant(this.numberToken());
      case TokenKind.String:
        return this.strings();
      case TokenKind.LeftParen:
        return this.parenthesized(start);
      case TokenKind.LeftBracket:
        return this.listDisplay(start);
      case TokenKind.LeftBrace:
        return this.braceDisplay(start);
      case TokenKind.None:
        return this.constant(NONE);
      case TokenKind.True:
        return this.constant(TRUE);
      case TokenKind.False:
        return this.constant(FALSE);
      case TokenKind.Ellipsis:
        return this.constant(ELLIPSIS);
      default:
        this.fail();
    }
  }

  /** The value of the current token, a singleton, or null. */
  protected singleton(): ConstantValue | null {
    switch (this.kind) {
      case TokenKind.None:
        return NONE;
      case TokenKind.True:
        return TRUE;
      case TokenKind.False:
        return FALSE;
      default:
        return null;
    }
  }

  /** The value of the current token, a number. */
  protected numberToken(): ConstantValue {
    return numberValue(this.text());
  }

  /** Steps over a token that stands for `value`. */
  protected constant(value: ConstantValue): Constant {
    const start = this.position;
    this.advance();
    return { kind: "Constant", value, prefix: null, ...this.span(start) };
  }

  protected yieldExpression(): ExprNode {
    const start = this.position;
    this.expect(TokenKind.Yield);
    if (this.accept(TokenKind.From)) {
      const value = this.expression();
      return { kind: "YieldFrom", value, ...this.span(start) };
    }
    const value = this.atExpressionEnd() ? null : this.starExpressions();
    return { kind: "Yield", value, ...this.span(start) };
  }

  /** Whether no expression can begin here, after `yield` or `return`. */
  protected atExpressionEnd(): boolean {
    switch (this.kind) {
      case TokenKind.Newline:
      case TokenKind.Semicolon:
      case TokenKind.RightParen:
      case TokenKind.RightBracket:
      case TokenKind.RightBrace:
      case TokenKind.Equal:
      case TokenKind.EndMarker:
        return true;
      default:
        return false;
    }
  }

  protected starNamedExpression(): ExprNode {
    if (!this.at(TokenKind.Star)) return this.namedExpression();
    const start = this.position;
    this.advance();
    const value = this.bitwiseOr();
    return { kind: "Starred", value, ctx: "Load", ...this.span(start) };
  }

  /** The elements up to a closing bracket, which is left; `first` has been read. */
  private elements(first: ExprNode, close: TokenKind): ExprNode[] {
    const elements = [first];
    while (this.accept(TokenKind.Comma) && !this.at(close)) {
      elements.push(this.starNamedExpression());
    }
    return elements;
  }

  /** A group, tuple or generator expression. */
  private parenthesized(start: number): ExprNode {
    this.advance();
    if (this.accept(TokenKind.RightParen)) {
      return { kind: "Tuple", elts: [], ctx: "Load", ...this.span(start) };
    }
    if (this.at(TokenKind.Yield)) {
      const value = this.yieldExpression();
      this.expect(TokenKind.RightParen);
      return value;
    }
    const isStarred = this.at(TokenKind.Star);
    const first = this.starNamedExpression();
    if (this.at(TokenKind.Comma)) {
      const elts = this.elements(first, TokenKind.RightParen);
      this.expect(TokenKind.RightParen);
      return { kind: "Tuple", elts, ctx: "Load", ...this.span(start) };
    }
    if (isStarred) this.fail();
    if (this.atFor()) {
      const generators = this.comprehensions();
      this.expect(TokenKind.RightParen);
      return { kind: "GeneratorExp", elt: first, generators, ...this.span(start) };
    }
    this.expect(TokenKind.RightParen);
    return first;
  }

  private listDisplay(start: number): ExprNode {
    this.advance();
    if (this.accept(TokenKind.RightBracket)) {
      return { kind: "List", elts: [], ctx: "Load", ...this.span(start) };
    }
    const isStarred = this.at(TokenKind.Star);
    const first = this.starNamedExpression();
    if (!isStarred && this.atFor()) {
      const generators = this.comprehensions();
      this.expect(TokenKind.RightBracket);
      return { kind: "ListComp", elt: first, generators, ...this.span(start) };
    }
    const elts = this.elements(first, TokenKind.RightBracket);
    this.expect(TokenKind.RightBracket);
    return { kind: "List", elts, ctx: "Load", ...this.span(start) };
  }

  /** A dict or set display, or a comprehension of either. */
  private braceDisplay(start: number): ExprNode {
    this.advance();
    if (this.at(TokenKind.RightBrace) || this.at(TokenKind.DoubleStar)) {
      return this.dictDisplay(start, null);
    }
    const isStarred = this.at(TokenKind.Star);
    const first = this.starNamedExpression();
    if (!isStarred && this.at(TokenKind.Colon)) {
      // `{x := 1: 2}` is not a dict.
      if (first.kind === "NamedExpr" && this.tokens.kinds[start + 1] === TokenKind.Name) {
        this.fail();
      }
      return this.dictDisplay(start, first);
    }
    if (!isStarred && this.atFor()) {
      const generators = this.comprehensions();
      this.expect(TokenKind.RightBrace);
      return { kind: "SetComp", elt: first, generators, ...this.span(start) };
    }
    const elts = this.elements(first, TokenKind.RightBrace);
    this.expect(TokenKind.RightBrace);
    return { kind: "Set", elts, ...this.span(start) };
  }

  /** The rest of a dict display, at the colon after `firstKey` or, if that is null, at the start. */
  private dictDisplay(start: number, firstKey: ExprNode | null): ExprNode {
    const keys: (ExprNode | null)[] = [];
    const values: ExprNode[] = [];
    let key = firstKey;
    while (!this.at(TokenKind.RightBrace)) {
      if (key === null && this.accept(TokenKind.DoubleStar)) {
        keys.push(null);
        values.push(this.bitwiseOr());
      } else {
        key ??= this.expression();
        this.expect(TokenKind.Colon);
        const value = this.expression();
        if (key === firstKey && this.atFor()) {
          const generators = this.comprehensions();
          this.expect(TokenKind.RightBrace);
          return { kind: "DictComp", key, value, generators, ...this.span(start) };
        }
        keys.push(key);
        values.push(value);
      }
      key = null;
      if (!this.accept(TokenKind.Comma)) break;
    }
    this.expect(TokenKind.RightBrace);
    return { kind: "Dict", keys, values, ...this.span(start) };
  }
}
