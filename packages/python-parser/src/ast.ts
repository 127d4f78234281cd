/**
 * The abstract syntax tree of Python 3.11: the ASDL of CPython's `ast` module, node for node and
 * field for field, as discriminated unions on `kind`.
 *
 * The differences from CPython's `ast`, all of them:
 * - sums are named `ExprNode`, `StmtNode`, … since `Expr` is itself a kind of statement;
 * - operators and contexts are strings (`"Add"`, `"Load"`), not objects;
 * - `None` in an optional field is `null`;
 * - `Constant.kind` is called `prefix` here, as `kind` is the discriminant;
 * - columns count code points, not UTF-8 bytes (see {@link Located}).
 */

import type { Arg, Arguments, Comprehension, ExprNode, Keyword } from "./ast/expressions.js";
import type { PatternNode } from "./ast/patterns.js";
import type { Alias, ExceptHandler, MatchCase, StmtNode, WithItem } from "./ast/statements.js";

export type * from "./ast/expressions.js";
export type * from "./ast/located.js";
export type * from "./ast/patterns.js";
export type * from "./ast/statements.js";

export interface Module {
  kind: "Module";
  body: StmtNode[];
  /** Always empty: type comments are not read. */
  type_ignores: never[];
}

/** The argument of `eval`. */
export interface Expression {
  kind: "Expression";
  body: ExprNode;
}

export type ModNode = Module | Expression;

/** Any node of the tree. */
export type Node =
  | ModNode
  | StmtNode
  | ExprNode
  | PatternNode
  | Comprehension
  | ExceptHandler
  | Arguments
  | Arg
  | Keyword
  | Alias
  | WithItem
  | MatchCase;
