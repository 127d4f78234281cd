/**
 * The grammar of expressions, arguments and targets, as the diagnosis tries it. The order of the alternatives
 * follows Grammar/python.gram of CPython 3.11, since it decides which error is found first; the
 * notation is explained in ../grammar-reader.ts.
 */
export const EXPRESSIONS_GRAMMAR: string = `
expressions:
  | a=expression b=(',' c=expression)+ [','] -> Tuple
  | a=expression ',' -> Tuple
  | expression

expression memo:
  | invalid_expression
  | invalid_legacy_expression
  | a=disjunction 'if' b=disjunction 'else' c=expression -> IfExp
  | disjunction
  | lambdef

yield_expr:
  | 'yield' 'from' a=expression -> YieldFrom
  | 'yield' a=[star_expressions] -> Yield

star_expressions:
  | a=star_expression b=(',' c=star_expression)+ [','] -> Tuple
  | a=star_expression ',' -> Tuple
  | star_expression

star_expression memo:
  | '*' a=bitwise_or -> Starred
  | expression

star_named_expressions:
  | a=','.star_named_expression+ [',']

star_named_expression:
  | '*' a=bitwise_or -> Starred
  | named_expression

assignment_expression:
  | a=NAME ':=' ~ b=expression -> NamedExpr

named_expression:
  | assignment_expression
  | invalid_named_expression
  | expression !':='

disjunction memo:
  | a=conjunction b=('or' c=conjunction)+ -> BoolOp
  | conjunction

conjunction memo:
  | a=inversion b=('and' c=inversion)+ -> BoolOp
  | inversion

inversion memo:
  | 'not' a=inversion -> UnaryOp
  | comparison

comparison:
  | a=bitwise_or b=compare_op_bitwise_or_pair+ -> Compare
  | bitwise_or

compare_op_bitwise_or_pair:
  | eq_bitwise_or
  | noteq_bitwise_or
  | lte_bitwise_or
  | lt_bitwise_or
  | gte_bitwise_or
  | gt_bitwise_or
  | notin_bitwise_or
  | in_bitwise_or
  | isnot_bitwise_or
  | is_bitwise_or

eq_bitwise_or:
  | '==' a=bitwise_or

noteq_bitwise_or:
  | '!=' a=bitwise_or

lte_bitwise_or:
  | '<=' a=bitwise_or

lt_bitwise_or:
  | '<' a=bitwise_or

gte_bitwise_or:
  | '>=' a=bitwise_or

gt_bitwise_or:
  | '>' a=bitwise_or

notin_bitwise_or:
  | 'not' 'in' a=bitwise_or

in_bitwise_or:
  | 'in' a=bitwise_or -> In

isnot_bitwise_or:
  | 'is' 'not' a=bitwise_or

is_bitwise_or:
  | 'is' a=bitwise_or

bitwise_or left_recursive:
  | a=bitwise_or '|' b=bitwise_xor -> BinOp
  | bitwise_xor

bitwise_xor left_recursive:
  | a=bitwise_xor '^' b=bitwise_and -> BinOp
  | bitwise_and

bitwise_and left_recursive:
  | a=bitwise_and '&' b=shift_expr -> BinOp
  | shift_expr

shift_expr left_recursive:
  | a=shift_expr '<<' b=sum -> BinOp
  | a=shift_expr '>>' b=sum -> BinOp
  | sum

sum left_recursive:
  | a=sum '+' b=term -> BinOp
  | a=sum '-' b=term -> BinOp
  | term

term left_recursive:
  | a=term '*' b=factor -> BinOp
  | a=term '/' b=factor -> BinOp
  | a=term '//' b=factor -> BinOp
  | a=term '%' b=factor -> BinOp
  | a=term '@' b=factor -> BinOp
  | factor

factor memo:
  | '+' a=factor -> UnaryOp
  | '-' a=factor -> UnaryOp
  | '~' a=factor -> UnaryOp
  | power

power:
  | a=await_primary '**' b=factor -> BinOp
  | await_primary

await_primary memo:
  | 'await' a=primary -> Await
  | primary

primary left_recursive:
  | a=primary '.' b=NAME -> Attribute
  | a=primary b=genexp -> Call
  | a=primary '(' b=[arguments] ')' -> Call
  | a=primary '[' b=slices ']' -> Subscript
  | atom

slices:
  | a=slice !','
  | a=','.(slice | starred_expression)+ [','] -> Tuple

slice:
  | a=[expression] ':' b=[expression] c=[':' d=[expression]] -> Slice
  | a=named_expression

atom:
  | NAME
  | 'True' -> True
  | 'False' -> False
  | 'None' -> None
  | &STRING strings
  | NUMBER
  | &'(' (tuple | group | genexp)
  | &'[' (list | listcomp)
  | &'{' (dict | set | dictcomp | setcomp)
  | '...' -> Ellipsis

group:
  | '(' a=(yield_expr | named_expression) ')'
  | invalid_group

lambdef:
  | 'lambda' a=[lambda_params] ':' b=expression -> Lambda

lambda_params:
  | invalid_lambda_parameters
  | lambda_parameters

lambda_parameters:
  | a=lambda_slash_no_default b=lambda_param_no_default* c=lambda_param_with_default* d=[lambda_star_etc]
  | a=lambda_slash_with_default b=lambda_param_with_default* c=[lambda_star_etc]
  | a=lambda_param_no_default+ b=lambda_param_with_default* c=[lambda_star_etc]
  | a=lambda_param_with_default+ b=[lambda_star_etc]
  | a=lambda_star_etc

lambda_slash_no_default:
  | a=lambda_param_no_default+ '/' ','
  | a=lambda_param_no_default+ '/' &':'

lambda_slash_with_default:
  | a=lambda_param_no_default* b=lambda_param_with_default+ '/' ','
  | a=lambda_param_no_default* b=lambda_param_with_default+ '/' &':'

lambda_star_etc:
  | invalid_lambda_star_etc
  | '*' a=lambda_param_no_default b=lambda_param_maybe_default* c=[lambda_kwds]
  | '*' ',' b=lambda_param_maybe_default+ c=[lambda_kwds]
  | a=lambda_kwds

lambda_kwds:
  | invalid_lambda_kwds
  | '**' a=lambda_param_no_default

lambda_param_no_default:
  | a=lambda_param ','
  | a=lambda_param &':'

lambda_param_with_default:
  | a=lambda_param c=default ','
  | a=lambda_param c=default &':'

lambda_param_maybe_default:
  | a=lambda_param c=default? ','
  | a=lambda_param c=default? &':'

lambda_param:
  | a=NAME -> arg

strings memo:
  | a=STRING+ -> @strings

list:
  | '[' a=[star_named_expressions] ']' -> List

tuple:
  | '(' a=[y=star_named_expression ',' z=[star_named_expressions]] ')' -> Tuple

set:
  | '{' a=star_named_expressions '}' -> Set

dict:
  | '{' a=[double_starred_kvpairs] '}' -> Dict
  | '{' invalid_double_starred_kvpairs '}'

double_starred_kvpairs:
  | a=','.double_starred_kvpair+ [',']

double_starred_kvpair:
  | '**' a=bitwise_or
  | kvpair

kvpair:
  | a=expression ':' b=expression

for_if_clauses:
  | a=for_if_clause+

for_if_clause:
  | 'async' 'for' a=star_targets 'in' ~ b=disjunction c=('if' z=disjunction)* -> comprehension
  | 'for' a=star_targets 'in' ~ b=disjunction c=('if' z=disjunction)* -> comprehension
  | invalid_for_target

listcomp:
  | '[' a=named_expression b=for_if_clauses ']' -> ListComp
  | invalid_comprehension

setcomp:
  | '{' a=named_expression b=for_if_clauses '}' -> SetComp
  | invalid_comprehension

genexp:
  | '(' a=(assignment_expression | expression !':=') b=for_if_clauses ')' -> GeneratorExp
  | invalid_comprehension

dictcomp:
  | '{' a=kvpair b=for_if_clauses '}' -> DictComp
  | invalid_dict_comprehension

arguments memo:
  | a=args [','] &')'
  | invalid_arguments

args:
  | a=','.(starred_expression | (assignment_expression | expression !':=') !'=')+ b=[',' k=kwargs] -> Arguments
  | a=kwargs -> Arguments

kwargs:
  | a=','.kwarg_or_starred+ ',' b=','.kwarg_or_double_starred+
  | ','.kwarg_or_starred+
  | ','.kwarg_or_double_starred+

starred_expression:
  | '*' a=expression -> Starred

kwarg_or_starred:
  | invalid_kwarg
  | a=NAME '=' b=expression -> keyword
  | a=starred_expression

kwarg_or_double_starred:
  | invalid_kwarg
  | a=NAME '=' b=expression -> keyword
  | '**' a=expression -> keyword_unpacking

star_targets:
  | a=star_target !','
  | a=star_target b=(',' c=star_target)* [','] -> Tuple

star_targets_list_seq:
  | a=','.star_target+ [',']

star_targets_tuple_seq:
  | a=star_target b=(',' c=star_target)+ [',']
  | a=star_target ','

star_target memo:
  | '*' a=(!'*' star_target) -> Starred
  | target_with_star_atom

target_with_star_atom memo:
  | a=t_primary '.' b=NAME !t_lookahead -> Attribute
  | a=t_primary '[' b=slices ']' !t_lookahead -> Subscript
  | star_atom

star_atom:
  | a=NAME
  | '(' a=target_with_star_atom ')'
  | '(' a=[star_targets_tuple_seq] ')' -> Tuple
  | '[' a=[star_targets_list_seq] ']' -> List

single_target:
  | single_subscript_attribute_target
  | a=NAME
  | '(' a=single_target ')'

single_subscript_attribute_target:
  | a=t_primary '.' b=NAME !t_lookahead -> Attribute
  | a=t_primary '[' b=slices ']' !t_lookahead -> Subscript

t_primary left_recursive:
  | a=t_primary '.' b=NAME &t_lookahead -> Attribute
  | a=t_primary '[' b=slices ']' &t_lookahead -> Subscript
  | a=t_primary b=genexp &t_lookahead -> Call
  | a=t_primary '(' b=[arguments] ')' &t_lookahead -> Call
  | a=atom &t_lookahead

t_lookahead:
  | '('
  | '['
  | '.'

del_targets:
  | a=','.del_target+ [',']

del_target memo:
  | a=t_primary '.' b=NAME !t_lookahead -> Attribute
  | a=t_primary '[' b=slices ']' !t_lookahead -> Subscript
  | del_t_atom

del_t_atom:
  | a=NAME
  | '(' a=del_target ')'
  | '(' a=[del_targets] ')' -> Tuple
  | '[' a=[del_targets] ']' -> List
`;
