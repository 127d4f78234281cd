import { BINARY_OPERATORS, COMPARISONS } from "@hotpy/python-objects";

/// Methods that instructions call at once where the table of attributes knows them. Their names lie in one table, a word each: those of operators,
/// of comparisons, then these.

const OTHERS = ["getitem", "setitem", "contains", "next", "enter", "exit", "call", "format", "str", "repr"] as const;

/** All names without their underscores, in the order of the table. */
export const SPECIAL_METHODS: readonly string[] = [
  ...BINARY_OPERATORS.map(([name]) => name),
  ...COMPARISONS.map(([name]) => name),
  ...OTHERS,
];

/** In place of these names stands a key of what an operation calls, which may be another method than that of the name. */
export const KEYED_METHODS = ["call", "format", "str"] as const;

/** Position of a name in the table. */
export const specialMethod = (name: (typeof OTHERS)[number]): number => SPECIAL_METHODS.indexOf(name);
