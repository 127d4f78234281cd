/**
 * The classes of syntax trees of Python 3.11 with the types of their fields: a class with its subclasses below it, or a class alone. Behind a type
 * `*` says that the field is a list, `?` that it may be None. Made from the documentation of CPython's classes.
 */
export const SYNTAX_TREE_CLASSES = `
mod:
  Module(stmt* body, type_ignore* type_ignores)
  Interactive(stmt* body)
  Expression(expr body)
  FunctionType(expr* argtypes, expr returns)
stmt:
  FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment)
  AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment)
  ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list)
  Return(expr? value)
  Delete(expr* targets)
  Assign(expr* targets, expr value, string? type_comment)
  AugAssign(expr target, operator op, expr value)
  AnnAssign(expr target, expr annotation, expr? value, int simple)
  For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
  AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
  While(expr test, stmt* body, stmt* orelse)
  If(expr test, stmt* body, stmt* orelse)
  With(withitem* items, stmt* body, string? type_comment)
  AsyncWith(withitem* items, stmt* body, string? type_comment)
  Match(expr subject, match_case* cases)
  Raise(expr? exc, expr? cause)
  Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
  TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
  Assert(expr test, expr? msg)
  Import(alias* names)
  ImportFrom(identifier? module, alias* names, int? level)
  Global(identifier* names)
  Nonlocal(identifier* names)
  Expr(expr value)
  Pass
  Break
  Continue
expr:
  BoolOp(boolop op, expr* values)
  NamedExpr(expr target, expr value)
  BinOp(expr left, operator op, expr right)
  UnaryOp(unaryop op, expr operand)
  Lambda(arguments args, expr body)
  IfExp(expr test, expr body, expr orelse)
  Dict(expr* keys, expr* values)
  Set(expr* elts)
  ListComp(expr elt, comprehension* generators)
  SetComp(expr elt, comprehension* generators)
  DictComp(expr key, expr value, comprehension* generators)
  GeneratorExp(expr elt, comprehension* generators)
  Await(expr value)
  Yield(expr? value)
  YieldFrom(expr value)
  Compare(expr left, cmpop* ops, expr* comparators)
  Call(expr func, expr* args, keyword* keywords)
  FormattedValue(expr value, int conversion, expr? format_spec)
  JoinedStr(expr* values)
  Constant(constant value, string? kind)
  Attribute(expr value, identifier attr, expr_context ctx)
  Subscript(expr value, expr slice, expr_context ctx)
  Starred(expr value, expr_context ctx)
  Name(identifier id, expr_context ctx)
  List(expr* elts, expr_context ctx)
  Tuple(expr* elts, expr_context ctx)
  Slice(expr? lower, expr? upper, expr? step)
expr_context:
  Load
  Store
  Del
boolop:
  And
  Or
operator:
  Add
  Sub
  Mult
  MatMult
  Div
  Mod
  Pow
  LShift
  RShift
  BitOr
  BitXor
  BitAnd
  FloorDiv
unaryop:
  Invert
  Not
  UAdd
  USub
cmpop:
  Eq
  NotEq
  Lt
  LtE
  Gt
  GtE
  Is
  IsNot
  In
  NotIn
comprehension(expr target, expr iter, expr* ifs, int is_async)
excepthandler:
  ExceptHandler(expr? type, identifier? name, stmt* body)
arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)
arg(identifier arg, expr? annotation, string? type_comment)
keyword(identifier? arg, expr value)
alias(identifier name, identifier? asname)
withitem(expr context_expr, expr? optional_vars)
match_case(pattern pattern, expr? guard, stmt* body)
pattern:
  MatchValue(expr value)
  MatchSingleton(constant value)
  MatchSequence(pattern* patterns)
  MatchMapping(expr* keys, pattern* patterns, identifier? rest)
  MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)
  MatchStar(identifier? name)
  MatchAs(pattern? pattern, identifier? name)
  MatchOr(pattern* patterns)
type_ignore:
  TypeIgnore(int lineno, string tag)
`;

export interface SyntaxField {
  readonly type: string;
  readonly name: string;
  readonly quantifier: "" | "*" | "?";
}

export interface SyntaxClass {
  /** The class of which it is one kind; its own name: there are no others. */
  readonly base: string;
  readonly fields: readonly SyntaxField[];
}

/** Classes whose objects have a place in the source; of patterns it is whole. */
export const LOCATED: ReadonlySet<string> = new Set([
  "stmt",
  "expr",
  "excepthandler",
  "arg",
  "keyword",
  "alias",
  "pattern",
]);

let known: ReadonlyMap<string, SyntaxClass> | undefined;

/** The classes that nodes are objects of, by name, in CPython's order. */
export function syntaxClasses(): ReadonlyMap<string, SyntaxClass> {
  if (known !== undefined) return known;
  const classes = new Map<string, SyntaxClass>();
  let base = "";
  for (const line of SYNTAX_TREE_CLASSES.trim().split("\n")) {
    const [, indent, name, fields = ""] = /^( *)(\w+)(?:\((.*)\)|:)?$/.exec(line) as RegExpExecArray;
    if (line.endsWith(":")) base = name;
    else classes.set(name, { base: indent === "" ? name : base, fields: fieldsOf(fields) });
  }
  known = classes;
  return classes;
}

function fieldsOf(text: string): SyntaxField[] {
  return [...text.matchAll(/(\w+)([*?]?) (\w+)/g)].map(([, type, quantifier, name]) => ({
    type,
    name,
    quantifier: quantifier as SyntaxField["quantifier"],
  }));
}
