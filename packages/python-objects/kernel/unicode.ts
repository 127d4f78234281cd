/// Properties of characters beyond Latin-1, which the host's tables have.

/** Properties of a code point, CHAR_LETTER and so on. */
export declare function propertiesOf(code: i32): i32;
