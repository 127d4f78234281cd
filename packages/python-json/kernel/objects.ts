/// Functions of other kernels.

export declare function integerFromText(string: usize, base: i32, most: i32): usize;
export declare function floatFromText(string: usize): usize;
/** Of numbers, as `repr` has it. */
export declare function callRepr(number: usize): usize;
export declare function createDict(capacity: i32): usize;
export declare function setKey(dict: usize, key: usize, value: usize): i32;
