export { type ByteArrays, createByteArrays } from "./bytes/bytearrays.js";
export type { CodecRegistry, Codecs, Decoded } from "./codecs/codecs.js";
export { invalidEscape } from "./codecs/escapes.js";
export { LOCATED, SYNTAX_TREE_CLASSES } from "./functions/syntax-tree-schema.js";
export { type Builtins, installBuiltins } from "./install.js";
export type { Library } from "./library.js";
export * as complexArithmetic from "./numbers/complex-arithmetic.js";
export { toDouble } from "./numbers/convert.js";
export type { Streams } from "./streams.js";
