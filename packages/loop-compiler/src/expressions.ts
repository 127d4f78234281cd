import type {
  AssignmentExpression,
  BinaryExpression,
  CallExpression,
  ConditionalExpression,
  Expression,
  MemberExpression,
  UpdateExpression,
} from "acorn";
import { Addresses, complete } from "./addresses.js";
import type { Environment } from "./environment.js";
import { literalNumber } from "./literals.js";
import { literal, toDouble, toInteger, type Value } from "./values.js";
import type { Type, Variable } from "./variables.js";
import { isWordIndex } from "./word-indices.js";

const BITWISE: Record<string, string> = {
  "&": "and",
  "|": "or",
  "^": "xor",
  "<<": "shl",
  ">>": "shr_s",
  ">>>": "shr_u",
};
const COMPARE: Record<string, string> = { "===": "eq", "!==": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge" };
/** Operators of two integers of 64 bits, and comparisons. */
const LONG: Record<string, string> = {
  "+": "add",
  "-": "sub",
  "*": "mul",
  "/": "div_s",
  "%": "rem_s",
  "&": "and",
  "|": "or",
  "^": "xor",
  "<<": "shl",
  ">>": "shr_s",
};
const LONG_COMPARE: Record<string, string> = {
  "===": "eq",
  "!==": "ne",
  "<": "lt_s",
  "<=": "le_s",
  ">": "gt_s",
  ">=": "ge_s",
};
const ARITHMETIC: Record<string, string> = { "+": "add", "-": "sub", "*": "mul", "/": "div" };
/** Compiles expressions, for their value. */
export class Expressions {
  private readonly addresses: Addresses;

  constructor(private readonly environment: Environment) {
    this.addresses = new Addresses(environment, this);
  }

  value(node: Expression): Value {
    const constant = literalNumber(node);
    if (constant !== undefined) return literal(constant);
    switch (node.type) {
      case "Literal":
        if (typeof node.value === "boolean") return literal(node.value ? 1 : 0);
        if (typeof node.value === "bigint") return { type: "i64", code: `i64.const ${node.value}` };
        break;
      case "Identifier":
        return this.name(node.name);
      case "UnaryExpression":
        return this.unary(node.operator, node.argument, node);
      case "BinaryExpression":
        return this.binary(node);
      case "LogicalExpression": {
        const left = this.integer(node.left);
        const right = this.integer(node.right);
        if (node.operator === "&&")
          return { type: "i32", code: `${left} if (result i32) ${right} else i32.const 0 end` };
        if (node.operator === "||")
          return { type: "i32", code: `${left} if (result i32) i32.const 1 else ${right} end` };
        break;
      }
      case "ConditionalExpression":
        return this.conditional(node);
      case "MemberExpression": {
        const { view, address } = this.addresses.element(node);
        return {
          type: view.bits < 3 ? "i32" : (view.load.slice(0, 3) as Type),
          code: `${address.code} ${view.load} offset=${address.offset}`,
        };
      }
      case "AssignmentExpression":
        return this.assignment(node);
      case "UpdateExpression": {
        const variable = this.updated(node);
        const scaled = this.environment.indices.has(variable.name);
        const value = this.update(node, variable);
        return { type: "i32", code: scaled ? `${value} i32.const 2 i32.shr_u` : value };
      }
      case "CallExpression":
        return this.call(node);
    }
    return this.environment.refuse(node, "this expression");
  }

  /** An expression whose value is not used. */
  effect(node: Expression): string {
    if (node.type === "UpdateExpression")
      return `${this.update({ ...node, prefix: true }, this.updated(node))} drop`.replace(
        /local\.tee (\S+) drop$/,
        "local.set $1",
      );
    if (node.type === "SequenceExpression") return node.expressions.map((each) => this.effect(each)).join("\n");
    if (node.type === "CallExpression") return this.callFor(node, false);
    if (node.type !== "AssignmentExpression") return this.environment.refuse(node, "an expression without effect");
    const { left } = node;
    const right = assigned(node);
    if (left.type === "Identifier")
      return `${this.forVariable(this.variable(left), right)} local.set $${this.variable(left).name}`;
    if (left.type !== "MemberExpression") return this.environment.refuse(left, "assignment to this");
    const { view, address } = this.addresses.element(left);
    const value =
      view.store === "i64.store"
        ? this.long(right)
        : view.store === "f64.store"
          ? this.double(right)
          : this.integer(right);
    return `${address.code} ${value} ${view.store} offset=${address.offset}`;
  }

  /** Code of a value as a variable keeps it. */
  forVariable(variable: Variable, node: Expression): string {
    if (this.environment.indices.has(variable.name)) return complete(this.addresses.address(node, 2));
    if (variable.type === "i64") return this.long(node);
    if (variable.type === "f64") return this.double(node);
    const value = this.value(node);
    if (value.type === "f64" || value.type === "i64")
      return this.environment.refuse(node, "a double for an integer variable");
    return value.code;
  }

  /** Code of a value as 32 bits. */
  integer(node: Expression): string {
    const value = this.value(node);
    return value.type === "i64"
      ? this.environment.refuse(node, "an integer of 64 bits where one of 32 is wanted")
      : toInteger(value);
  }

  private double(node: Expression): string {
    const value = this.value(node);
    return value.type === "i64"
      ? this.environment.refuse(node, "an integer of 64 bits where a double is wanted")
      : toDouble(value);
  }

  private long(node: Expression): string {
    const value = this.value(node);
    return value.type === "i64"
      ? value.code
      : this.environment.refuse(node, "something else where an integer of 64 bits is wanted");
  }

  private name(name: string): Value {
    if (name === "NaN") return literal(Number.NaN);
    const variable = this.environment.variables.find(name);
    if (variable === undefined) return { type: "i32", code: `global.get $${this.environment.constant(name)}` };
    if (this.environment.indices.has(variable.name))
      return { type: "u32", code: `local.get $${variable.name} i32.const 2 i32.shr_u` };
    return { type: variable.type, code: `local.get $${variable.name}` };
  }

  private variable(node: Expression): Variable {
    const variable = node.type === "Identifier" ? this.environment.variables.find(node.name) : undefined;
    return variable ?? this.environment.refuse(node, "assignment to what is no variable");
  }

  private unary(operator: string, argument: Expression, node: Expression): Value {
    const value = this.value(argument);
    if (value.type === "i64")
      return operator === "-"
        ? { type: "i64", code: `i64.const 0 ${value.code} i64.sub` }
        : this.environment.refuse(node, `unary ${operator} of 64 bits`);
    if (operator === "~") return { type: "i32", code: `${toInteger(value)} i32.const -1 i32.xor` };
    if (operator === "!") return { type: "i32", code: `${toInteger(value)} i32.eqz` };
    if (operator === "-" && value.type === "f64") return { type: "f64", code: `${value.code} f64.neg` };
    if (operator === "-") return { type: "i32", code: `i32.const 0 ${value.code} i32.sub` };
    return this.environment.refuse(node, `unary ${operator}`);
  }

  private binary(node: BinaryExpression): Value {
    const { operator } = node;
    const left = node.left as Expression;
    const { right } = node;
    const inWords = this.onWordIndices(operator, left, right);
    if (inWords !== undefined) return inWords;
    const a = this.value(left);
    const b = this.value(right);
    if (a.type === "i64" || b.type === "i64") {
      const name = LONG[operator] ?? LONG_COMPARE[operator];
      if (a.type !== b.type || name === undefined)
        return this.environment.refuse(node, `operator ${operator} of integers of 64 bits and others`);
      return { type: operator in LONG ? "i64" : "i32", code: `${a.code} ${b.code} i64.${name}` };
    }
    if (operator in BITWISE) {
      if (a.constant !== undefined && b.constant !== undefined)
        return literal(foldBitwise(operator, a.constant, b.constant));
      if (operator === "|" && b.constant === 0) return { type: "i32", code: toInteger(a) };
      return {
        type: operator === ">>>" ? "u32" : "i32",
        code: `${toInteger(a)} ${toInteger(b)} i32.${BITWISE[operator]}`,
      };
    }
    const doubles = a.type === "f64" || b.type === "f64";
    if (operator in COMPARE) {
      const name = COMPARE[operator];
      if (doubles) return { type: "i32", code: `${toDouble(a)} ${toDouble(b)} f64.${name}` };
      if (b.constant === 0 && name === "eq") return { type: "i32", code: `${a.code} i32.eqz` };
      if (name === "eq" || name === "ne") return { type: "i32", code: `${a.code} ${b.code} i32.${name}` };
      return {
        type: "i32",
        code: `${a.code} ${b.code} i32.${name}_${a.type === "u32" && b.type === "u32" ? "u" : "s"}`,
      };
    }
    if (operator === "%" && !doubles) return { type: "i32", code: `${a.code} ${b.code} i32.rem_s` };
    if (!(operator in ARITHMETIC)) return this.environment.refuse(node, `operator ${operator}`);
    // A product of two integers is exact only as a double; a multiple is meant as an address or a count.
    const exact = operator === "*" && a.constant === undefined && b.constant === undefined;
    if (doubles || exact || operator === "/")
      return { type: "f64", code: `${toDouble(a)} ${toDouble(b)} f64.${ARITHMETIC[operator]}` };
    return { type: "i32", code: `${a.code} ${b.code} i32.${ARITHMETIC[operator]}` };
  }

  /** What is simpler on byte addresses: the address of an index, comparing indices, their difference. */
  private onWordIndices(operator: string, left: Expression, right: Expression): Value | undefined {
    const isIndex = (node: Expression): boolean => isWordIndex(node, this.environment.indices);
    const scaled = (node: Expression): string => complete(this.addresses.address(node, 2));
    if (operator === "<<" && literalNumber(right) === 2 && isIndex(left)) return { type: "i32", code: scaled(left) };
    if (!isIndex(left) || !isIndex(right)) return undefined;
    if (operator === "-")
      return { type: "i32", code: `${scaled(left)} ${scaled(right)} i32.sub i32.const 2 i32.shr_s` };
    const name = COMPARE[operator];
    if (name === undefined) return undefined;
    return {
      type: "i32",
      code: `${scaled(left)} ${scaled(right)} i32.${name}${name === "eq" || name === "ne" ? "" : "_u"}`,
    };
  }

  private conditional(node: ConditionalExpression): Value {
    const test = this.integer(node.test);
    const a = this.value(node.consequent);
    const b = this.value(node.alternate);
    if (a.type === "i64" || b.type === "i64") {
      if (a.type !== b.type)
        return this.environment.refuse(node, "something else where an integer of 64 bits is wanted");
      return { type: "i64", code: `${test} if (result i64) ${a.code} else ${b.code} end` };
    }
    if (a.type === "f64" || b.type === "f64")
      return { type: "f64", code: `${test} if (result f64) ${toDouble(a)} else ${toDouble(b)} end` };
    if (a.constant !== undefined && b.constant !== undefined)
      return { type: "i32", code: `${a.code} ${b.code} ${test} select` };
    return { type: "i32", code: `${test} if (result i32) ${a.code} else ${b.code} end` };
  }

  private assignment(node: AssignmentExpression): Value {
    const variable = this.variable(node.left as Expression);
    if (this.environment.indices.has(variable.name))
      return this.environment.refuse(node, "the value of an assignment of an index");
    return { type: variable.type, code: `${this.forVariable(variable, assigned(node))} local.tee $${variable.name}` };
  }

  /** The variable of a `++` or `--`. */
  updated({ argument }: UpdateExpression): Variable {
    const variable = this.variable(argument);
    return variable.type === "i32" ? variable : this.environment.refuse(argument, "++ of a double");
  }

  /** `++` and `--`: code that leaves the variable as it is kept, before or after. */
  update({ operator, prefix }: UpdateExpression, { name }: Variable): string {
    const step = this.environment.indices.has(name) ? 4 : 1;
    const changed = `local.get $${name} i32.const ${step} i32.${operator === "++" ? "add" : "sub"}`;
    return prefix ? `${changed} local.tee $${name}` : `local.get $${name} ${changed} local.set $${name}`;
  }

  private call(node: CallExpression): Value {
    const { callee } = node;
    if (callee.type === "Identifier" && (callee.name === "BigInt" || callee.name === "Number"))
      return this.conversion(callee.name, node);
    if (callee.type === "MemberExpression") return this.method(callee, node.arguments as Expression[]);
    return { type: "i32", code: this.callFor(node, true) };
  }

  private callFor(node: CallExpression, wanted: boolean): string {
    const { callee } = node;
    const args = node.arguments.map((argument) => this.integer(argument as Expression));
    if (callee.type === "CallExpression")
      return `${args.join(" ")} ${this.fromTable(callee, args.length)}${wanted ? "" : " drop"}`;
    if (callee.type !== "Identifier") return this.environment.refuse(callee, "calling this");
    return `${args.join(" ")} call $${this.environment.function(callee.name, args.length)}${wanted ? "" : " drop"}`;
  }

  /** `table.get(i)(…)`: the call of a function in a table. */
  private fromTable({ callee, arguments: [index] }: CallExpression, count: number): string {
    if (
      callee.type !== "MemberExpression" ||
      callee.object.type !== "Identifier" ||
      callee.property.type !== "Identifier" ||
      callee.property.name !== "get"
    )
      return this.environment.refuse(callee, "calling this");
    const table = this.environment.table(callee.object.name, count);
    return `${this.integer(index as Expression)} call_indirect $${table} (type $of_${count})`;
  }

  /** `BigInt(x)`; `Number(x)`, a double; `Number(BigInt.asIntN(32, x))`, the low word. */
  private conversion(name: "BigInt" | "Number", node: CallExpression): Value {
    const argument = node.arguments[0] as Expression;
    if (name === "BigInt") {
      const value = this.value(argument);
      if (value.type === "f64" || value.type === "i64") return this.environment.refuse(node, "BigInt of this");
      return { type: "i64", code: `${value.code} i64.extend_i32_${value.type === "u32" ? "u" : "s"}` };
    }
    if (
      argument.type === "CallExpression" &&
      argument.callee.type === "MemberExpression" &&
      literalNumber(argument.arguments[0] as Expression) === 32
    ) {
      return { type: "i32", code: `${this.long(argument.arguments[1] as Expression)} i32.wrap_i64` };
    }
    return { type: "f64", code: `${this.long(argument)} f64.convert_i64_s` };
  }

  /** Functions of `Math`; `BigInt.asIntN(64, x)`, which is what the result of each operation is anyway. */
  private method(callee: MemberExpression, args: readonly Expression[]): Value {
    const of = callee.object.type === "Identifier" ? callee.object.name : "";
    const name = callee.property.type === "Identifier" ? callee.property.name : "";
    if (of === "Math" && name === "imul")
      return { type: "i32", code: `${args.map((each) => this.integer(each)).join(" ")} i32.mul` };
    if (of === "Math" && ["floor", "ceil", "trunc", "sqrt", "abs"].includes(name))
      return { type: "f64", code: `${this.double(args[0])} f64.${name}` };
    if (of === "BigInt" && name === "asIntN" && literalNumber(args[0]) === 64)
      return { type: "i64", code: this.long(args[1]) };
    return this.environment.refuse(callee, "calling this");
  }
}

/** What an assignment stores: of `a += b`, the sum. */
function assigned({ operator, left, right, start, end }: AssignmentExpression): Expression {
  if (operator === "=") return right;
  return {
    type: "BinaryExpression",
    operator: operator.slice(0, -1) as "+",
    left: left as Expression,
    right,
    start,
    end,
  };
}

function foldBitwise(operator: string, a: number, b: number): number {
  switch (operator) {
    case "&":
      return a & b;
    case "|":
      return a | b;
    case "^":
      return a ^ b;
    case "<<":
      return a << b;
    case ">>":
      return a >> b;
    default:
      return (a >>> b) | 0;
  }
}
