import type { ConstantValue, ExprNode, MatchClass, MatchMapping, PatternNode } from "../ast.js";
import { TokenKind } from "../tokens/token-kind.js";
import { ExpressionParser } from "./expressions.js";

/** The patterns of `match` statements. */
export abstract class PatternParser extends ExpressionParser {
  /** The pattern after `case`: commas make it a sequence. */
  protected patterns(): PatternNode {
    const start = this.position;
    const first = this.maybeStarPattern();
    if (this.at(TokenKind.Comma)) {
      const patterns = [first];
      while (this.accept(TokenKind.Comma) && !this.at(TokenKind.Colon) && !this.at(TokenKind.If)) {
        patterns.push(this.maybeStarPattern());
      }
      return { kind: "MatchSequence", patterns, ...this.span(start) };
    }
    if (first.kind === "MatchStar") this.fail();
    return first;
  }

  private pattern(): PatternNode {
    this.enter();
    const start = this.position;
    let pattern = this.orPattern();
    if (this.accept(TokenKind.As)) {
      const name = this.captureName();
      pattern = { kind: "MatchAs", pattern, name, ...this.span(start) };
    }
    this.leave();
    return pattern;
  }

  private orPattern(): PatternNode {
    const start = this.position;
    const first = this.closedPattern();
    if (!this.at(TokenKind.Bar)) return first;
    const patterns = [first];
    while (this.accept(TokenKind.Bar)) patterns.push(this.closedPattern());
    return { kind: "MatchOr", patterns, ...this.span(start) };
  }

  private maybeStarPattern(): PatternNode {
    const start = this.position;
    if (!this.accept(TokenKind.Star)) return this.pattern();
    const name = this.atWildcard() ? this.wildcard() : this.captureName();
    return { kind: "MatchStar", name, ...this.span(start) };
  }

  private closedPattern(): PatternNode {
    const start = this.position;
    switch (this.kind) {
      case TokenKind.Number:
      case TokenKind.Minus:
      case TokenKind.String: {
        const value = this.literal();
        return { kind: "MatchValue", value, ...this.span(start) };
      }
      case TokenKind.None:
      case TokenKind.True:
      case TokenKind.False: {
        const value = this.singleton()!;
        this.advance();
        return { kind: "MatchSingleton", value, ...this.span(start) };
      }
      case TokenKind.LeftParen:
        return this.parenthesizedPattern();
      case TokenKind.LeftBracket: {
        this.advance();
        const patterns = this.sequence(TokenKind.RightBracket);
        return { kind: "MatchSequence", patterns, ...this.span(start) };
      }
      case TokenKind.LeftBrace:
        return this.mappingPattern();
      default:
        return this.namePattern();
    }
  }

  private atWildcard(): boolean {
    return this.at(TokenKind.Name) && this.text() === "_";
  }

  private wildcard(): null {
    this.advance();
    return null;
  }

  /** A name that the pattern binds. */
  private captureName(): string {
    if (this.atWildcard()) this.fail();
    const name = this.name();
    if (this.at(TokenKind.Dot) || this.at(TokenKind.LeftParen) || this.at(TokenKind.Equal)) {
      this.fail();
    }
    return name;
  }

  /** A capture, the wildcard, a dotted name to compare with, or a class. */
  private namePattern(): PatternNode {
    const start = this.position;
    if (this.atWildcard()) {
      const name = this.wildcard();
      return { kind: "MatchAs", pattern: null, name, ...this.span(start) };
    }
    const next = this.peek();
    if (next !== TokenKind.Dot && next !== TokenKind.LeftParen) {
      const name = this.captureName();
      return { kind: "MatchAs", pattern: null, name, ...this.span(start) };
    }
    const value = this.dottedName();
    if (this.at(TokenKind.LeftParen)) return this.classPattern(start, value);
    if (this.at(TokenKind.Equal)) this.fail();
    return { kind: "MatchValue", value, ...this.span(start) };
  }

  private dottedName(): ExprNode {
    const start = this.position;
    const id = this.name();
    let value: ExprNode = { kind: "Name", id, ctx: "Load", ...this.span(start) };
    while (this.accept(TokenKind.Dot)) {
      const attr = this.name();
      value = { kind: "Attribute", value, attr, ctx: "Load", ...this.span(start) };
    }
    return value;
  }

  /** Strings, or a number with a sign and perhaps an imaginary part. */
  private literal(): ExprNode {
    if (this.at(TokenKind.String)) return this.strings();
    const start = this.position;
    const negative = this.accept(TokenKind.Minus);
    const real = this.numberLiteral();
    let left: ExprNode = real;
    if (negative) left = { kind: "UnaryOp", op: "USub", operand: real, ...this.span(start) };
    const op = this.at(TokenKind.Plus) ? "Add" : this.at(TokenKind.Minus) ? "Sub" : null;
    if (op === null) return left;
    if (real.value.type === "complex") this.fail();
    this.advance();
    const right = this.numberLiteral();
    if (right.value.type !== "complex") this.fail();
    return { kind: "BinOp", left, op, right, ...this.span(start) };
  }

  private numberLiteral() {
    if (!this.at(TokenKind.Number)) this.fail();
    return this.constant(this.numberToken());
  }

  private parenthesizedPattern(): PatternNode {
    const start = this.position;
    this.advance();
    if (this.accept(TokenKind.RightParen)) {
      return { kind: "MatchSequence", patterns: [], ...this.span(start) };
    }
    const first = this.maybeStarPattern();
    if (first.kind !== "MatchStar" && this.accept(TokenKind.RightParen)) return first;
    this.expect(TokenKind.Comma);
    const patterns = [first, ...this.sequence(TokenKind.RightParen)];
    return { kind: "MatchSequence", patterns, ...this.span(start) };
  }

  /** Patterns up to `close`, which is stepped over. */
  private sequence(close: TokenKind): PatternNode[] {
    const patterns: PatternNode[] = [];
    while (!this.at(close)) {
      patterns.push(this.maybeStarPattern());
      if (!this.accept(TokenKind.Comma)) break;
    }
    this.expect(close);
    return patterns;
  }

  private mappingPattern(): MatchMapping {
    const start = this.position;
    this.advance();
    const keys: ExprNode[] = [];
    const patterns: PatternNode[] = [];
    let rest: string | null = null;
    while (!this.at(TokenKind.RightBrace) && rest === null) {
      if (this.accept(TokenKind.DoubleStar)) {
        rest = this.captureName();
      } else {
        keys.push(this.mappingKey());
        this.expect(TokenKind.Colon);
        patterns.push(this.pattern());
      }
      if (!this.accept(TokenKind.Comma)) break;
    }
    this.expect(TokenKind.RightBrace);
    return { kind: "MatchMapping", keys, patterns, rest, ...this.span(start) };
  }

  private mappingKey(): ExprNode {
    if (this.at(TokenKind.Name)) {
      if (this.peek() !== TokenKind.Dot) this.fail();
      return this.dottedName();
    }
    const singleton: ConstantValue | null = this.singleton();
    return singleton === null ? this.literal() : this.constant(singleton);
  }

  private classPattern(start: number, cls: ExprNode): MatchClass {
    this.advance();
    const patterns: PatternNode[] = [];
    const kwd_attrs: string[] = [];
    const kwd_patterns: PatternNode[] = [];
    while (!this.at(TokenKind.RightParen)) {
      if (this.at(TokenKind.Name) && this.peek() === TokenKind.Equal) {
        kwd_attrs.push(this.name());
        this.advance();
        kwd_patterns.push(this.pattern());
      } else {
        if (kwd_attrs.length > 0) this.fail();
        patterns.push(this.pattern());
      }
      if (!this.accept(TokenKind.Comma)) break;
    }
    this.expect(TokenKind.RightParen);
    return { kind: "MatchClass", cls, patterns, kwd_attrs, kwd_patterns, ...this.span(start) };
  }
}
