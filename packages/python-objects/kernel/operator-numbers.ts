/// Positions of operators in BINARY_OPERATORS, and of comparisons in COMPARISONS.

export const ADD: i32 = 0;
export const SUBTRACT: i32 = 1;
export const MULTIPLY: i32 = 2;
export const DIVIDE: i32 = 3;
export const FLOOR_DIVIDE: i32 = 4;
export const MODULO: i32 = 5;
export const POWER: i32 = 6;
export const SHIFT_LEFT: i32 = 7;
export const SHIFT_RIGHT: i32 = 8;
export const AND: i32 = 9;
export const OR: i32 = 10;
export const XOR: i32 = 11;

export const LESS: i32 = 0;
export const LESS_EQUAL: i32 = 1;
export const GREATER: i32 = 2;
export const EQUAL: i32 = 4;
