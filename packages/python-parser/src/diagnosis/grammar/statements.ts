/**
 * The grammar of statements, as the diagnosis tries it. The order of the alternatives
 * follows Grammar/python.gram of CPython 3.11, since it decides which error is found first; the
 * notation is explained in ../grammar-reader.ts.
 */
export const STATEMENTS_GRAMMAR: string = `
file:
  | a=[statements] ENDMARKER

eval:
  | a=expressions NEWLINE* ENDMARKER

fstring:
  | star_expressions

statements:
  | a=statement+

statement:
  | compound_stmt
  | simple_stmts

simple_stmts:
  | a=simple_stmt !';' NEWLINE
  | a=';'.simple_stmt+ [';'] NEWLINE

simple_stmt memo:
  | assignment
  | e=star_expressions
  | &'return' return_stmt
  | &('import' | 'from') import_stmt
  | &'raise' raise_stmt
  | 'pass'
  | &'del' del_stmt
  | &'yield' yield_stmt
  | &'assert' assert_stmt
  | 'break'
  | 'continue'
  | &'global' global_stmt
  | &'nonlocal' nonlocal_stmt

compound_stmt:
  | &('def' | '@' | 'async') function_def
  | &'if' if_stmt
  | &('class' | '@') class_def
  | &('with' | 'async') with_stmt
  | &('for' | 'async') for_stmt
  | &'try' try_stmt
  | &'while' while_stmt
  | match_stmt

assignment:
  | a=NAME ':' b=expression c=['=' d=annotated_rhs]
  | a=('(' b=single_target ')' | single_subscript_attribute_target) ':' b=expression c=['=' d=annotated_rhs]
  | a=(z=star_targets '=')+ b=(yield_expr | star_expressions) !'='
  | a=single_target b=augassign ~ c=(yield_expr | star_expressions)
  | invalid_assignment

annotated_rhs:
  | yield_expr
  | star_expressions

augassign:
  | '+='
  | '-='
  | '*='
  | '@='
  | '/='
  | '%='
  | '&='
  | '|='
  | '^='
  | '<<='
  | '>>='
  | '**='
  | '//='

return_stmt:
  | 'return' a=[star_expressions]

raise_stmt:
  | 'raise' a=expression b=['from' z=expression]
  | 'raise'

global_stmt:
  | 'global' a=','.NAME+

nonlocal_stmt:
  | 'nonlocal' a=','.NAME+

del_stmt:
  | 'del' a=del_targets &(';' | NEWLINE)
  | invalid_del_stmt

yield_stmt:
  | y=yield_expr

assert_stmt:
  | 'assert' a=expression b=[',' z=expression]

import_stmt:
  | import_name
  | import_from

import_name:
  | 'import' a=dotted_as_names

import_from:
  | 'from' a=('.' | '...')* b=dotted_name 'import' c=import_from_targets
  | 'from' a=('.' | '...')+ 'import' b=import_from_targets

import_from_targets:
  | '(' a=import_from_as_names [','] ')'
  | import_from_as_names !','
  | '*'
  | invalid_import_from_targets

import_from_as_names:
  | a=','.import_from_as_name+

import_from_as_name:
  | a=NAME b=['as' z=NAME]

dotted_as_names:
  | a=','.dotted_as_name+

dotted_as_name:
  | a=dotted_name b=['as' z=NAME]

dotted_name left_recursive:
  | a=dotted_name '.' b=NAME
  | NAME

block memo:
  | NEWLINE INDENT a=statements DEDENT
  | simple_stmts
  | invalid_block

decorators:
  | a=('@' f=named_expression NEWLINE)+

class_def:
  | a=decorators b=class_def_raw
  | class_def_raw

class_def_raw:
  | invalid_class_def_raw
  | 'class' a=NAME b=['(' z=[arguments] ')'] ':' c=block

function_def:
  | d=decorators f=function_def_raw
  | function_def_raw

function_def_raw:
  | invalid_def_raw
  | 'def' n=NAME &&'(' params=[params] ')' a=['->' z=expression] &&':' b=block
  | 'async' 'def' n=NAME &&'(' params=[params] ')' a=['->' z=expression] &&':' b=block

params:
  | invalid_parameters
  | parameters

parameters:
  | a=slash_no_default b=param_no_default* c=param_with_default* d=[star_etc]
  | a=slash_with_default b=param_with_default* c=[star_etc]
  | a=param_no_default+ b=param_with_default* c=[star_etc]
  | a=param_with_default+ b=[star_etc]
  | a=star_etc

slash_no_default:
  | a=param_no_default+ '/' ','
  | a=param_no_default+ '/' &')'

slash_with_default:
  | a=param_no_default* b=param_with_default+ '/' ','
  | a=param_no_default* b=param_with_default+ '/' &')'

star_etc:
  | invalid_star_etc
  | '*' a=param_no_default b=param_maybe_default* c=[kwds]
  | '*' a=param_no_default_star_annotation b=param_maybe_default* c=[kwds]
  | '*' ',' b=param_maybe_default+ c=[kwds]
  | a=kwds

kwds:
  | invalid_kwds
  | '**' a=param_no_default

param_no_default:
  | a=param ',' TYPE_COMMENT?
  | a=param TYPE_COMMENT? &')'

param_no_default_star_annotation:
  | a=param_star_annotation ',' TYPE_COMMENT?
  | a=param_star_annotation TYPE_COMMENT? &')'

param_with_default:
  | a=param c=default ',' TYPE_COMMENT?
  | a=param c=default TYPE_COMMENT? &')'

param_maybe_default:
  | a=param c=default? ',' TYPE_COMMENT?
  | a=param c=default? TYPE_COMMENT? &')'

param:
  | a=NAME b=annotation? -> arg

param_star_annotation:
  | a=NAME b=star_annotation -> arg

annotation:
  | ':' a=expression

star_annotation:
  | ':' a=star_expression

default:
  | '=' a=expression
  | invalid_default

if_stmt:
  | invalid_if_stmt
  | 'if' a=named_expression ':' b=block c=elif_stmt
  | 'if' a=named_expression ':' b=block c=[else_block]

elif_stmt:
  | invalid_elif_stmt
  | 'elif' a=named_expression ':' b=block c=elif_stmt
  | 'elif' a=named_expression ':' b=block c=[else_block]

else_block:
  | invalid_else_stmt
  | 'else' &&':' b=block

while_stmt:
  | invalid_while_stmt
  | 'while' a=named_expression ':' b=block c=[else_block]

for_stmt:
  | invalid_for_stmt
  | 'for' t=star_targets 'in' ~ ex=star_expressions ':' b=block el=[else_block]
  | 'async' 'for' t=star_targets 'in' ~ ex=star_expressions ':' b=block el=[else_block]
  | invalid_for_target

with_stmt:
  | invalid_with_stmt_indent
  | 'with' '(' a=','.with_item+ ','? ')' ':' b=block
  | 'with' a=','.with_item+ ':' b=block
  | 'async' 'with' '(' a=','.with_item+ ','? ')' ':' b=block
  | 'async' 'with' a=','.with_item+ ':' b=block
  | invalid_with_stmt

with_item:
  | e=expression 'as' t=star_target &(',' | ')' | ':')
  | invalid_with_item
  | e=expression

try_stmt:
  | invalid_try_stmt
  | 'try' &&':' b=block f=finally_block
  | 'try' &&':' b=block ex=except_block+ el=[else_block] f=[finally_block]
  | 'try' &&':' b=block ex=except_star_block+ el=[else_block] f=[finally_block]

except_block:
  | invalid_except_stmt_indent
  | 'except' e=expression t=['as' z=NAME] ':' b=block
  | 'except' ':' b=block
  | invalid_except_stmt

except_star_block:
  | invalid_except_star_stmt_indent
  | 'except' '*' e=expression t=['as' z=NAME] ':' b=block
  | invalid_except_stmt

finally_block:
  | invalid_finally_stmt
  | 'finally' &&':' a=block
`;
