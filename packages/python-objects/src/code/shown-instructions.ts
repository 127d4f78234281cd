/// The instructions as `dis` and `co_code` show them. Where one does what an instruction of CPython's does it has that one's name and argument, so that
/// what tools know of those holds; the others have names of their own.

/** How the argument of a shown instruction is to be read; see `opcode` of the standard library. */
export type ShownOperand = "none" | "plain" | "constant" | "name" | "local" | "free" | "jump" | "compare";

export interface Shown {
  readonly name: string;
  readonly operand: ShownOperand;
  readonly argument?: (argument: number) => number;
  /** The name where the argument is this one, or, of a jump, where it leads back. */
  readonly other?: readonly [argument: number | "back", name: string];
}

const BINARY = "add and floordiv lshift matmul mul mod or pow rshift sub truediv xor".split(" ");
/** So many operators come before those that work in place. */
const IN_PLACE = BINARY.length;
const COMPARISONS = ["lt", "le", "eq", "ne", "gt", "ge"];

const all = (operand: ShownOperand, names: string): [string, Shown][] =>
  names.split(" ").map((pair) => {
    const [own, shown = own.toUpperCase()] = pair.split("=");
    return [own, { name: shown, operand }];
  });

/** By our names. */
export const SHOWN_INSTRUCTIONS: ReadonlyMap<string, Shown> = new Map<string, Shown>([
  ...all(
    "none",
    "nop pop=POP_TOP unary_neg=UNARY_NEGATIVE unary_pos=UNARY_POSITIVE unary_invert unary_not list_to_tuple load_subscript=BINARY_SUBSCR " +
      "store_subscript=STORE_SUBSCR delete_subscript=DELETE_SUBSCR get_iter return=RETURN_VALUE load_build_class make_generator=RETURN_GENERATOR " +
      "get_yield_from=GET_YIELD_FROM_ITER match_exception=CHECK_EXC_MATCH pop_handler=POP_EXCEPT " +
      "with_except=WITH_EXCEPT_START end_async_for load_assertion_error print_expr dup_two=DUP_TOP_TWO finish_init leave_loop",
  ),
  ...all(
    "plain",
    "load_small=LOAD_SMALL_INT rotate=ROT_N copy_free=COPY_FREE_VARS build_tuple build_list build_set build_map build_string build_slice format_value " +
      "list_append set_add map_add list_extend set_update dict_update dict_merge unpack_sequence unpack_ex call call_method call_keywords=CALL_KW " +
      "call_spread=CALL_FUNCTION_EX make_function load_internal raise=RAISE_VARARGS import_star setup_annotations is_same=IS_OP contains=CONTAINS_OP " +
      "reraise continue_with",
  ),
  ...all("constant", "load_const"),
  ...all(
    "name",
    "store_global delete_global load_name store_name delete_name load_attr store_attr delete_attr load_method import_name import_from",
  ),
  ...all("local", "load_local=LOAD_FAST store_local=STORE_FAST delete_local=DELETE_FAST"),
  ...all(
    "free",
    "load_closure load_cell=LOAD_DEREF store_cell=STORE_DEREF delete_cell=DELETE_DEREF make_cell load_class_cell=LOAD_CLASSDEREF",
  ),
  ...all("jump", "jump_if_false_or_pop jump_if_true_or_pop for_iter send jump_back=JUMP_BACKWARD"),
  ["jump", { name: "JUMP_FORWARD", operand: "jump", other: ["back", "JUMP_BACKWARD"] }],
  ...["false", "true", "none", "not_none"].map((condition): [string, Shown] => {
    const name = (way: string): string => `POP_JUMP_${way}_IF_${condition.toUpperCase()}`;
    return [`jump_if_${condition}`, { name: name("FORWARD"), operand: "jump", other: ["back", name("BACKWARD")] }];
  }),
  // CPython's has a bit that says whether it pushes NULL too.
  ["load_global", { name: "LOAD_GLOBAL", operand: "name", argument: (argument) => argument << 1 }],
  ["dup", { name: "COPY", operand: "plain", argument: () => 1 }],
  ["swap", { name: "SWAP", operand: "plain", argument: () => 2 }],
  ["yield_value", { name: "YIELD_VALUE", operand: "none", other: [1, "YIELD_VALUE_IN_HANDLER"] }],
  ["push_handler", { name: "PUSH_EXC_INFO", operand: "none", other: [1, "PUSH_EXC_INFO_IN_HANDLER"] }],
  ["setup_with", { name: "BEFORE_WITH", operand: "none", other: [1, "BEFORE_ASYNC_WITH"] }],
  ...BINARY.map((operator, index): [string, Shown] => [
    `binary_${operator}`,
    { name: "BINARY_OP", operand: "plain", argument: (flags) => index + (flags & 1) * IN_PLACE },
  ]),
  ...COMPARISONS.map((comparison, index): [string, Shown] => [
    `compare_${comparison}`,
    { name: "COMPARE_OP", operand: "compare", argument: () => index },
  ]),
]);

/** Numbers below this have no argument. */
export const HAVE_ARGUMENT = 90;
export const EXTENDED_ARG = 255;

/** The numbers in `co_code`, by name. 0 is a word of an inline cache, which is not shown. */
export const SHOWN_OPCODES: ReadonlyMap<string, { readonly opcode: number; readonly operand: ShownOperand }> = (() => {
  const opcodes = new Map([["CACHE", { opcode: 0, operand: "none" as ShownOperand }]]);
  const next = { without: 1, with: HAVE_ARGUMENT };
  for (const { name, operand, other } of SHOWN_INSTRUCTIONS.values())
    for (const each of other === undefined ? [name] : [name, other[1]]) {
      if (opcodes.has(each)) continue;
      opcodes.set(each, { opcode: operand === "none" ? next.without++ : next.with++, operand });
    }
  return opcodes.set("EXTENDED_ARG", { opcode: EXTENDED_ARG, operand: "plain" });
})();

/** Whether it leads back, so that its argument counts backwards. */
export const leadsBack = (name: string): boolean => name.includes("BACKWARD");
