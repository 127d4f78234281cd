import type { Attribute, ExprContext, ExprNode, Name, Subscript } from "../ast.js";
import { TokenKind } from "../tokens/token-kind.js";
import { StringParser } from "./strings.js";

/** What can be assigned to or deleted. Targets are read as expressions and then checked. */
export abstract class TargetParser extends StringParser {
  protected abstract primary(): ExprNode;

  /** The targets of `for`: one, or a tuple of them. */
  protected targets(): ExprNode {
    const start = this.position;
    const first = this.target();
    if (!this.at(TokenKind.Comma)) return first;
    const elts = [first];
    while (this.accept(TokenKind.Comma) && !this.at(TokenKind.In)) elts.push(this.target());
    return { kind: "Tuple", elts, ctx: "Store", ...this.span(start) };
  }

  /** One target, perhaps with a star. */
  protected target(): ExprNode {
    const start = this.position;
    if (!this.accept(TokenKind.Star)) return this.toTarget(this.primary(), "Store");
    const value = this.toTarget(this.primary(), "Store");
    return { kind: "Starred", value, ctx: "Store", ...this.span(start) };
  }

  /** Makes a target of an expression, in place; fails if it cannot be one. */
  protected toTarget(node: ExprNode, ctx: ExprContext): ExprNode {
    switch (node.kind) {
      case "Name":
      case "Attribute":
      case "Subscript":
        break;
      case "Tuple":
      case "List":
        for (const element of node.elts) this.toTarget(element, ctx);
        break;
      case "Starred":
        if (ctx === "Del") this.fail();
        this.toTarget(node.value, ctx);
        break;
      default:
        this.fail();
    }
    node.ctx = ctx;
    return node;
  }

  /** A target of an annotated or augmented assignment. */
  protected toSingleTarget(node: ExprNode): Name | Attribute | Subscript {
    if (node.kind !== "Name" && node.kind !== "Attribute" && node.kind !== "Subscript") {
      this.fail();
    }
    node.ctx = "Store";
    return node;
  }
}
