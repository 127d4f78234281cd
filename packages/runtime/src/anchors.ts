import { parse } from "@hotpy/python-parser";

/** Operator of the outermost operation in a piece of source, which tracebacks mark; as CPython finds it. */
export function findAnchors(segment: string): { start: number; end: number } | undefined {
  let tree: ReturnType<typeof parse>;
  try {
    tree = parse(segment, "");
  } catch {
    return undefined;
  }
  const [statement] = tree.body;
  if (tree.body.length !== 1 || statement.kind !== "Expr") return undefined;
  const { value } = statement;
  if (value.kind === "Subscript") return { start: value.value.end_col_offset, end: value.slice.end_col_offset + 1 };
  if (value.kind !== "BinOp") return undefined;
  const points = Array.from(segment);
  for (let i = value.left.end_col_offset; i < value.right.col_offset; i++) {
    if (/\s/.test(points[i])) continue;
    const isDouble = i + 1 < value.right.col_offset && !/\s/.test(points[i + 1]);
    return { start: i, end: isDouble ? i + 2 : i + 1 };
  }
  return undefined;
}
