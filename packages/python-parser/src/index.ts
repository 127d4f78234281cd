/** The syntax tree. A namespace, since node names such as `Set` would hide JavaScript's own. */
export type * as ast from "./ast.js";
export type { Module } from "./ast.js";
export {
  PythonSyntaxError,
  type SyntaxErrorLocation,
  type SyntaxErrorType,
} from "./errors.js";
export { decodeSource } from "./decode-source.js";
export { ParserStackOverflow } from "./parser/cursor.js";
export { UnsupportedSyntaxError } from "./literals/literal-error.js";
export type { CharacterNames } from "./literals/escapes.js";
export { parse, parseExpression, type ParseOptions } from "./parse.js";
