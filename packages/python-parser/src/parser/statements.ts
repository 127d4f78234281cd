import type {
  ExceptHandler,
  Expression,
  ExprNode,
  If,
  Keyword,
  MatchCase,
  Module,
  StmtNode,
  WithItem,
} from "../ast.js";
import { TokenKind } from "../tokens/token-kind.js";
import { SimpleStatementParser } from "./simple-statements.js";

/** Compound statements and whole modules. */
export class StatementParser extends SimpleStatementParser {
  module(): Module {
    const body: StmtNode[] = [];
    while (!this.at(TokenKind.EndMarker)) this.statement(body);
    return { kind: "Module", body, type_ignores: [] };
  }

  /** The argument of `eval`. */
  evalInput(): Expression {
    const body = this.expressions();
    while (this.accept(TokenKind.Newline));
    this.expect(TokenKind.EndMarker);
    return { kind: "Expression", body };
  }

  private expressions(): ExprNode {
    const start = this.position;
    const first = this.expression();
    if (!this.at(TokenKind.Comma)) return first;
    const elts = [first];
    while (this.accept(TokenKind.Comma) && !this.at(TokenKind.Newline)) {
      elts.push(this.expression());
    }
    return { kind: "Tuple", elts, ctx: "Load", ...this.span(start) };
  }

  private statement(into: StmtNode[]): void {
    switch (this.kind) {
      case TokenKind.If:
        into.push(this.ifStatement());
        break;
      case TokenKind.Def:
      case TokenKind.Class:
      case TokenKind.At:
        into.push(this.definition());
        break;
      case TokenKind.For:
      case TokenKind.With:
        into.push(this.forOrWith(this.position, false));
        break;
      case TokenKind.While:
        into.push(this.whileStatement());
        break;
      case TokenKind.Try:
        into.push(this.tryStatement());
        break;
      case TokenKind.Async:
        into.push(this.asyncStatement());
        break;
      default:
        if (this.atMatchStatement()) into.push(this.matchStatement());
        else this.simpleStatements(into);
    }
  }

  /** A colon and what it governs: an indented block or the rest of the line. */
  private block(): StmtNode[] {
    this.expect(TokenKind.Colon);
    const body: StmtNode[] = [];
    if (!this.accept(TokenKind.Newline)) {
      this.simpleStatements(body);
      return body;
    }
    this.expect(TokenKind.Indent);
    do {
      this.statement(body);
    } while (!this.accept(TokenKind.Dedent));
    return body;
  }

  private elseBlock(): StmtNode[] {
    return this.accept(TokenKind.Else) ? this.block() : [];
  }

  private ifStatement(): If {
    // A chain of `elif` nests in the tree but must not nest here.
    const parts: { start: number; test: ExprNode; body: StmtNode[] }[] = [];
    do {
      const start = this.position;
      this.advance();
      const test = this.namedExpression();
      parts.push({ start, test, body: this.block() });
    } while (this.at(TokenKind.Elif));
    let orelse: StmtNode[] = this.elseBlock();
    for (;;) {
      const { start, test, body } = parts.pop()!;
      const node: If = { kind: "If", test, body, orelse, ...this.blockSpan(start) };
      if (parts.length === 0) return node;
      orelse = [node];
    }
  }

  private whileStatement(): StmtNode {
    const start = this.position;
    this.advance();
    const test = this.namedExpression();
    const body = this.block();
    const orelse = this.elseBlock();
    return { kind: "While", test, body, orelse, ...this.blockSpan(start) };
  }

  private asyncStatement(): StmtNode {
    const start = this.position;
    this.advance();
    if (this.at(TokenKind.Def)) return this.functionDefinition(start, true, []);
    return this.forOrWith(start, true);
  }

  private forOrWith(start: number, isAsync: boolean): StmtNode {
    if (this.accept(TokenKind.With)) {
      const items = this.withItems();
      const body = this.block();
      const kind = isAsync ? "AsyncWith" : "With";
      return { kind, items, body, type_comment: null, ...this.blockSpan(start) };
    }
    this.expect(TokenKind.For);
    const target = this.targets();
    this.expect(TokenKind.In);
    const iter = this.starExpressions();
    const body = this.block();
    const orelse = this.elseBlock();
    const kind = isAsync ? "AsyncFor" : "For";
    return { kind, target, iter, body, orelse, type_comment: null, ...this.blockSpan(start) };
  }

  private withItems(): WithItem[] {
    const parenthesized = this.parenthesizedWithItems();
    if (parenthesized !== null) return parenthesized;
    const items: WithItem[] = [];
    do {
      items.push(this.withItem());
    } while (this.accept(TokenKind.Comma));
    return items;
  }

  /**
   * The items of `with (a as b, c):`. If the bracket belongs to an expression instead, as in
   * `with (yield):` or `with (a, b) as c:`, nothing is read and the result is null.
   */
  private parenthesizedWithItems(): WithItem[] | null {
    const start = this.position;
    if (!this.at(TokenKind.LeftParen) || !this.isBracketBeforeColon()) return null;
    this.advance();
    const items: WithItem[] = [];
    while (!this.at(TokenKind.RightParen) || items.length === 0) {
      const isItem = !this.at(TokenKind.Star) && !this.at(TokenKind.Yield) && !this.at(TokenKind.RightParen);
      if (isItem) items.push(this.withItem());
      const isNext = this.accept(TokenKind.Comma) || this.at(TokenKind.RightParen);
      if (!isItem || !isNext) {
        this.moveTo(start);
        return null;
      }
    }
    this.advance();
    return items;
  }

  /** Whether a colon follows the bracket that matches this one. */
  private isBracketBeforeColon(): boolean {
    let depth = 0;
    for (let distance = 0; ; distance++) {
      const kind = this.peek(distance);
      if (kind === TokenKind.EndMarker || kind === TokenKind.Error) return false;
      if (kind >= TokenKind.LeftParen && kind <= TokenKind.LeftBrace) depth++;
      else if (kind >= TokenKind.RightParen && kind <= TokenKind.RightBrace) depth--;
      if (depth === 0) return this.peek(distance + 1) === TokenKind.Colon;
    }
  }

  private withItem(): WithItem {
    const context_expr = this.expression();
    const optional_vars = this.accept(TokenKind.As) ? this.target() : null;
    return { kind: "withitem", context_expr, optional_vars };
  }

  private tryStatement(): StmtNode {
    const start = this.position;
    this.advance();
    const body = this.block();
    const handlers: ExceptHandler[] = [];
    const isStar = this.at(TokenKind.Except) && this.peek() === TokenKind.Star;
    while (this.at(TokenKind.Except)) handlers.push(this.exceptHandler(isStar));
    const orelse = handlers.length > 0 ? this.elseBlock() : [];
    const finalbody = this.accept(TokenKind.Finally) ? this.block() : [];
    if (handlers.length === 0 && finalbody.length === 0) this.fail();
    const kind = isStar ? "TryStar" : "Try";
    return { kind, body, handlers, orelse, finalbody, ...this.blockSpan(start) };
  }

  private exceptHandler(isStar: boolean): ExceptHandler {
    const start = this.position;
    this.advance();
    if (isStar) this.expect(TokenKind.Star);
    const isBare = !isStar && this.at(TokenKind.Colon);
    const type = isBare ? null : this.expression();
    const name = !isBare && this.accept(TokenKind.As) ? this.name() : null;
    const body = this.block();
    return { kind: "ExceptHandler", type, name, body, ...this.blockSpan(start) };
  }

  /** A function or class, with its decorators. */
  private definition(): StmtNode {
    const decorators: ExprNode[] = [];
    while (this.accept(TokenKind.At)) {
      decorators.push(this.namedExpression());
      this.expect(TokenKind.Newline);
    }
    const start = this.position;
    if (this.at(TokenKind.Class)) return this.classDefinition(decorators);
    return this.functionDefinition(start, this.accept(TokenKind.Async), decorators);
  }

  private functionDefinition(start: number, isAsync: boolean, decorator_list: ExprNode[]): StmtNode {
    this.expect(TokenKind.Def);
    const name = this.name();
    this.expect(TokenKind.LeftParen);
    const args = this.parameters(TokenKind.RightParen);
    this.expect(TokenKind.RightParen);
    const returns = this.accept(TokenKind.Arrow) ? this.expression() : null;
    const body = this.block();
    const kind = isAsync ? "AsyncFunctionDef" : "FunctionDef";
    return {
      kind,
      name,
      args,
      body,
      decorator_list,
      returns,
      type_comment: null,
      ...this.blockSpan(start),
    };
  }

  private classDefinition(decorator_list: ExprNode[]): StmtNode {
    const start = this.position;
    this.advance();
    const name = this.name();
    const bases: ExprNode[] = [];
    const keywords: Keyword[] = [];
    const open = this.position;
    if (this.accept(TokenKind.LeftParen)) this.arguments(open, false, bases, keywords);
    const body = this.block();
    return {
      kind: "ClassDef",
      name,
      bases,
      keywords,
      body,
      decorator_list,
      ...this.blockSpan(start),
    };
  }

  /**
   * Whether the name `match` begins a statement here: a subject follows, and a colon ends the
   * line. No expression and no annotation can look like that.
   */
  private atMatchStatement(): boolean {
    if (!this.at(TokenKind.Name) || this.text() !== "match") return false;
    let distance = 1;
    while (this.peek(distance) > TokenKind.Error) distance++;
    return distance > 2 && this.peek(distance - 1) === TokenKind.Colon;
  }

  private matchStatement(): StmtNode {
    const start = this.position;
    this.advance();
    const subject = this.matchSubject();
    this.expect(TokenKind.Colon);
    this.expect(TokenKind.Newline);
    this.expect(TokenKind.Indent);
    const cases: MatchCase[] = [];
    do {
      if (!this.at(TokenKind.Name) || this.text() !== "case") this.fail();
      this.advance();
      const pattern = this.patterns();
      const guard = this.accept(TokenKind.If) ? this.namedExpression() : null;
      cases.push({ kind: "match_case", pattern, guard, body: this.block() });
    } while (!this.accept(TokenKind.Dedent));
    return { kind: "Match", subject, cases, ...this.blockSpan(start) };
  }

  private matchSubject(): ExprNode {
    const start = this.position;
    const isStarred = this.at(TokenKind.Star);
    const first = this.starNamedExpression();
    if (!this.at(TokenKind.Comma)) return isStarred ? this.fail() : first;
    const elts = [first];
    while (this.accept(TokenKind.Comma) && !this.at(TokenKind.Colon)) {
      elts.push(this.starNamedExpression());
    }
    return { kind: "Tuple", elts, ctx: "Load", ...this.span(start) };
  }
}
