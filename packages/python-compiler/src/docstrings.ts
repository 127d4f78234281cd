import type { Constant } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";

/** The string that a body begins with, or null. */
export function docstringOf(body: readonly ast.StmtNode[]): (Constant & { kind: "str" }) | null {
  const [first] = body;
  if (first?.kind !== "Expr" || first.value.kind !== "Constant") return null;
  const { value } = first.value;
  if (value.type === "str") return { kind: "str", value: value.value };
  // Documentation is a constant; that pairs of surrogates become characters there is the price.
  return value.type === "pieces" ? { kind: "str", value: value.value.join("") } : null;
}
