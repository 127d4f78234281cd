import type { Constant } from "@hotpy/bytecode";
import type { ast } from "@hotpy/python-parser";

/** The constant of a literal; null: there is none, it is put together by the program. */
export function literalConstant(value: ast.ConstantValue): Constant | null {
  switch (value.type) {
    case "int":
      return { kind: "int", value: value.value };
    case "float":
      return { kind: "float", value: value.value };
    case "str":
      return { kind: "str", value: value.value };
    case "bytes":
      return { kind: "bytes", value: value.value };
    case "bool":
      return { kind: value.value ? "true" : "false" };
    case "None":
      return { kind: "none" };
    case "Ellipsis":
      return { kind: "ellipsis" };
    case "complex":
      return { kind: "complex", imag: value.value };
    case "pieces":
      return null;
    case "tuple": {
      const items = value.value.map(literalConstant);
      return items.every((item) => item !== null) ? { kind: "tuple", items } : null;
    }
  }
}

/** Python's truth of a constant. */
export function truthOf(constant: Constant): boolean {
  switch (constant.kind) {
    case "none":
    case "false":
      return false;
    case "int":
      return constant.value !== 0n;
    case "float":
      return constant.value !== 0;
    case "complex":
      return constant.imag !== 0;
    case "str":
    case "bytes":
      return constant.value.length > 0;
    case "tuple":
    case "set":
      return constant.items.length > 0;
    default:
      return true;
  }
}
