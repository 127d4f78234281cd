/**
 * The classes of syntax trees of Python 3.11: name and base, fields, and behind the bar attributes. A `?` stands behind what may be left out
 * and is None then. Made from CPython's `_ast`.
 */
export const AST_CLASSES = `
operator(AST)
Add(operator)
boolop(AST)
And(boolop)
stmt(AST) | lineno col_offset end_lineno? end_col_offset?
AnnAssign(stmt) target annotation value? simple
Assert(stmt) test msg?
Assign(stmt) targets value type_comment?
AsyncFor(stmt) target iter body orelse type_comment?
AsyncFunctionDef(stmt) name args body decorator_list returns? type_comment?
AsyncWith(stmt) items body type_comment?
expr(AST) | lineno col_offset end_lineno? end_col_offset?
Attribute(expr) value attr ctx
AugAssign(stmt) target op value
Await(expr) value
BinOp(expr) left op right
BitAnd(operator)
BitOr(operator)
BitXor(operator)
BoolOp(expr) op values
Break(stmt)
Call(expr) func args keywords
ClassDef(stmt) name bases keywords body decorator_list
Compare(expr) left ops comparators
Constant(expr) value kind?
Continue(stmt)
expr_context(AST)
Del(expr_context)
Delete(stmt) targets
Dict(expr) keys values
DictComp(expr) key value generators
Div(operator)
cmpop(AST)
Eq(cmpop)
excepthandler(AST) | lineno col_offset end_lineno? end_col_offset?
ExceptHandler(excepthandler) type? name? body
Expr(stmt) value
mod(AST)
Expression(mod) body
FloorDiv(operator)
For(stmt) target iter body orelse type_comment?
FormattedValue(expr) value conversion format_spec?
FunctionDef(stmt) name args body decorator_list returns? type_comment?
FunctionType(mod) argtypes returns
GeneratorExp(expr) elt generators
Global(stmt) names
Gt(cmpop)
GtE(cmpop)
If(stmt) test body orelse
IfExp(expr) test body orelse
Import(stmt) names
ImportFrom(stmt) module? names level?
In(cmpop)
Interactive(mod) body
unaryop(AST)
Invert(unaryop)
Is(cmpop)
IsNot(cmpop)
JoinedStr(expr) values
LShift(operator)
Lambda(expr) args body
List(expr) elts ctx
ListComp(expr) elt generators
Load(expr_context)
Lt(cmpop)
LtE(cmpop)
MatMult(operator)
Match(stmt) subject cases
pattern(AST) | lineno col_offset end_lineno end_col_offset
MatchAs(pattern) pattern? name?
MatchClass(pattern) cls patterns kwd_attrs kwd_patterns
MatchMapping(pattern) keys patterns rest?
MatchOr(pattern) patterns
MatchSequence(pattern) patterns
MatchSingleton(pattern) value
MatchStar(pattern) name?
MatchValue(pattern) value
Mod(operator)
Module(mod) body type_ignores
Mult(operator)
Name(expr) id ctx
NamedExpr(expr) target value
Nonlocal(stmt) names
Not(unaryop)
NotEq(cmpop)
NotIn(cmpop)
Or(boolop)
Pass(stmt)
Pow(operator)
RShift(operator)
Raise(stmt) exc? cause?
Return(stmt) value?
Set(expr) elts
SetComp(expr) elt generators
Slice(expr) lower? upper? step?
Starred(expr) value ctx
Store(expr_context)
Sub(operator)
Subscript(expr) value slice ctx
Try(stmt) body handlers orelse finalbody
TryStar(stmt) body handlers orelse finalbody
Tuple(expr) elts ctx
type_ignore(AST)
TypeIgnore(type_ignore) lineno tag
UAdd(unaryop)
USub(unaryop)
UnaryOp(expr) op operand
While(stmt) test body orelse
With(stmt) items body type_comment?
Yield(expr) value?
YieldFrom(expr) value
alias(AST) name asname? | lineno col_offset end_lineno? end_col_offset?
arg(AST) arg annotation? type_comment? | lineno col_offset end_lineno? end_col_offset?
arguments(AST) posonlyargs args vararg? kwonlyargs kw_defaults kwarg? defaults
comprehension(AST) target iter ifs is_async
keyword(AST) arg? value | lineno col_offset end_lineno? end_col_offset?
match_case(AST) pattern guard? body
withitem(AST) context_expr optional_vars?
`;
