/// Statements, and the parts that only they have.

import type { Arguments, Attribute, ExprNode, Keyword, Name, Operator, Subscript } from "./expressions.js";
import type { Located } from "./located.js";
import type { PatternNode } from "./patterns.js";

interface FunctionFields {
  name: string;
  args: Arguments;
  body: StmtNode[];
  decorator_list: ExprNode[];
  returns: ExprNode | null;
  type_comment: null;
}

export interface FunctionDef extends Located, FunctionFields {
  kind: "FunctionDef";
}

export interface AsyncFunctionDef extends Located, FunctionFields {
  kind: "AsyncFunctionDef";
}

export interface ClassDef extends Located {
  kind: "ClassDef";
  name: string;
  bases: ExprNode[];
  keywords: Keyword[];
  body: StmtNode[];
  decorator_list: ExprNode[];
}

export interface Return extends Located {
  kind: "Return";
  value: ExprNode | null;
}

export interface Delete extends Located {
  kind: "Delete";
  targets: ExprNode[];
}

export interface Assign extends Located {
  kind: "Assign";
  /** `a = b = value` has two. */
  targets: ExprNode[];
  value: ExprNode;
  type_comment: null;
}

export interface AugAssign extends Located {
  kind: "AugAssign";
  target: Name | Attribute | Subscript;
  op: Operator;
  value: ExprNode;
}

export interface AnnAssign extends Located {
  kind: "AnnAssign";
  target: Name | Attribute | Subscript;
  annotation: ExprNode;
  value: ExprNode | null;
  /** 1 if the target is a name without parentheses, else 0. */
  simple: 0 | 1;
}

interface ForFields {
  target: ExprNode;
  iter: ExprNode;
  body: StmtNode[];
  orelse: StmtNode[];
  type_comment: null;
}

export interface For extends Located, ForFields {
  kind: "For";
}

export interface AsyncFor extends Located, ForFields {
  kind: "AsyncFor";
}

export interface While extends Located {
  kind: "While";
  test: ExprNode;
  body: StmtNode[];
  orelse: StmtNode[];
}

export interface If extends Located {
  kind: "If";
  test: ExprNode;
  body: StmtNode[];
  /** An `elif` is an `If` alone in here. */
  orelse: StmtNode[];
}

interface WithFields {
  items: WithItem[];
  body: StmtNode[];
  type_comment: null;
}

export interface With extends Located, WithFields {
  kind: "With";
}

export interface AsyncWith extends Located, WithFields {
  kind: "AsyncWith";
}

export interface Match extends Located {
  kind: "Match";
  subject: ExprNode;
  cases: MatchCase[];
}

export interface Raise extends Located {
  kind: "Raise";
  exc: ExprNode | null;
  cause: ExprNode | null;
}

interface TryFields {
  body: StmtNode[];
  handlers: ExceptHandler[];
  orelse: StmtNode[];
  finalbody: StmtNode[];
}

export interface Try extends Located, TryFields {
  kind: "Try";
}

/** `try` with `except*` clauses. */
export interface TryStar extends Located, TryFields {
  kind: "TryStar";
}

export interface Assert extends Located {
  kind: "Assert";
  test: ExprNode;
  msg: ExprNode | null;
}

export interface Import extends Located {
  kind: "Import";
  names: Alias[];
}

export interface ImportFrom extends Located {
  kind: "ImportFrom";
  /** `null` in `from . import x`. */
  module: string | null;
  names: Alias[];
  /** The number of leading dots. */
  level: number;
}

export interface Global extends Located {
  kind: "Global";
  names: string[];
}

export interface Nonlocal extends Located {
  kind: "Nonlocal";
  names: string[];
}

/** An expression as a statement. */
export interface Expr extends Located {
  kind: "Expr";
  value: ExprNode;
}

export interface Pass extends Located {
  kind: "Pass";
}

export interface Break extends Located {
  kind: "Break";
}

export interface Continue extends Located {
  kind: "Continue";
}

export type StmtNode =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | Expr
  | Pass
  | Break
  | Continue;

export interface ExceptHandler extends Located {
  kind: "ExceptHandler";
  type: ExprNode | null;
  name: string | null;
  body: StmtNode[];
}

/** One name of an import; `name` may be dotted, or `*`. */
export interface Alias extends Located {
  kind: "alias";
  name: string;
  asname: string | null;
}

export interface WithItem {
  kind: "withitem";
  context_expr: ExprNode;
  optional_vars: ExprNode | null;
}

export interface MatchCase {
  kind: "match_case";
  pattern: PatternNode;
  guard: ExprNode | null;
  body: StmtNode[];
}
