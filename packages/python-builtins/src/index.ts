export { type Builtins, installBuiltins } from "./install.js";
export { digitLimit, toDouble, truncate } from "./numbers/convert.js";
export type { Streams } from "./streams.js";
export type { Library } from "./library.js";
export { createCollect } from "./sequences/collect.js";
