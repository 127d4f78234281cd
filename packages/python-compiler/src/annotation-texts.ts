import type { ast } from "@hotpy/python-parser";
import type { Fail } from "./analyse-scopes.js";

const REFUSED: Readonly<Record<string, string>> = {
  NamedExpr: "named expression",
  Yield: "yield expression",
  YieldFrom: "yield expression",
  Await: "await expression",
};

/** Reports what may not stand in an annotation that is kept as text. Functions within it, and comprehensions, may have it. */
export function checkAnnotation(node: ast.ExprNode, fail: Fail): void {
  if (node.kind in REFUSED) fail(node, `'${REFUSED[node.kind]}' can not be used within an annotation`);
  for (const child of childrenOf(node)) checkAnnotation(child, fail);
}

function childrenOf(node: ast.ExprNode): readonly ast.ExprNode[] {
  switch (node.kind) {
    case "Lambda":
      return [...node.args.defaults, ...node.args.kw_defaults].filter((each) => each !== null);
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return [node.generators[0].iter];
    case "Call":
      return [node.func, ...node.args, ...node.keywords.map((keyword) => keyword.value)];
    default:
      return Object.values(node)
        .flat()
        .filter((each): each is ast.ExprNode => typeof each === "object" && each !== null && "lineno" in each);
  }
}
