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

/** Where a node stands in the source. */
export interface Located {
  /** First line, counted from 1. */
  lineno: number;
  /** First column, in code points, counted from 0. */
  col_offset: number;
  /** Last line, counted from 1. */
  end_lineno: number;
  /** The column after the last one, in code points, counted from 0. */
  end_col_offset: number;
}

// ---------------------------------------------------------------------------------------- modules

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

// ------------------------------------------------------------------------------------- statements

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

// ------------------------------------------------------------------------------------ expressions

export interface BoolOp extends Located {
  kind: "BoolOp";
  op: BoolOperator;
  /** Two or more: `a and b and c` is one node. */
  values: ExprNode[];
}

export interface NamedExpr extends Located {
  kind: "NamedExpr";
  target: Name;
  value: ExprNode;
}

export interface BinOp extends Located {
  kind: "BinOp";
  left: ExprNode;
  op: Operator;
  right: ExprNode;
}

export interface UnaryOp extends Located {
  kind: "UnaryOp";
  op: UnaryOperator;
  operand: ExprNode;
}

export interface Lambda extends Located {
  kind: "Lambda";
  args: Arguments;
  body: ExprNode;
}

export interface IfExp extends Located {
  kind: "IfExp";
  test: ExprNode;
  body: ExprNode;
  orelse: ExprNode;
}

export interface Dict extends Located {
  kind: "Dict";
  /** `null` stands for `**` before the value. */
  keys: (ExprNode | null)[];
  values: ExprNode[];
}

export interface Set extends Located {
  kind: "Set";
  elts: ExprNode[];
}

export interface ListComp extends Located {
  kind: "ListComp";
  elt: ExprNode;
  generators: Comprehension[];
}

export interface SetComp extends Located {
  kind: "SetComp";
  elt: ExprNode;
  generators: Comprehension[];
}

export interface DictComp extends Located {
  kind: "DictComp";
  key: ExprNode;
  value: ExprNode;
  generators: Comprehension[];
}

export interface GeneratorExp extends Located {
  kind: "GeneratorExp";
  elt: ExprNode;
  generators: Comprehension[];
}

export interface Await extends Located {
  kind: "Await";
  value: ExprNode;
}

export interface Yield extends Located {
  kind: "Yield";
  value: ExprNode | null;
}

export interface YieldFrom extends Located {
  kind: "YieldFrom";
  value: ExprNode;
}

/** A chain `left ops[0] comparators[0] ops[1] comparators[1] …`. */
export interface Compare extends Located {
  kind: "Compare";
  left: ExprNode;
  ops: CompareOperator[];
  comparators: ExprNode[];
}

export interface Call extends Located {
  kind: "Call";
  func: ExprNode;
  args: ExprNode[];
  keywords: Keyword[];
}

/** A replacement field of an f-string. */
export interface FormattedValue extends Located {
  kind: "FormattedValue";
  value: ExprNode;
  /** The code of the character after `!`, or -1: 115 `!s`, 114 `!r`, 97 `!a`. */
  conversion: -1 | 97 | 114 | 115;
  format_spec: JoinedStr | null;
}

/** An f-string: string constants and `FormattedValue`s. */
export interface JoinedStr extends Located {
  kind: "JoinedStr";
  values: ExprNode[];
}

/** The value of a literal. */
export type ConstantValue =
  | { type: "int"; value: bigint }
  | { type: "float"; value: number }
  /** An imaginary literal, `value` times j. */
  | { type: "complex"; value: number }
  /** As UTF-16; lone surrogates are legal. */
  | { type: "str"; value: string }
  | { type: "bytes"; value: Uint8Array }
  | { type: "bool"; value: boolean }
  | { type: "None" }
  | { type: "Ellipsis" };

export interface Constant extends Located {
  kind: "Constant";
  value: ConstantValue;
  /** `"u"` for a string written `u"…"`; CPython calls this field `kind`. */
  prefix: "u" | null;
}

export interface Attribute extends Located {
  kind: "Attribute";
  value: ExprNode;
  attr: string;
  ctx: ExprContext;
}

export interface Subscript extends Located {
  kind: "Subscript";
  value: ExprNode;
  slice: ExprNode;
  ctx: ExprContext;
}

export interface Starred extends Located {
  kind: "Starred";
  value: ExprNode;
  ctx: ExprContext;
}

export interface Name extends Located {
  kind: "Name";
  id: string;
  ctx: ExprContext;
}

export interface List extends Located {
  kind: "List";
  elts: ExprNode[];
  ctx: ExprContext;
}

export interface Tuple extends Located {
  kind: "Tuple";
  elts: ExprNode[];
  ctx: ExprContext;
}

/** Only as (an element of) the `slice` of a `Subscript`. */
export interface Slice extends Located {
  kind: "Slice";
  lower: ExprNode | null;
  upper: ExprNode | null;
  step: ExprNode | null;
}

export type ExprNode =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | Set
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

export type ExprContext = "Load" | "Store" | "Del";

export type BoolOperator = "And" | "Or";

export type Operator =
  | "Add"
  | "Sub"
  | "Mult"
  | "MatMult"
  | "Div"
  | "Mod"
  | "Pow"
  | "LShift"
  | "RShift"
  | "BitOr"
  | "BitXor"
  | "BitAnd"
  | "FloorDiv";

export type UnaryOperator = "Invert" | "Not" | "UAdd" | "USub";

export type CompareOperator = "Eq" | "NotEq" | "Lt" | "LtE" | "Gt" | "GtE" | "Is" | "IsNot" | "In" | "NotIn";

// -------------------------------------------------------------------------------- parts of others

/** One `for … in … if …` of a comprehension. */
export interface Comprehension {
  kind: "comprehension";
  target: ExprNode;
  iter: ExprNode;
  ifs: ExprNode[];
  /** 1 for `async for`. */
  is_async: 0 | 1;
}

export interface ExceptHandler extends Located {
  kind: "ExceptHandler";
  type: ExprNode | null;
  name: string | null;
  body: StmtNode[];
}

/** The parameters of a function. */
export interface Arguments {
  kind: "arguments";
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  /** One for each of `kwonlyargs`, `null` where it has no default. */
  kw_defaults: (ExprNode | null)[];
  kwarg: Arg | null;
  /** The defaults of the last parameters of `posonlyargs` and `args` together. */
  defaults: ExprNode[];
}

export interface Arg extends Located {
  kind: "arg";
  arg: string;
  annotation: ExprNode | null;
  type_comment: null;
}

/** A keyword argument of a call or class. */
export interface Keyword extends Located {
  kind: "keyword";
  /** `null` for `**value`. */
  arg: string | null;
  value: ExprNode;
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

// --------------------------------------------------------------------------------------- patterns

export interface MatchCase {
  kind: "match_case";
  pattern: PatternNode;
  guard: ExprNode | null;
  body: StmtNode[];
}

export interface MatchValue extends Located {
  kind: "MatchValue";
  value: ExprNode;
}

/** `None`, `True` or `False`, compared with `is`. */
export interface MatchSingleton extends Located {
  kind: "MatchSingleton";
  value: ConstantValue;
}

export interface MatchSequence extends Located {
  kind: "MatchSequence";
  patterns: PatternNode[];
}

export interface MatchMapping extends Located {
  kind: "MatchMapping";
  keys: ExprNode[];
  patterns: PatternNode[];
  /** The name after `**`. */
  rest: string | null;
}

export interface MatchClass extends Located {
  kind: "MatchClass";
  cls: ExprNode;
  patterns: PatternNode[];
  kwd_attrs: string[];
  kwd_patterns: PatternNode[];
}

export interface MatchStar extends Located {
  kind: "MatchStar";
  /** `null` for `*_`. */
  name: string | null;
}

export interface MatchAs extends Located {
  kind: "MatchAs";
  /** `null` for a bare name. */
  pattern: PatternNode | null;
  /** `null` for the wildcard `_`. */
  name: string | null;
}

export interface MatchOr extends Located {
  kind: "MatchOr";
  patterns: PatternNode[];
}

export type PatternNode =
  | MatchValue
  | MatchSingleton
  | MatchSequence
  | MatchMapping
  | MatchClass
  | MatchStar
  | MatchAs
  | MatchOr;

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
