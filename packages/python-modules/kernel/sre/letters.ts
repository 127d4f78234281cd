/// Case of characters beyond Latin-1, which the host's tables have: one character for one.

export declare function lowerOf(code: i32): i32;
export declare function upperOf(code: i32): i32;
