import type { ast } from "@hotpy/python-parser";

/** A conversion that formats as an f-string does: `%%`, or `%s`, `%r`, `%a` with width and precision. */
const CONVERSION = /%(?:%|(-?)([1-9]\d{0,2})?(?:\.(\d{1,3}))?([sra]))/y;

/** `"… %s …" % (a, b)` as the f-string that CPython's compiler makes of it, or null where it does not. */
export function percentFormat(node: ast.BinOp): ast.JoinedStr | null {
  const { left, op, right } = node;
  if (op !== "Mod" || left.kind !== "Constant" || left.value.type !== "str" || right.kind !== "Tuple") return null;
  if (right.elts.some((element) => element.kind === "Starred")) return null;
  const format = left.value.value;
  const values: ast.ExprNode[] = [];
  const place = {
    lineno: node.lineno,
    col_offset: node.col_offset,
    end_lineno: node.end_lineno,
    end_col_offset: node.end_col_offset,
  };
  const text = (value: string): ast.Constant => ({
    kind: "Constant",
    value: { type: "str", value },
    prefix: null,
    ...place,
  });
  let literal = "";
  let used = 0;
  for (let at = 0; at < format.length; ) {
    if (format[at] !== "%") {
      literal += format[at++];
      continue;
    }
    CONVERSION.lastIndex = at;
    const match = CONVERSION.exec(format);
    if (match === null) return null;
    at += match[0].length;
    const [, left, width, precision, conversion] = match;
    if (conversion === undefined) {
      literal += "%";
      continue;
    }
    if (used === right.elts.length) return null;
    if (literal !== "") values.push(text(literal));
    literal = "";
    const value = right.elts[used++];
    const spec =
      (width === undefined ? "" : (left ? "" : ">") + width) + (precision === undefined ? "" : `.${precision}`);
    values.push({
      ...placeOf(value),
      kind: "FormattedValue",
      value,
      conversion: conversions[conversion as keyof typeof conversions],
      format_spec: spec === "" ? null : { kind: "JoinedStr", values: [text(spec)], ...place },
    });
  }
  if (used < right.elts.length) return null;
  if (literal !== "") values.push(text(literal));
  return { kind: "JoinedStr", values, ...place };
}

const conversions = { s: 115, r: 114, a: 97 } as const;

function placeOf({ lineno, col_offset, end_lineno, end_col_offset }: ast.Located): ast.Located {
  return { lineno, col_offset, end_lineno, end_col_offset };
}
