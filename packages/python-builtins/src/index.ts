export { type Builtins, installBuiltins } from "./install.js";
export type { Library } from "./library.js";
export { digitLimit, toDouble, truncate } from "./numbers/convert.js";
export { createCollect } from "./sequences/collect.js";
export type { Streams } from "./streams.js";
