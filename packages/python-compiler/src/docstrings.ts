import type { Constant } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";

/** The string that a body begins with, or null. */
export function docstringOf(body: readonly ast.StmtNode[]): (Constant & { kind: "str" }) | null {
  const [first] = body;
  if (first?.kind !== "Expr" || first.value.kind !== "Constant" || first.value.value.type !== "str") return null;
  return { kind: "str", value: first.value.value.value };
}
