/// What a kernel makes of a call of a builtin type, for the commonest arguments; see kernel/constructs.ts. Each is a value of `makes` in the
/// definition of a type's call.

export const MAKES_BOOL = 1;
export const MAKES_INT = 2;
export const MAKES_FLOAT = 3;
export const MAKES_STR = 4;
export const MAKES_LIST = 5;
export const MAKES_TUPLE = 6;
export const MAKES_SET = 7;
export const MAKES_DICT = 8;
export const MAKES_RANGE = 9;
