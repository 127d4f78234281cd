import type { ComplexDefinition } from "./complex.js";
import { CORE, type CoreDefinition } from "./core.js";
import type { InstructionSet } from "./instruction-set.js";

/** The reference page of a language's instructions and the core instructions, as Markdown. */
export function referencePage(title: string, instructionSet: InstructionSet): string {
  const complex = [...instructionSet.values()];
  return [
    `# ${title}`,
    "",
    "Made from the definitions; do not edit.",
    "",
    "## Complex instructions",
    "",
    "What the compiler emits. One word each (opcode and a signed argument of 24 bits), then its inline caches. Stack: words popped → pushed,",
    "on the path that jumps after the slash; n is the argument.",
    "",
    ...table(
      ["instruction", "operand", "stack", "caches", "meaning"],
      complex.filter((one) => !isDerived(one)).map(complexRow),
    ),
    "",
    "### Superinstructions and specialised instructions",
    "",
    "The assembler forms superinstructions from runs of instructions; the interpreter rewrites instructions to specialised ones.",
    "",
    ...table(["instruction", "made of", "meaning"], complex.filter(isDerived).map(derivedRow)),
    "",
    "## Core instructions",
    "",
    "What complex instructions expand into, and traces are made of. A word is tagged; `*` repeats any number of times.",
    "",
    ...table(["instruction", "operands", "result", "immediate", "effects", "meaning"], [...CORE.values()].map(coreRow)),
    "",
  ].join("\n");
}

function table(heading: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(heading), line(heading.map(() => "---")), ...rows.map(line)];
}

function isDerived({ fuses, specialises }: ComplexDefinition): boolean {
  return fuses !== undefined || specialises !== undefined;
}

function complexRow(one: ComplexDefinition): string[] {
  const jumps =
    one.jumpPops === undefined && one.jumpPushes === undefined
      ? ""
      : ` / ${count(one.jumpPops ?? one.pops)} → ${count(one.jumpPushes ?? one.pushes)}`;
  const end = one.terminal ? "; never goes on" : "";
  return [
    `\`${one.name}\``,
    one.operand,
    `${count(one.pops)} → ${count(one.pushes)}${jumps}`,
    `${one.caches || ""}`,
    one.meaning + end,
  ];
}

function derivedRow(one: ComplexDefinition): string[] {
  return [
    `\`${one.name}\``,
    one.fuses?.map((part) => `\`${part}\``).join(", ") ?? `\`${one.specialises}\``,
    one.meaning,
  ];
}

/** A number of words, or the formula of a linear one. */
function count(words: number | ((argument: number) => number)): string {
  if (typeof words === "number") return String(words);
  const [base, slope] = [words(0), words(1) - words(0)];
  if (words(2) !== base + 2 * slope || words(3) !== base + 3 * slope) return "by the argument";
  return `${slope === 1 ? "n" : `${slope}n`}${base === 0 ? "" : ` + ${base}`}`;
}

function coreRow(one: CoreDefinition): string[] {
  const operands = one.args.map((kind, index) => kind + (one.variadic && index === one.args.length - 1 ? "*" : ""));
  const effects = Object.keys(one.effects).join(", ") || "pure";
  return [
    `\`${one.name}\``,
    operands.join(" "),
    one.result,
    one.immediate === "none" ? "" : one.immediate,
    effects,
    one.meaning,
  ];
}
