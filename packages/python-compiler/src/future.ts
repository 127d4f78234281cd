import type { ast } from "@hotpy/python-parser";
import type { Place } from "./errors.js";
import type { Unit } from "./unit.js";

/** By name: the bit of `co_flags` that tells of it. */
export const FUTURE_FLAGS: Readonly<Record<string, number>> = {
  nested_scopes: 0x10,
  generators: 0,
  division: 0x20000,
  absolute_import: 0x40000,
  with_statement: 0x80000,
  print_function: 0x100000,
  unicode_literals: 0x200000,
  barry_as_FLUFL: 0x400000,
  generator_stop: 0x800000,
  annotations: 0x1000000,
};
/** Every code is nested in the sense of that feature, and what is not says so by its own bit. */
const SHOWN = ~0x10;

/** The bits of `co_flags` for these features. */
export function featureFlags(features: Iterable<string>): number {
  let flags = 0;
  for (const feature of features) flags |= FUTURE_FLAGS[feature] & SHOWN;
  return flags;
}

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
        if (!Object.hasOwn(FUTURE_FLAGS, name)) fail(withoutRange(statement), `future feature ${name} is not defined`);
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
