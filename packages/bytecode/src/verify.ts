import type { CodeUnit } from "./code-unit.js";
import { type Decoded, decode } from "./decode.js";
import { type InstructionSet, jumpEffect, popsOf, pushesOf } from "./instruction-set.js";
import { handlerAt } from "./lookup.js";

/** Bytecode that must not be run. */
export class BytecodeError extends Error {
  override readonly name = "BytecodeError";

  constructor(unit: CodeUnit, offset: number, reason: string) {
    super(`${unit.filename}: ${unit.qualname}, word ${offset}: ${reason}`);
  }
}

/**
 * Checks a code unit and those among its constants: every instruction is known and has its operand in range, jumps and
 * handlers lead to instructions, control does not run off the end, and the operand stack has one depth at each
 * instruction, never below 0 or above `stackSize`.
 * @throws BytecodeError with the reason.
 */
export function verify(unit: CodeUnit, instructionSet: InstructionSet): void {
  const decoded = decodeAll(unit, instructionSet);
  for (const one of decoded.values()) {
    checkOperand(unit, one);
    checkParts(unit, one, decoded);
  }
  checkTables(unit, decoded);
  checkDepths(unit, decoded);
  for (const constant of unit.constants) if (constant.kind === "code") verify(constant.unit, instructionSet);
}

function decodeAll(unit: CodeUnit, instructionSet: InstructionSet): Map<number, Decoded> {
  const decoded = new Map<number, Decoded>();
  try {
    for (const one of decode(unit.code, instructionSet)) decoded.set(one.offset, one);
  } catch (error) {
    throw new BytecodeError(unit, unit.code.length, (error as Error).message);
  }
  return decoded;
}

function checkOperand(unit: CodeUnit, { instruction, argument, offset }: Decoded): void {
  const limit = operandLimit(unit, instruction.operand);
  if (limit !== null && (argument < 0 || argument >= limit)) {
    throw new BytecodeError(
      unit,
      offset,
      `${instruction.name} ${argument}: there are ${limit} of operand "${instruction.operand}"`,
    );
  }
}

function operandLimit(unit: CodeUnit, operand: string): number | null {
  switch (operand) {
    case "constant":
      return unit.constants.length;
    case "name":
      return unit.names.length;
    case "local":
      return unit.localNames.length + unit.cellNames.length + unit.freeNames.length;
    default:
      return null;
  }
}

/** The parts of a superinstruction stand behind it. */
function checkParts(unit: CodeUnit, { instruction, offset }: Decoded, decoded: ReadonlyMap<number, Decoded>): void {
  let at = offset + 1 + instruction.caches;
  for (const part of instruction.fuses?.slice(1) ?? []) {
    const found = decoded.get(at)?.instruction;
    if (found?.name !== part)
      throw new BytecodeError(
        unit,
        at,
        `${instruction.name} must be followed by ${part}, not ${found?.name ?? "the end"}`,
      );
    at += 1 + found.caches;
  }
}

function checkTables(unit: CodeUnit, decoded: ReadonlyMap<number, Decoded>): void {
  for (const table of [unit.handlers, unit.positions]) {
    let last = 0;
    for (const { start, end } of table) {
      if (start < last || end <= start || end > unit.code.length)
        throw new BytecodeError(unit, start, `the range to ${end} is empty, overlaps or is out of order`);
      last = end;
    }
  }
  for (const { target } of unit.handlers) {
    if (!decoded.has(target)) throw new BytecodeError(unit, target, "a handler is not at an instruction");
  }
}

/** Follows control from word 0, and into each handler of what it meets. */
function checkDepths(unit: CodeUnit, decoded: ReadonlyMap<number, Decoded>): void {
  const depths = new Map<number, number>();
  const pending: [offset: number, depth: number][] = [[0, 0]];
  const reach = (offset: number, depth: number, from: number) => {
    if (!decoded.has(offset))
      throw new BytecodeError(unit, from, `control goes to word ${offset}, which is no instruction`);
    if (depth > unit.stackSize) throw new BytecodeError(unit, from, `${depth} words on a stack of ${unit.stackSize}`);
    const known = depths.get(offset);
    if (known === undefined) pending.push([offset, depth]);
    else if (known !== depth)
      throw new BytecodeError(unit, offset, `reached with ${known} and with ${depth} words on the stack`);
  };
  reach(0, 0, 0);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [offset, depth] = next;
    if (depths.has(offset)) {
      reach(offset, depth, offset);
      continue;
    }
    depths.set(offset, depth);
    const { instruction, argument } = decoded.get(offset) as Decoded;
    const pops = popsOf(instruction, argument);
    if (pops > depth)
      throw new BytecodeError(unit, offset, `${instruction.name} takes ${pops} words from a stack of ${depth}`);
    const handler = handlerAt(unit, offset);
    if (handler !== null) {
      if (handler.depth < 0 || handler.depth > depth)
        throw new BytecodeError(
          unit,
          offset,
          `a stack of ${depth} words cannot be cut to the handler's ${handler.depth}`,
        );
      reach(handler.target, handler.depth + 1, offset);
    }
    if (instruction.operand === "jump") reach(offset + argument, depth + jumpEffect(instruction, argument), offset);
    if (!instruction.terminal)
      reach(offset + 1 + instruction.caches, depth - pops + pushesOf(instruction, argument), offset);
  }
}
