import type { CodeUnit, Constant } from "./code-unit.js";
import { type Decoded, decode } from "./decode.js";
import type { InstructionSet } from "./instruction-set.js";
import { positionAt } from "./lookup.js";

/** What the text shows beside the instructions. */
export interface DisassemblyOptions {
  /** Columns after each instruction, as `2:4-2:9`, and not only a heading for each line. */
  readonly columns?: boolean;
  /** Places are counted in words, or in instructions, which does not depend on the sizes of caches. */
  readonly unit?: "words" | "instructions";
}

/** The code unit and those among its constants as text, for people and for tests. */
export function disassemble(unit: CodeUnit, instructionSet: InstructionSet, options: DisassemblyOptions = {}): string {
  const lines = [heading(unit)];
  const decoded = [...decode(unit.code, instructionSet)];
  const numbers = new Map(
    decoded.map(({ offset }, index) => [offset, options.unit === "instructions" ? index : offset]),
  );
  numbers.set(unit.code.length, options.unit === "instructions" ? decoded.length : unit.code.length);
  const targets = new Set(unit.handlers.map((range) => range.target));
  for (const { instruction, offset, argument } of decoded)
    if (instruction.operand === "jump") targets.add(offset + argument);
  let line = -1;
  for (const one of decoded) {
    const position = positionAt(unit, one.offset);
    if (position !== null && position.line !== line) {
      line = position.line;
      lines.push(`  line ${line}`);
    }
    const mark = targets.has(one.offset) ? ">>" : "  ";
    const columns =
      options.columns && position !== null
        ? `  ; ${position.line}:${position.column}-${position.endLine}:${position.endColumn}`
        : "";
    lines.push(`  ${mark}${String(numbers.get(one.offset)).padStart(5)}  ${operation(unit, one, numbers)}${columns}`);
  }
  for (const { start, end, target, depth } of unit.handlers)
    lines.push(`  handler of ${numbers.get(start)} to ${numbers.get(end)}: ${numbers.get(target)}, depth ${depth}`);
  for (const constant of unit.constants) {
    if (constant.kind === "code") lines.push("", disassemble(constant.unit, instructionSet, options));
  }
  return lines.join("\n");
}

function heading(unit: CodeUnit): string {
  const slots = [
    `${unit.argumentCount + unit.keywordOnlyCount} arguments`,
    unit.localNames.length > 0 && `locals ${unit.localNames.join(" ")}`,
    unit.cellNames.length > 0 && `cells ${unit.cellNames.join(" ")}`,
    unit.freeNames.length > 0 && `free ${unit.freeNames.join(" ")}`,
    `stack ${unit.stackSize}`,
    `flags 0x${unit.flags.toString(16)}`,
  ];
  return `${unit.qualname} (${slots.filter(Boolean).join(", ")})`;
}

function operation(
  unit: CodeUnit,
  { instruction, argument, offset }: Decoded,
  numbers: ReadonlyMap<number, number>,
): string {
  const { name, operand } = instruction;
  switch (operand) {
    case "none":
      return name;
    case "jump":
      return `${name} to ${numbers.get(offset + argument)}`;
    case "constant":
      return `${name} ${argument} (${constantText(unit.constants[argument])})`;
    case "name":
      return `${name} ${argument} (${unit.names[argument]})`;
    case "local":
      return `${name} ${argument} (${slotName(unit, argument)})`;
    default:
      return `${name} ${argument}`;
  }
}

/** Name of a frame slot: a local, then cells, then free cells. */
function slotName(unit: CodeUnit, slot: number): string | undefined {
  const { localNames, cellNames, freeNames } = unit;
  if (slot < localNames.length) return localNames[slot];
  const cell = slot - localNames.length;
  return cell < cellNames.length ? cellNames[cell] : freeNames[cell - cellNames.length];
}

function constantText(constant: Constant | undefined): string {
  if (constant === undefined) return "?";
  switch (constant.kind) {
    case "int":
      return String(constant.value);
    case "float":
      return Object.is(constant.value, -0)
        ? "-0.0"
        : Number.isInteger(constant.value)
          ? constant.value.toFixed(1)
          : String(constant.value);
    case "complex":
      return `${constant.imag}j`;
    case "str":
      return JSON.stringify(constant.value);
    case "bytes":
      return `b${JSON.stringify(String.fromCharCode(...constant.value))}`;
    case "tuple":
      return `(${constant.items.map(constantText).join(", ")})`;
    case "set":
      return `{${constant.items.map(constantText).join(", ")}}`;
    case "code":
      return `code ${constant.unit.qualname}`;
    default:
      return constant.kind;
  }
}
