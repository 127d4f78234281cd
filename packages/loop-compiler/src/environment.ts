import type { Node } from "acorn";
import type { Variables } from "./variables.js";

/** What the code of one function may refer to. */
export interface Environment {
  readonly variables: Variables;
  /** Names of variables that are kept as byte addresses (see `word-indices.ts`). */
  readonly indices: ReadonlySet<string>;
  /** Checks the name and number of arguments of a function that is called; notes an import. Returns its name. */
  function(name: string, parameters: number): string;
  /** Notes a table of functions that is imported, and that functions with so many parameters are taken from it. Returns its name. */
  table(name: string, parameters: number): string;
  /** Notes a constant that is imported. Returns its name. */
  constant(name: string): string;
  /** Throws a SyntaxError that shows the place. */
  refuse(node: Pick<Node, "start" | "end">, what: string): never;
}
