import { type FunctionDeclaration, parse } from "acorn";
import type { Environment } from "./environment.js";
import { Statements } from "./statements.js";
import { Variables } from "./variables.js";
import { findWordIndices } from "./word-indices.js";

/** Options of {@link compileFunctions}. */
export interface CompileOptions {
  /** What the functions may refer to beside each other: functions that are called, and numbers. */
  readonly members: readonly string[];
}

/** What {@link compileFunctions} makes. */
export interface CompiledFunctions {
  /** The module in WebAssembly's text form. */
  readonly wat: string;
  /** The functions that it imports, with their number of parameters. */
  readonly imports: ReadonlyMap<string, number>;
}

/**
 * A WebAssembly module, in text form, of functions written in a subset of JavaScript. It exports the functions, and imports the
 * memory and the members in use from "vm". The subset, and where it means something else than JavaScript:
 *
 * - Numbers: an integer of 32 bits, or a double. A declaration (`let`, `const`) gives a variable the type of its value; it is seen in
 *   its block. Parameters and results are integers.
 * - `+ - ` and unary `-` of integers, and a multiple by a literal, are taken modulo 2**32, where JavaScript needs `| 0`. A
 *   product of two other integers, and every quotient, is a double. `%` is of integers.
 * - Integers of 64 bits are BigInts: `5n`, `BigInt(x)`, `Number(x)`, `Number(BigInt.asIntN(32, x))`; operations between them are taken modulo
 *   2**64, where JavaScript needs `BigInt.asIntN(64, x)`. A division by zero, and of the least by -1n, traps.
 * - `i32[x] u8[x] u16[x] f64[x] i64[x]`: the memory by index of elements. What is shifted right to make an index is aligned.
 * - `if`, `for`, `while`, `switch` whose cases never fall through, labels, `break`, `continue`, `return x`, `++`, `--`,
 *   assignments, `?:`, `&&`, `||`, `!` (which return 0 or 1), calls of members and of each other,
 *   `table.get(i)(…)` of members that are tables of functions, `Math.floor ceil trunc sqrt abs imul`.
 *
 * @throws {SyntaxError} where the text is something else; the message shows the place
 */
export function compileFunctions(text: string, { members }: CompileOptions): CompiledFunctions {
  const functions = parse(text, { ecmaVersion: 2023 }).body.map((node) => node as FunctionDeclaration);
  const imports = new Map<string, number>();
  const constants = new Set<string>();
  const tables = new Set<string>();
  const counts = new Set<number>();
  const refuse: Environment["refuse"] = ({ start, end }, what) => {
    const line = text.slice(0, start).split("\n").length;
    throw new SyntaxError(
      `line ${line}: ${what} is not in the subset of JavaScript that compiles: ${text.slice(start, Math.min(end, start + 80))}`,
    );
  };
  const own = new Map(functions.map((node) => [node.id?.name, node.params.length]));
  const known = (name: string): string => {
    if (!members.includes(name)) throw new SyntaxError(`${name} is neither a variable nor a member`);
    return name;
  };
  const bodies = functions.map((node) => {
    const parameters = node.params.map((each) =>
      each.type === "Identifier" ? each.name : refuse(each, "this parameter"),
    );
    const variables = new Variables(parameters);
    const environment: Environment = {
      variables,
      indices: findWordIndices(node),
      refuse,
      function(name, count) {
        const wanted = own.get(name) ?? imports.get(known(name)) ?? count;
        if (wanted !== count) throw new SyntaxError(`${name} is called with ${wanted} arguments and with ${count}`);
        if (!own.has(name)) imports.set(name, count);
        return name;
      },
      table(name, count) {
        tables.add(known(name));
        counts.add(count);
        return name;
      },
      constant(name) {
        constants.add(known(name));
        return name;
      },
    };
    const statements = new Statements(environment);
    if (statements.all(node.body.body)) refuse(node, "a function that ends without return");
    const locals = variables.locals.map(({ name, type }) => `(local $${name} ${type})`).join(" ");
    const name = node.id?.name;
    return `(func $${name} (export "${name}") ${parameters.map((each) => `(param $${each} i32)`).join(" ")} (result i32)
${locals}
${statements.lines.join("\n")}
unreachable)`;
  });
  const wat = `(module
${[...counts].map((count) => `(type $of_${count} (func ${"(param i32) ".repeat(count)}(result i32)))`).join("\n")}
(import "vm" "memory" (memory 1 65536))
${[...tables].map((name) => `(import "vm" "${name}" (table $${name} 1 funcref))`).join("\n")}
${[...imports].map(([name, count]) => `(import "vm" "${name}" (func $${name} ${"(param i32) ".repeat(count)}(result i32)))`).join("\n")}
${[...constants].map((name) => `(import "vm" "${name}" (global $${name} i32))`).join("\n")}
${bodies.join("\n")})
`;
  return { wat, imports };
}
