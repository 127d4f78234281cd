/** The syntax tree. A namespace, since node names such as `Set` would hide JavaScript's own. */
export type * as ast from "./ast.js";
export type { Module } from "./ast.js";
export { decodeSource } from "./decode-source.js";
export {
  PythonSyntaxError,
  type SyntaxErrorLocation,
  type SyntaxErrorType,
} from "./errors.js";
export { type ParseOptions, parse, parseExpression } from "./parse.js";
export { ParserStackOverflow } from "./parser/cursor.js";
