import type { ast } from "@hotpy/python-parser";
import { docstringOf } from "./docstrings.js";
import type { Unit } from "./unit.js";
import { storeVariable } from "./variables.js";

/** The argument of `setup_annotations` where names lie in a mapping. */
const IN_NAMESPACE = 1;

/** Start of a module or class: `__annotations__` if there are any, and `__doc__`. Returns the rest of the statements. */
export function beginBody(unit: Unit, body: readonly ast.StmtNode[]): readonly ast.StmtNode[] {
  if (hasAnnotations(body)) unit.emit("setup_annotations", body[0], unit.hasNamespace ? IN_NAMESPACE : 0);
  const docstring = unit.context.isInteractive && unit.parent === null ? null : docstringOf(body);
  if (docstring === null || unit.context.optimize === 2) return docstring === null ? body : body.slice(1);
  unit.loadConstant(docstring, body[0]);
  storeVariable(unit, "__doc__", body[0]);
  return body.slice(1);
}

/** Does a statement annotate a variable of this scope, however deep in other statements? */
function hasAnnotations(body: readonly ast.StmtNode[]): boolean {
  return body.some((node) => {
    switch (node.kind) {
      case "AnnAssign":
        return true;
      case "For":
      case "While":
      case "If":
        return hasAnnotations(node.body) || hasAnnotations(node.orelse);
      case "With":
        return hasAnnotations(node.body);
      case "Try":
      case "TryStar":
        return (
          hasAnnotations(node.body) ||
          hasAnnotations(node.orelse) ||
          hasAnnotations(node.finalbody) ||
          node.handlers.some((handler) => hasAnnotations(handler.body))
        );
      case "Match":
        return node.cases.some((each) => hasAnnotations(each.body));
      default:
        return false;
    }
  });
}
