import type { Callee, Lir, LirFunction, LirModule, Reg } from "./lir.js";
import { visitWrites } from "./lir.js";

/** LIR as text, for logs and text tests. A register that only ever holds a constant is printed as that constant. */
export function printLir(module: LirModule): string {
  return module.functions.map((fn) => new FunctionPrinter(fn).print()).join("\n");
}

type Const = Extract<Lir, { op: "const" }>;

class FunctionPrinter {
  readonly #writes: number[];
  readonly #constants = new Map<Reg, Const>();

  constructor(private readonly fn: LirFunction) {
    this.#writes = fn.registers.map((_, register) => (register < fn.signature.params.length ? 1 : 0));
    this.#count(fn.body);
  }

  print(): string {
    const { signature, name, exported, body } = this.fn;
    const params = signature.params.map((type, index) => `r${index}: ${type}`).join(", ");
    const result = signature.result === undefined ? "" : ` -> ${signature.result}`;
    return `${exported ? "export " : ""}function ${name}(${params})${result}\n${this.#body(body, 1)}`;
  }

  #count(body: readonly Lir[]): void {
    for (const instruction of body) {
      visitWrites(instruction, (register) => {
        this.#writes[register]++;
      });
      if (instruction.op === "const") this.#constants.set(instruction.dst, instruction);
      else if (instruction.op === "loop") this.#count(instruction.body);
      else if (instruction.op === "if") {
        this.#count(instruction.then);
        this.#count(instruction.else);
      }
    }
  }

  /** The constant that a register always holds. */
  #constant(register: Reg): Const | undefined {
    return this.#writes[register] === 1 ? this.#constants.get(register) : undefined;
  }

  #get(register: Reg): string {
    return this.#constant(register)?.value.toString() ?? `r${register}`;
  }

  #list(registers: readonly Reg[]): string {
    return registers.map((register) => this.#get(register)).join(", ");
  }

  #address(base: Reg, offset: number): string {
    const constant = this.#constant(base);
    if (constant !== undefined) return `[${Number(constant.value) + offset}]`;
    return offset === 0 ? `[r${base}]` : `[r${base}+${offset}]`;
  }

  #call(callee: Callee, args: readonly Reg[]): string {
    return `${callee.kind === "table" ? `table[${this.#get(callee.index)}]` : callee.name}(${this.#list(args)})`;
  }

  #body(body: readonly Lir[], depth: number): string {
    return body.map((instruction) => this.#instruction(instruction, depth)).join("");
  }

  #instruction(instruction: Lir, depth: number): string {
    const indent = "  ".repeat(depth);
    const line = (text: string): string => `${indent}${text}\n`;
    switch (instruction.op) {
      case "const":
        if (this.#constant(instruction.dst) !== undefined) return "";
        return line(`r${instruction.dst} = ${instruction.type} ${instruction.value}`);
      case "unary":
        return line(`r${instruction.dst} = ${instruction.name} ${this.#get(instruction.a)}`);
      case "binary":
        return line(`r${instruction.dst} = ${instruction.name} ${this.#list([instruction.a, instruction.b])}`);
      case "select": {
        const [condition, a, b] = [instruction.condition, instruction.a, instruction.b].map((register) =>
          this.#get(register),
        );
        return line(`r${instruction.dst} = ${condition} ? ${a} : ${b}`);
      }
      case "load":
        return line(`r${instruction.dst} = ${instruction.name} ${this.#address(instruction.base, instruction.offset)}`);
      case "store":
        return line(
          `${instruction.name} ${this.#address(instruction.base, instruction.offset)}, ${this.#get(instruction.value)}`,
        );
      case "move":
        return line(
          `${instruction.dsts.map((register) => `r${register}`).join(", ")} = ${this.#list(instruction.srcs)}`,
        );
      case "call": {
        const result = instruction.dst === undefined ? "" : `r${instruction.dst} = `;
        return line(`${result}call ${this.#call(instruction.callee, instruction.args)}`);
      }
      case "tailcall":
        return line(`tailcall ${this.#call(instruction.callee, instruction.args)}`);
      case "if": {
        const head = line(`if ${this.#get(instruction.condition)}${instruction.unlikely ? " (unlikely)" : ""}`);
        const rest = instruction.else.length === 0 ? "" : `${indent}else\n${this.#body(instruction.else, depth + 1)}`;
        return head + this.#body(instruction.then, depth + 1) + rest;
      }
      case "loop":
        return `${line(`loop ${instruction.label}`)}${this.#body(instruction.body, depth + 1)}`;
      case "continue":
        return line(`continue ${instruction.label}`);
      case "return":
        return line(instruction.value === undefined ? "return" : `return ${this.#get(instruction.value)}`);
    }
  }
}
