import type { Alias, Assign, ExprNode, StmtNode } from "../ast.js";
import { isAugmentedAssignment, TokenKind } from "../tokens/token-kind.js";
import { AUGMENTED_OPERATOR } from "./operators.js";
import { PatternParser } from "./patterns.js";

/** Statements of one line. */
export abstract class SimpleStatementParser extends PatternParser {
  /** Reads the statements of a line, with its newline, into `into`. */
  protected simpleStatements(into: StmtNode[]): void {
    do {
      into.push(this.simpleStatement());
    } while (this.accept(TokenKind.Semicolon) && !this.at(TokenKind.Newline));
    this.expect(TokenKind.Newline);
  }

  private simpleStatement(): StmtNode {
    const start = this.position;
    switch (this.kind) {
      case TokenKind.Return: {
        this.advance();
        const value = this.atExpressionEnd() ? null : this.starExpressions();
        return { kind: "Return", value, ...this.span(start) };
      }
      case TokenKind.Import:
        return this.importStatement();
      case TokenKind.From:
        return this.importFrom();
      case TokenKind.Raise:
        return this.raiseStatement();
      case TokenKind.Pass:
        this.advance();
        return { kind: "Pass", ...this.span(start) };
      case TokenKind.Break:
        this.advance();
        return { kind: "Break", ...this.span(start) };
      case TokenKind.Continue:
        this.advance();
        return { kind: "Continue", ...this.span(start) };
      case TokenKind.Del:
        return this.deleteStatement();
      case TokenKind.Assert: {
        this.advance();
        const test = this.expression();
        const msg = this.accept(TokenKind.Comma) ? this.expression() : null;
        return { kind: "Assert", test, msg, ...this.span(start) };
      }
      case TokenKind.Global: {
        const names = this.nameList();
        return { kind: "Global", names, ...this.span(start) };
      }
      case TokenKind.Nonlocal: {
        const names = this.nameList();
        return { kind: "Nonlocal", names, ...this.span(start) };
      }
      default:
        return this.expressionStatement();
    }
  }

  /** An expression, or an assignment, which begins like one. */
  private expressionStatement(): StmtNode {
    const start = this.position;
    const first = this.yieldOrStarExpressions();
    if (this.at(TokenKind.Equal)) return this.assignment(start, first);
    if (this.at(TokenKind.Colon)) return this.annotatedAssignment(start, first);
    if (isAugmentedAssignment(this.kind)) {
      const op = AUGMENTED_OPERATOR[this.kind];
      const target = this.toSingleTarget(first);
      this.advance();
      const value = this.yieldOrStarExpressions();
      return { kind: "AugAssign", target, op, value, ...this.span(start) };
    }
    return { kind: "Expr", value: first, ...this.span(start) };
  }

  private assignment(start: number, first: ExprNode): Assign {
    const targets: ExprNode[] = [];
    let value = first;
    while (this.at(TokenKind.Equal)) {
      targets.push(this.toTarget(value, "Store"));
      this.advance();
      value = this.yieldOrStarExpressions();
    }
    return { kind: "Assign", targets, value, type_comment: null, ...this.span(start) };
  }

  private annotatedAssignment(start: number, first: ExprNode): StmtNode {
    const simple = first.kind === "Name" && this.position === start + 1 ? 1 : 0;
    const target = this.toSingleTarget(first);
    this.advance();
    const annotation = this.expression();
    const value = this.accept(TokenKind.Equal) ? this.yieldOrStarExpressions() : null;
    return { kind: "AnnAssign", target, annotation, value, simple, ...this.span(start) };
  }

  private yieldOrStarExpressions(): ExprNode {
    return this.at(TokenKind.Yield) ? this.yieldExpression() : this.starExpressions();
  }

  private raiseStatement(): StmtNode {
    const start = this.position;
    this.advance();
    const exc = this.atExpressionEnd() ? null : this.expression();
    const cause = exc !== null && this.accept(TokenKind.From) ? this.expression() : null;
    return { kind: "Raise", exc, cause, ...this.span(start) };
  }

  private deleteStatement(): StmtNode {
    const start = this.position;
    this.advance();
    const targets = [this.toTarget(this.primary(), "Del")];
    while (this.accept(TokenKind.Comma) && !this.atExpressionEnd()) {
      targets.push(this.toTarget(this.primary(), "Del"));
    }
    return { kind: "Delete", targets, ...this.span(start) };
  }

  /** The names after the keyword `global` or `nonlocal`. */
  private nameList(): string[] {
    this.advance();
    const names = [this.name()];
    while (this.accept(TokenKind.Comma)) names.push(this.name());
    return names;
  }

  private importStatement(): StmtNode {
    const start = this.position;
    this.advance();
    const names: Alias[] = [];
    do {
      const aliasStart = this.position;
      names.push(this.alias(aliasStart, this.dottedModule()));
    } while (this.accept(TokenKind.Comma));
    return { kind: "Import", names, ...this.span(start) };
  }

  private importFrom(): StmtNode {
    const start = this.position;
    this.advance();
    let level = 0;
    for (;;) {
      if (this.accept(TokenKind.Dot)) level++;
      else if (this.accept(TokenKind.Ellipsis)) level += 3;
      else break;
    }
    const module = level > 0 && this.at(TokenKind.Import) ? null : this.dottedModule();
    this.expect(TokenKind.Import);
    const names = this.importedNames();
    return { kind: "ImportFrom", module, names, level, ...this.span(start) };
  }

  private importedNames(): Alias[] {
    const start = this.position;
    if (this.accept(TokenKind.Star)) {
      return [{ kind: "alias", name: "*", asname: null, ...this.span(start) }];
    }
    const isParenthesized = this.accept(TokenKind.LeftParen);
    const names: Alias[] = [];
    do {
      if (isParenthesized && names.length > 0 && this.at(TokenKind.RightParen)) break;
      const aliasStart = this.position;
      names.push(this.alias(aliasStart, this.name()));
    } while (this.accept(TokenKind.Comma));
    if (isParenthesized) this.expect(TokenKind.RightParen);
    return names;
  }

  /** What follows an imported name. */
  private alias(start: number, name: string): Alias {
    const asname = this.accept(TokenKind.As) ? this.name() : null;
    return { kind: "alias", name, asname, ...this.span(start) };
  }

  private dottedModule(): string {
    let name = this.name();
    while (this.accept(TokenKind.Dot)) name += "." + this.name();
    return name;
  }
}
