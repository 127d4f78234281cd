import type { Comprehension, ExprNode, Keyword } from "../ast.js";
import { TokenKind } from "../tokens/token-kind.js";
import { ParameterParser } from "./parameters.js";

/** Arguments of calls and classes, and the `for` clauses of comprehensions. */
export abstract class ArgumentParser extends ParameterParser {
  protected abstract disjunction(): ExprNode;
  protected abstract namedExpression(): ExprNode;
  protected abstract targets(): ExprNode;

  /** Whether a comprehension's `for` stands here. */
  protected atFor(): boolean {
    return this.at(TokenKind.For) || (this.at(TokenKind.Async) && this.peek() === TokenKind.For);
  }

  protected comprehensions(): Comprehension[] {
    const generators: Comprehension[] = [];
    while (this.atFor()) {
      const is_async = this.accept(TokenKind.Async) ? 1 : 0;
      this.advance();
      const target = this.targets();
      this.expect(TokenKind.In);
      const iter = this.disjunction();
      const ifs: ExprNode[] = [];
      while (this.accept(TokenKind.If)) ifs.push(this.disjunction());
      generators.push({ kind: "comprehension", target, iter, ifs, is_async });
    }
    return generators;
  }

  /** `*value`, where any expression may follow the star. */
  protected starredArgument(): ExprNode {
    const start = this.position;
    this.advance();
    const value = this.expression();
    return { kind: "Starred", value, ctx: "Load", ...this.span(start) };
  }

  /**
   * Reads arguments from after `(` to after `)`.
   *
   * @param open the index of `(`: the start of a generator expression that is the only argument
   * @param allowGenerator whether there may be one (a call has it, a class has not)
   */
  protected arguments(open: number, allowGenerator: boolean, args: ExprNode[], keywords: Keyword[]): void {
    let afterKeyword = false;
    let afterUnpacking = false;
    while (!this.at(TokenKind.RightParen)) {
      const start = this.position;
      if (this.at(TokenKind.Star)) {
        if (afterUnpacking) this.fail();
        args.push(this.starredArgument());
      } else if (this.accept(TokenKind.DoubleStar)) {
        const value = this.expression();
        keywords.push({ kind: "keyword", arg: null, value, ...this.span(start) });
        afterKeyword = afterUnpacking = true;
      } else if (this.at(TokenKind.Name) && this.peek() === TokenKind.Equal) {
        const arg = this.name();
        this.advance();
        const value = this.expression();
        keywords.push({ kind: "keyword", arg, value, ...this.span(start) });
        afterKeyword = true;
      } else {
        if (afterKeyword) this.fail();
        const value = this.namedExpression();
        if (this.atFor() && allowGenerator && args.length === 0) {
          const generators = this.comprehensions();
          this.expect(TokenKind.RightParen);
          args.push({ kind: "GeneratorExp", elt: value, generators, ...this.span(open) });
          return;
        }
        args.push(value);
      }
      if (!this.accept(TokenKind.Comma)) break;
    }
    this.expect(TokenKind.RightParen);
  }
}
