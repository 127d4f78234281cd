import type { ast, Module } from "../src/index.js";

/** Kinds that CPython's `ast` represents as objects without fields. */
const OPERATOR_FIELDS = new Set(["ctx", "op", "ops"]);

/** Prints a tree in the form of test/dump.py, close to that of CPython's `ast.dump`. */
export function dump(module: Module, source: string): string {
  const lines = source.replace(/\r\n?/g, "\n").split("\n");
  const out: string[] = [];
  new Dumper(lines, out).node(module as never);
  return out.join("");
}

class Dumper {
  constructor(
    private readonly lines: string[],
    private readonly out: string[],
  ) {}

  node(node: { kind: string; [field: string]: unknown }): void {
    const { out } = this;
    out.push(node.kind, "(");
    for (const name of Object.keys(node)) {
      if (name === "kind" || /lineno|col_offset/.test(name)) continue;
      const value = node[name];
      if (value === null) continue;
      out.push(name, "=");
      if (name === "value" && (node.kind === "Constant" || node.kind === "MatchSingleton")) {
        out.push(constant(value as ast.ConstantValue));
      } else if (OPERATOR_FIELDS.has(name)) {
        out.push(Array.isArray(value) ? `[${value.map((v) => `${v}(), `).join("")}]` : `${value}()`);
      } else {
        this.value(value);
      }
      out.push(", ");
    }
    if (typeof node.lineno === "number") {
      const { lineno, col_offset, end_lineno, end_col_offset } = node as unknown as ast.Located;
      const start = this.bytes(lineno, col_offset);
      const end = this.bytes(end_lineno, end_col_offset);
      out.push(`${lineno}:${start}-${end_lineno}:${end}`);
    }
    out.push(")");
  }

  private value(value: unknown): void {
    const { out } = this;
    if (Array.isArray(value)) {
      out.push("[");
      for (const item of value) {
        this.value(item);
        out.push(", ");
      }
      out.push("]");
    } else if (value === null) {
      out.push("None");
    } else if (typeof value === "string") {
      out.push(json(value));
    } else if (typeof value === "object") {
      this.node(value as never);
    } else {
      out.push(String(value));
    }
  }

  /** CPython's columns are offsets in UTF-8. */
  private bytes(line: number, column: number): number {
    const text = this.lines[line - 1];
    // eslint-disable-next-line no-control-regex
    if (/^[\0-\x7f]*$/.test(text)) return column;
    return Buffer.byteLength([...text].slice(0, column).join(""));
  }
}

function constant(value: ast.ConstantValue): string {
  switch (value.type) {
    case "int":
      return "i" + value.value.toString(16);
    case "float":
      return "f" + float(value.value);
    case "complex":
      return "j" + float(value.value);
    case "str":
      return json(value.value);
    case "pieces":
      return json(value.value.join(""));
    case "bytes":
      return "b" + Buffer.from(value.value).toString("hex");
    case "bool":
      return value.value ? "True" : "False";
    default:
      return value.type;
  }
}

function float(value: number): string {
  const buffer = Buffer.alloc(8);
  buffer.writeDoubleBE(value);
  return buffer.toString("hex");
}

/** As Python's `json.dumps`: ASCII only. */
function json(text: string): string {
  return JSON.stringify(text).replace(/[\x7f-\uffff]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
}
