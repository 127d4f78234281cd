import type { Expression, MemberExpression } from "acorn";
import type { Environment } from "./environment.js";
import type { Expressions } from "./expressions.js";
import { literalNumber, shiftedRight } from "./literals.js";
import { isWordIndex } from "./word-indices.js";

/** Views of the memory: log2 of the size of an element, and the instructions. */
const VIEWS: Record<string, { readonly bits: number; readonly load: string; readonly store: string }> = {
  i32: { bits: 2, load: "i32.load", store: "i32.store" },
  u16: { bits: 1, load: "i32.load16_u", store: "i32.store16" },
  u8: { bits: 0, load: "i32.load8_u", store: "i32.store8" },
  f64: { bits: 3, load: "f64.load", store: "f64.store" },
  i64: { bits: 3, load: "i64.load", store: "i64.store" },
};

/** Code of a byte address, and a constant to be added to it, at least 0. */
export interface Address {
  readonly code: string;
  readonly offset: number;
}

/** Turns indices of elements into addresses in bytes. */
export class Addresses {
  constructor(
    private readonly environment: Environment,
    private readonly expressions: Expressions,
  ) {}

  /** The element of a view of the memory that an expression names. */
  element(node: MemberExpression): { view: (typeof VIEWS)[string]; address: Address } {
    const view = node.object.type === "Identifier" ? VIEWS[node.object.name] : undefined;
    if (view === undefined || !node.computed)
      return this.environment.refuse(node, "a member of something else than i32, u16, u8, f64 and i64");
    const { code, offset } = this.address(node.property as Expression, view.bits);
    return {
      view,
      address:
        offset < 0
          ? { code: complete({ code, offset }), offset: 0 }
          : { code: code === "" ? "i32.const 0" : code, offset },
    };
  }

  /** The byte address of the element with an index, `index << bits`. What `>>> bits` is taken of is a multiple of the element's size. */
  address(index: Expression, bits: number): Address {
    const bytes = shiftedRight(index, bits);
    if (bytes !== undefined) return this.sum(bytes, 0);
    const { indices, variables } = this.environment;
    if (index.type === "BinaryExpression" && index.operator === "|" && literalNumber(index.right) === 0)
      return this.address(index.left as Expression, bits);
    if (index.type === "Identifier" && bits === 2) {
      const variable = variables.find(index.name);
      if (variable !== undefined && indices.has(variable.name))
        return { code: `local.get $${variable.name}`, offset: 0 };
    }
    if (index.type === "UpdateExpression" && bits === 2) {
      const variable = this.expressions.updated(index);
      if (indices.has(variable.name)) return { code: this.expressions.update(index, variable), offset: 0 };
    }
    if (index.type === "ConditionalExpression" && bits === 2 && isWordIndex(index, indices)) {
      const [a, b] = [index.consequent, index.alternate].map((each) => complete(this.address(each, bits)));
      return { code: `${this.expressions.integer(index.test)} if (result i32) ${a} else ${b} end`, offset: 0 };
    }
    return this.sum(index, bits);
  }

  /** The address of a sum of indices, or (bits 0) of an address in bytes that is a sum. */
  private sum(node: Expression, bits: number): Address {
    const constant = literalNumber(node);
    if (constant !== undefined) return { code: "", offset: constant << bits };
    if (node.type === "BinaryExpression" && (node.operator === "+" || node.operator === "-")) {
      const part = (each: Expression): Address => (bits === 0 ? this.sum(each, 0) : this.address(each, bits));
      const a = part(node.left as Expression);
      const b = part(node.right);
      const offset = node.operator === "+" ? a.offset + b.offset : a.offset - b.offset;
      if (b.code === "") return { code: a.code, offset };
      if (a.code === "" && node.operator === "+") return { code: b.code, offset };
      return {
        code: `${a.code === "" ? "i32.const 0" : a.code} ${b.code} i32.${node.operator === "+" ? "add" : "sub"}`,
        offset,
      };
    }
    const value = this.expressions.value(node);
    if (value.type === "f64" || value.type === "i64") return this.environment.refuse(node, "a double in an address");
    return { code: bits === 0 ? value.code : `${value.code} i32.const ${bits} i32.shl`, offset: 0 };
  }
}

/** Code of an address with its constant. */
export function complete({ code, offset }: Address): string {
  if (code === "") return `i32.const ${offset}`;
  return offset === 0 ? code : `${code} i32.const ${offset} i32.add`;
}
