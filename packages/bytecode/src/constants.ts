import type { Constant } from "./code-unit.js";

/**
 * The constants of a code unit under construction, each once. Equal numbers of different kinds stay apart, and so do
 * 0.0 and -0.0.
 */
export class ConstantPool {
  readonly constants: Constant[] = [];
  private readonly indices = new Map<string | bigint, number>();

  /** Index of the constant, which is added if it is not there yet. Code units are never merged. */
  index(constant: Constant): number {
    const key = constant.kind === "int" ? constant.value : keyOf(constant);
    const known = key === null ? undefined : this.indices.get(key);
    if (known !== undefined) return known;
    const index = this.constants.push(constant) - 1;
    if (key !== null) this.indices.set(key, index);
    return index;
  }
}

/** Whether a constant may be an item of one that is a set: a number that is not complex, a text, bytes, or a tuple of them. */
export function mayBeInSet(constant: Constant): boolean {
  switch (constant.kind) {
    case "tuple":
      return constant.items.every(mayBeInSet);
    case "int":
    case "float":
    case "str":
    case "bytes":
    case "true":
    case "false":
      return true;
    default:
      return false;
  }
}

/** A text that tells constants apart; null for what contains code. */
function keyOf(constant: Constant): string | null {
  switch (constant.kind) {
    case "int":
      return `i${constant.value}`;
    // String(-0) is "0".
    case "float":
      return Object.is(constant.value, -0) ? "f-0" : `f${constant.value}`;
    case "complex":
      return Object.is(constant.imag, -0) ? "j-0" : `j${constant.imag}`;
    case "str":
      return `s${constant.value}`;
    case "bytes":
      return `b${constant.value.join()}`;
    case "tuple":
    case "set": {
      const keys = constant.items.map(keyOf);
      // The lengths keep ("a", "b") and ("a,sb",) apart.
      const kind = constant.kind === "tuple" ? "t" : "z";
      return keys.includes(null) ? null : `${kind}${keys.map((key) => `${key?.length}:${key}`).join(",")}`;
    }
    case "code":
      return null;
    default:
      return constant.kind;
  }
}
