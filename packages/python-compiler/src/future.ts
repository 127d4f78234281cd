import type { ast } from "@hotpy/python-parser";
import type { Place } from "./errors.js";
import type { Unit } from "./unit.js";

const FEATURES = new Set([
  "nested_scopes",
  "generators",
  "division",
  "absolute_import",
  "with_statement",
  "print_function",
  "unicode_literals",
  "barry_as_FLUFL",
  "generator_stop",
  "annotations",
]);

/**
 * The features that a module asks for with `from __future__ import …`.
 * @param fail reports a feature that is not known, or an import that is not at the beginning.
 */
export function futureFeatures(
  body: readonly ast.StmtNode[],
  fail: (place: Place, message: string) => never,
): Set<string> {
  const features = new Set<string>();
  let isBeginning = true;
  body.forEach((statement, index) => {
    if (statement.kind === "ImportFrom" && statement.module === "__future__" && statement.level === 0) {
      if (!isBeginning) fail(statement, "from __future__ imports must occur at the beginning of the file");
      for (const { name } of statement.names) {
        if (name === "braces") fail(withoutRange(statement), "not a chance");
        if (!FEATURES.has(name)) fail(withoutRange(statement), `future feature ${name} is not defined`);
        features.add(name);
      }
    } else if (index > 0 || !isDocstring(statement)) {
      isBeginning = false;
    }
  });
  return features;
}

/** CPython marks only the beginning of the statement here. */
function withoutRange({ lineno, col_offset }: Place): Place {
  return { lineno, col_offset, end_lineno: lineno, end_col_offset: -1 };
}

function isDocstring(statement: ast.StmtNode): boolean {
  return statement.kind === "Expr" && statement.value.kind === "Constant" && statement.value.value.type === "str";
}

/** Whether annotations are kept as texts. */
export const keepsAnnotationTexts = (unit: Unit): boolean => unit.context.features.has("annotations");
