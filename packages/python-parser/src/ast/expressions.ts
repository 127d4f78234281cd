/// Expressions, and the parts that only they have.

import type { Located } from "./located.js";

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
  /** Of trees that a program has made. */
  | { type: "tuple"; value: readonly ConstantValue[] }
  /** As UTF-16; lone surrogates are legal. */
  | { type: "str"; value: string }
  /** A string with high surrogates right before low ones, cut between them: UTF-16 cannot tell them from one character. */
  | { type: "pieces"; value: readonly string[] }
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

/** One `for … in … if …` of a comprehension. */
export interface Comprehension {
  kind: "comprehension";
  target: ExprNode;
  iter: ExprNode;
  ifs: ExprNode[];
  /** 1 for `async for`. */
  is_async: 0 | 1;
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
