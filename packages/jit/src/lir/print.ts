import type { Callee, Lir, LirFunction, LirModule } from "./lir.js";

/** LIR as text, for logs and text tests. */
export function printLir(module: LirModule): string {
  return module.functions.map(printFunction).join("\n");
}

function printFunction(fn: LirFunction): string {
  const params = fn.signature.params.map((type, index) => `r${index}: ${type}`).join(", ");
  const result = fn.signature.result === undefined ? "" : ` -> ${fn.signature.result}`;
  return `${fn.exported ? "export " : ""}function ${fn.name}(${params})${result}\n${printBody(fn.body, 1)}`;
}

function printBody(body: readonly Lir[], depth: number): string {
  return body.map((instruction) => printInstruction(instruction, depth)).join("");
}

function calleeName(callee: Callee): string {
  return callee.kind === "table" ? `table[r${callee.index}]` : callee.name;
}

function printInstruction(instruction: Lir, depth: number): string {
  const indent = "  ".repeat(depth);
  const list = (registers: readonly number[]): string => registers.map((r) => `r${r}`).join(", ");
  const line = (text: string): string => `${indent}${text}\n`;
  switch (instruction.op) {
    case "const": return line(`r${instruction.dst} = ${instruction.type} ${instruction.value}`);
    case "unary": return line(`r${instruction.dst} = ${instruction.name} r${instruction.a}`);
    case "binary": return line(`r${instruction.dst} = ${instruction.name} r${instruction.a}, r${instruction.b}`);
    case "select": return line(`r${instruction.dst} = r${instruction.condition} ? r${instruction.a} : r${instruction.b}`);
    case "load": return line(`r${instruction.dst} = ${instruction.name} r${instruction.base}+${instruction.offset}`);
    case "store": return line(`${instruction.name} r${instruction.base}+${instruction.offset}, r${instruction.value}`);
    case "move": return line(`${list(instruction.dsts)} = ${list(instruction.srcs)}`);
    case "call": return line(`${instruction.dst === undefined ? "" : `r${instruction.dst} = `}call ${calleeName(instruction.callee)}(${list(instruction.args)})`);
    case "tailcall": return line(`tailcall ${calleeName(instruction.callee)}(${list(instruction.args)})`);
    case "if": {
      const head = line(`if r${instruction.condition}${instruction.unlikely ? " (unlikely)" : ""}`);
      const rest = instruction.else.length === 0 ? "" : `${indent}else\n${printBody(instruction.else, depth + 1)}`;
      return head + printBody(instruction.then, depth + 1) + rest;
    }
    case "loop": return `${line(`loop ${instruction.label}`)}${printBody(instruction.body, depth + 1)}`;
    case "continue": return line(`continue ${instruction.label}`);
    case "return": return line(instruction.value === undefined ? "return" : `return r${instruction.value}`);
  }
}
