import type { CompareOperator, ExprNode, Keyword, UnaryOperator } from "../ast.js";
import { isAugmentedAssignment, TokenKind } from "../tokens/token-kind.js";
import type { Tokens } from "../tokens/tokens.js";
import { BINARY_OPERATOR, COMPARISON, PRECEDENCE } from "./operators.js";
import { TargetParser } from "./targets.js";

/** Expressions, from `lambda` down to what may follow a name. */
export class ExpressionParser extends TargetParser {
  protected expression(): ExprNode {
    this.enter();
    const start = this.position;
    let result: ExprNode;
    if (this.at(TokenKind.Lambda)) {
      this.advance();
      const args = this.parameters(TokenKind.Colon);
      this.expect(TokenKind.Colon);
      const body = this.expression();
      result = { kind: "Lambda", args, body, ...this.span(start) };
    } else {
      result = this.disjunction();
      if (this.accept(TokenKind.If)) {
        const test = this.disjunction();
        this.expect(TokenKind.Else);
        const orelse = this.expression();
        result = { kind: "IfExp", test, body: result, orelse, ...this.span(start) };
      }
    }
    this.leave();
    return result;
  }

  /** An expression that may be `name := value`. */
  protected namedExpression(): ExprNode {
    const start = this.position;
    if (this.at(TokenKind.Name) && this.peek() === TokenKind.ColonEqual) {
      const id = this.name();
      const target = { kind: "Name" as const, id, ctx: "Store" as const, ...this.span(start) };
      this.advance();
      const value = this.expression();
      return { kind: "NamedExpr", target, value, ...this.span(start) };
    }
    return this.expression();
  }

  /** An expression or `*value`. */
  protected starExpression(): ExprNode {
    if (!this.at(TokenKind.Star)) return this.expression();
    const start = this.position;
    this.advance();
    const value = this.bitwiseOr();
    return { kind: "Starred", value, ctx: "Load", ...this.span(start) };
  }

  /** One or more of the above; a comma makes it a tuple. */
  protected starExpressions(): ExprNode {
    const start = this.position;
    const first = this.starExpression();
    if (!this.at(TokenKind.Comma)) return first;
    const elts = [first];
    while (this.accept(TokenKind.Comma) && !this.atListEnd()) elts.push(this.starExpression());
    return { kind: "Tuple", elts, ctx: "Load", ...this.span(start) };
  }

  /** Whether a list of expressions ends here, after a comma. */
  private atListEnd(): boolean {
    switch (this.kind) {
      case TokenKind.Colon:
      case TokenKind.In:
        return true;
      default:
        return this.atExpressionEnd() || isAugmentedAssignment(this.kind);
    }
  }

  protected disjunction(): ExprNode {
    const start = this.position;
    const first = this.conjunction();
    if (!this.at(TokenKind.Or)) return first;
    const values = [first];
    while (this.accept(TokenKind.Or)) values.push(this.conjunction());
    return { kind: "BoolOp", op: "Or", values, ...this.span(start) };
  }

  private conjunction(): ExprNode {
    const start = this.position;
    const first = this.inversion();
    if (!this.at(TokenKind.And)) return first;
    const values = [first];
    while (this.accept(TokenKind.And)) values.push(this.inversion());
    return { kind: "BoolOp", op: "And", values, ...this.span(start) };
  }

  private inversion(): ExprNode {
    const start = this.position;
    while (this.at(TokenKind.Not)) this.advance();
    const first = this.position;
    let result = this.comparison();
    for (let at = first - 1; at >= start; at--) {
      result = { kind: "UnaryOp", op: "Not", operand: result, ...this.span(at) };
    }
    return result;
  }

  private comparison(): ExprNode {
    const start = this.position;
    const left = this.bitwiseOr();
    let op = this.comparisonOperator();
    if (op === null) return left;
    const ops: CompareOperator[] = [];
    const comparators: ExprNode[] = [];
    for (; op !== null; op = this.comparisonOperator()) {
      ops.push(op);
      comparators.push(this.bitwiseOr());
    }
    return { kind: "Compare", left, ops, comparators, ...this.span(start) };
  }

  /** Steps over a comparison operator, if one stands here. */
  private comparisonOperator(): CompareOperator | null {
    const kind = this.kind;
    if (kind < TokenKind.EqualEqual) return null;
    if (kind === TokenKind.Is) {
      this.advance();
      return this.accept(TokenKind.Not) ? "IsNot" : "Is";
    }
    if (kind === TokenKind.Not) {
      if (this.peek() !== TokenKind.In) return null;
      this.advance();
      this.advance();
      return "NotIn";
    }
    if (kind > TokenKind.GreaterEqual && kind !== TokenKind.In) return null;
    this.advance();
    return COMPARISON[kind];
  }

  protected bitwiseOr(): ExprNode {
    return this.binary(1);
  }

  /** Precedence climbing: operators of at least this precedence. */
  private binary(precedence: number): ExprNode {
    const start = this.position;
    let left = this.factor();
    for (;;) {
      const kind = this.kind;
      const own = PRECEDENCE[kind];
      if (own < precedence || own === 0) return left;
      this.advance();
      const right = this.binary(own + 1);
      left = { kind: "BinOp", left, op: BINARY_OPERATOR[kind], right, ...this.span(start) };
    }
  }

  private factor(): ExprNode {
    const start = this.position;
    while (unaryOperator(this.kind) !== null) this.advance();
    const first = this.position;
    let result = this.power();
    for (let at = first - 1; at >= start; at--) {
      const op = unaryOperator(this.tokens.kinds[at])!;
      result = { kind: "UnaryOp", op, operand: result, ...this.span(at) };
    }
    return result;
  }

  private power(): ExprNode {
    const start = this.position;
    let left: ExprNode;
    if (this.accept(TokenKind.Await)) {
      const value = this.primary();
      left = { kind: "Await", value, ...this.span(start) };
    } else {
      left = this.primary();
    }
    if (!this.at(TokenKind.DoubleStar)) return left;
    this.advance();
    this.enter();
    const right = this.factor();
    this.leave();
    return { kind: "BinOp", left, op: "Pow", right, ...this.span(start) };
  }

  /** An atom and the attributes, calls and subscripts after it. */
  protected primary(): ExprNode {
    const start = this.position;
    let value = this.atom();
    for (;;) {
      if (this.at(TokenKind.Dot)) {
        this.advance();
        const attr = this.name();
        value = { kind: "Attribute", value, attr, ctx: "Load", ...this.span(start) };
      } else if (this.at(TokenKind.LeftParen)) {
        const open = this.position;
        const args: ExprNode[] = [];
        const keywords: Keyword[] = [];
        this.advance();
        this.arguments(open, true, args, keywords);
        value = { kind: "Call", func: value, args, keywords, ...this.span(start) };
      } else if (this.at(TokenKind.LeftBracket)) {
        this.advance();
        const slice = this.slices();
        this.expect(TokenKind.RightBracket);
        value = { kind: "Subscript", value, slice, ctx: "Load", ...this.span(start) };
      } else {
        return value;
      }
    }
  }

  private slices(): ExprNode {
    const start = this.position;
    const isStarred = this.at(TokenKind.Star);
    const first = this.slice();
    if (!this.at(TokenKind.Comma) && !isStarred) return first;
    const elts = [first];
    while (this.accept(TokenKind.Comma) && !this.at(TokenKind.RightBracket)) {
      elts.push(this.slice());
    }
    return { kind: "Tuple", elts, ctx: "Load", ...this.span(start) };
  }

  private slice(): ExprNode {
    const start = this.position;
    if (this.at(TokenKind.Star)) return this.starredArgument();
    let lower: ExprNode | null = null;
    if (!this.at(TokenKind.Colon)) {
      lower = this.namedExpression();
      if (!this.at(TokenKind.Colon)) return lower;
      // `x[y := 1:2]` is not a slice.
      if (this.tokens.kinds[start + 1] === TokenKind.ColonEqual) this.fail();
    }
    this.advance();
    const upper = this.sliceBound();
    const step = this.accept(TokenKind.Colon) ? this.sliceBound() : null;
    return { kind: "Slice", lower, upper, step, ...this.span(start) };
  }

  private sliceBound(): ExprNode | null {
    switch (this.kind) {
      case TokenKind.Colon:
      case TokenKind.Comma:
      case TokenKind.RightBracket:
        return null;
      default:
        return this.expression();
    }
  }

  protected fieldExpression(tokens: Tokens): ExprNode {
    return new ExpressionParser(tokens).starExpressions();
  }
}

function unaryOperator(kind: TokenKind): UnaryOperator | null {
  switch (kind) {
    case TokenKind.Plus:
      return "UAdd";
    case TokenKind.Minus:
      return "USub";
    case TokenKind.Tilde:
      return "Invert";
    default:
      return null;
  }
}
