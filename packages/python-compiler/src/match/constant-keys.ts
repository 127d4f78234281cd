import type { Constant } from "@hotpy/bytecode";

/** A text that is equal for constants which Python calls equal: 1, 1.0 and True are. */
export function equalityKey(constant: Constant): string {
  switch (constant.kind) {
    case "true":
      return "number 1";
    case "false":
      return "number 0";
    case "int":
      return `number ${constant.value}`;
    case "float":
      return `number ${Number.isInteger(constant.value) ? BigInt(constant.value) : constant.value}`;
    case "str":
      return `str ${constant.value}`;
    case "bytes":
      return `bytes ${constant.value.join()}`;
    default:
      return constant.kind;
  }
}

/** `repr` of a literal, for messages. */
export function constantText(constant: Constant): string {
  switch (constant.kind) {
    case "true":
      return "True";
    case "false":
      return "False";
    case "none":
      return "None";
    case "float":
      return Number.isInteger(constant.value) && Math.abs(constant.value) < 1e16
        ? constant.value.toFixed(1)
        : String(constant.value);
    case "str":
      return quote(constant.value);
    case "bytes":
      return `b${quote(String.fromCharCode(...constant.value))}`;
    case "int":
      return String(constant.value);
    default:
      return constant.kind;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = [...text].map((each) => {
    const code = each.charCodeAt(0);
    if (each === mark) return `\\${each}`;
    return ESCAPES[each] ?? (code < 32 || code === 127 ? `\\x${code.toString(16).padStart(2, "0")}` : each);
  });
  return `${mark}${escaped.join("")}${mark}`;
}
