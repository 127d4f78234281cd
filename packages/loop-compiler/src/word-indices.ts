import type { Expression, Function as FunctionNode } from "acorn";
import { full } from "acorn-walk";
import { literalNumber, shiftedRight } from "./literals.js";

/**
 * Variables that hold nothing but indices of words (`x >>> 2`, and sums of such an index and a number). They are kept as
 * byte addresses, multiplied by four: that saves a shift at each access, since WebAssembly addresses bytes.
 */
export function findWordIndices(fn: FunctionNode): ReadonlySet<string> {
  const sources = new Map<string, Expression[]>();
  const add = (name: string, value: Expression): void => {
    sources.set(name, [...(sources.get(name) ?? []), value]);
  };
  full(fn, (node) => {
    if (node.type === "VariableDeclarator") {
      const { id, init } = node as unknown as { id: { name: string }; init: Expression | null };
      if (init !== null) add(id.name, init);
    } else if (node.type === "AssignmentExpression") {
      const { left, right, operator, start, end } = node as unknown as {
        left: Expression;
        right: Expression;
        operator: string;
        start: number;
        end: number;
      };
      if (left.type !== "Identifier") return;
      add(
        left.name,
        operator === "="
          ? right
          : { type: "BinaryExpression", operator: operator.slice(0, -1) as "+", left, right, start, end },
      );
    }
  });
  const values = [...sources].map(([name, all]) => [name, all.filter((value) => literalNumber(value) !== 0)] as const);
  // All that are ever given an index, then without those that are given something else.
  const indices = new Set<string>();
  const until = (done: (name: string, given: readonly Expression[]) => boolean): void => {
    while (values.some(([name, given]) => done(name, given)));
  };
  until(
    (name, given) =>
      !indices.has(name) && given.some((value) => isWordIndex(value, indices)) && indices.add(name) !== undefined,
  );
  until(
    (name, given) => indices.has(name) && !given.every((value) => isWordIndex(value, indices)) && indices.delete(name),
  );
  return indices;
}

/** Whether an expression is an index of a word, given the variables that are. */
export function isWordIndex(node: Expression, indices: ReadonlySet<string>): boolean {
  if (shiftedRight(node, 2) !== undefined) return true;
  if (node.type === "Identifier") return indices.has(node.name);
  if (node.type === "ConditionalExpression")
    return isWordIndex(node.consequent, indices) && isWordIndex(node.alternate, indices);
  if (node.type !== "BinaryExpression") return false;
  const left = isWordIndex(node.left as Expression, indices);
  if (node.operator === "|") return literalNumber(node.right) === 0 && left;
  const right = isWordIndex(node.right, indices);
  if (node.operator === "+") return left !== right;
  return node.operator === "-" && left && !right;
}
