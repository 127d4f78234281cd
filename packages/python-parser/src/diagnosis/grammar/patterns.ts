/**
 * The grammar of the patterns of `match`, as the diagnosis tries it. The order of the alternatives
 * follows Grammar/python.gram of CPython 3.11, since it decides which error is found first; the
 * notation is explained in ../grammar-reader.ts.
 */
export const PATTERNS_GRAMMAR: string = `
match_stmt:
  | "match" subject=subject_expr ':' NEWLINE INDENT cases=case_block+ DEDENT
  | invalid_match_stmt

subject_expr:
  | value=star_named_expression ',' values=star_named_expressions? -> Tuple
  | named_expression

case_block:
  | invalid_case_block
  | "case" pattern=patterns guard=guard? ':' body=block

guard:
  | 'if' guard=named_expression

patterns:
  | patterns=open_sequence_pattern -> MatchSequence
  | pattern

pattern:
  | as_pattern
  | or_pattern

as_pattern:
  | pattern=or_pattern 'as' target=pattern_capture_target -> MatchAs
  | invalid_as_pattern

or_pattern:
  | patterns='|'.closed_pattern+

closed_pattern memo:
  | literal_pattern
  | capture_pattern
  | wildcard_pattern
  | value_pattern
  | group_pattern
  | sequence_pattern
  | mapping_pattern
  | class_pattern

literal_pattern:
  | value=signed_number !('+' | '-') -> MatchValue
  | value=complex_number -> MatchValue
  | value=strings -> MatchValue
  | 'None' -> MatchSingleton
  | 'True' -> MatchSingleton
  | 'False' -> MatchSingleton

literal_expr:
  | signed_number !('+' | '-')
  | complex_number
  | strings
  | 'None'
  | 'True'
  | 'False'

complex_number:
  | real=signed_real_number '+' imag=imaginary_number -> BinOp
  | real=signed_real_number '-' imag=imaginary_number -> BinOp

signed_number:
  | NUMBER
  | '-' number=NUMBER -> UnaryOp

signed_real_number:
  | real_number
  | '-' real=real_number -> UnaryOp

real_number:
  | real=NUMBER -> @real

imaginary_number:
  | imag=NUMBER -> @imaginary

capture_pattern:
  | target=pattern_capture_target -> MatchAs

pattern_capture_target:
  | !"_" name=NAME !('.' | '(' | '=')

wildcard_pattern:
  | "_" -> MatchAs

value_pattern:
  | attr=attr !('.' | '(' | '=') -> MatchValue

attr left_recursive:
  | value=name_or_attr '.' attr=NAME -> Attribute

name_or_attr:
  | attr
  | NAME

group_pattern:
  | '(' pattern=pattern ')'

sequence_pattern:
  | '[' patterns=maybe_sequence_pattern? ']' -> MatchSequence
  | '(' patterns=open_sequence_pattern? ')' -> MatchSequence

open_sequence_pattern:
  | pattern=maybe_star_pattern ',' patterns=maybe_sequence_pattern?

maybe_sequence_pattern:
  | patterns=','.maybe_star_pattern+ ','?

maybe_star_pattern:
  | star_pattern
  | pattern

star_pattern memo:
  | '*' target=pattern_capture_target -> MatchStar
  | '*' wildcard_pattern -> MatchStar

mapping_pattern:
  | '{' '}' -> MatchMapping
  | '{' rest=double_star_pattern ','? '}' -> MatchMapping
  | '{' items=items_pattern ',' rest=double_star_pattern ','? '}' -> MatchMapping
  | '{' items=items_pattern ','? '}' -> MatchMapping

items_pattern:
  | ','.key_value_pattern+

key_value_pattern:
  | key=(literal_expr | attr) ':' pattern=pattern

double_star_pattern:
  | '**' target=pattern_capture_target

class_pattern:
  | cls=name_or_attr '(' ')' -> MatchClass
  | cls=name_or_attr '(' patterns=positional_patterns ','? ')' -> MatchClass
  | cls=name_or_attr '(' keywords=keyword_patterns ','? ')' -> MatchClass
  | cls=name_or_attr '(' patterns=positional_patterns ',' keywords=keyword_patterns ','? ')' -> MatchClass
  | invalid_class_pattern

positional_patterns:
  | args=','.pattern+

keyword_patterns:
  | ','.keyword_pattern+

keyword_pattern:
  | arg=NAME '=' value=pattern
`;
