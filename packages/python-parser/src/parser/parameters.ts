import type { Arg, Arguments, ExprNode } from "../ast.js";
import { TokenKind } from "../tokens/token-kind.js";
import { Cursor } from "./cursor.js";

/** The parameters of functions and lambdas. */
export abstract class ParameterParser extends Cursor {
  protected abstract expression(): ExprNode;
  protected abstract starExpression(): ExprNode;

  /**
   * Reads parameters up to `close`, which it leaves.
   *
   * @param close `)` for a function, whose parameters may have annotations; `:` for a lambda
   */
  protected parameters(close: TokenKind.RightParen | TokenKind.Colon): Arguments {
    const annotated = close === TokenKind.RightParen;
    const result: Arguments = {
      kind: "arguments",
      posonlyargs: [],
      args: [],
      vararg: null,
      kwonlyargs: [],
      kw_defaults: [],
      kwarg: null,
      defaults: [],
    };
    let afterStar = false;
    while (!this.at(close)) {
      if (this.at(TokenKind.Name)) {
        const arg = this.parameter(annotated);
        const value = this.accept(TokenKind.Equal) ? this.expression() : null;
        if (afterStar) {
          result.kwonlyargs.push(arg);
          result.kw_defaults.push(value);
        } else {
          if (value !== null) result.defaults.push(value);
          else if (result.defaults.length > 0) this.fail();
          result.args.push(arg);
        }
      } else if (this.at(TokenKind.Slash)) {
        if (afterStar || result.args.length === 0 || result.posonlyargs.length > 0) this.fail();
        this.advance();
        result.posonlyargs = result.args;
        result.args = [];
      } else if (this.at(TokenKind.Star)) {
        if (afterStar) this.fail();
        afterStar = true;
        this.advance();
        if (this.at(TokenKind.Comma)) {
          // A bare star: at least one name must follow.
          if (this.peek() !== TokenKind.Name) this.fail();
        } else {
          result.vararg = this.parameter(annotated, true);
        }
      } else {
        this.expect(TokenKind.DoubleStar);
        result.kwarg = this.parameter(annotated);
        this.accept(TokenKind.Comma);
        if (!this.at(close)) this.fail();
        return result;
      }
      if (!this.accept(TokenKind.Comma) && !this.at(close)) this.fail();
    }
    return result;
  }

  private parameter(annotated: boolean, starred = false): Arg {
    const start = this.position;
    const arg = this.name();
    let annotation: ExprNode | null = null;
    if (annotated && this.accept(TokenKind.Colon)) {
      annotation = starred ? this.starExpression() : this.expression();
    }
    return { kind: "arg", arg, annotation, type_comment: null, ...this.span(start) };
  }
}
