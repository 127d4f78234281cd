/// Finds instructions by what they compute: for passes and recorders that leave out what has been computed before.

import { type CoreName, core } from "@hotpy/bytecode";
import type { Field } from "@hotpy/object-model";
import type { ImmediateValue, Instruction } from "./instruction.js";
import { NO_VALUE, type ValueId } from "./trace.js";

/** A hash table of instructions under operation, operands and immediate. */
export class InstructionTable {
  /** Open addressing; a power of two, at most half full. */
  #slots: (Instruction | undefined)[];
  #size = 0;

  constructor(from?: InstructionTable) {
    this.#slots = from === undefined ? new Array<undefined>(64).fill(undefined) : from.#slots.slice();
    this.#size = from === undefined ? 0 : from.#size;
  }

  /** The value of the instruction that does the same, or NO_VALUE. */
  find(op: CoreName, args: readonly ValueId[], immediate: ImmediateValue): ValueId {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = hash(op, args, immediate) & mask;
    for (let found = slots[at]; found !== undefined; found = slots[at]) {
      if (found.op === op && sameIds(found.args, args) && sameImmediate(found.immediate, immediate)) return found.id;
      at = (at + 1) & mask;
    }
    return NO_VALUE;
  }

  /** Adds an instruction that {@link find} has not found. */
  add(instruction: Instruction): void {
    if (++this.#size * 2 > this.#slots.length) this.#grow();
    this.#put(instruction);
  }

  #put(instruction: Instruction): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = hash(instruction.op, instruction.args, instruction.immediate) & mask;
    while (slots[at] !== undefined) at = (at + 1) & mask;
    slots[at] = instruction;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Array<undefined>(old.length * 2).fill(undefined);
    for (const instruction of old) if (instruction !== undefined) this.#put(instruction);
  }
}

function hash(op: CoreName, args: readonly ValueId[], immediate: ImmediateValue): number {
  let code = core(op).number;
  for (let index = 0; index < args.length; index++) code = Math.imul(code, 31) + args[index];
  switch (typeof immediate) {
    case "number":
    case "bigint":
      code = Math.imul(code, 31) + (Number(immediate) | 0);
      break;
    case "object":
      if ("offset" in immediate) code = Math.imul(code, 31) + immediate.offset;
      break;
    case "string":
      code = Math.imul(code, 31) + immediate.length;
      break;
  }
  code = Math.imul(code, 0x9e3779b1);
  return code ^ (code >>> 15);
}

export function sameIds(a: readonly ValueId[], b: readonly ValueId[]): boolean {
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}

/** Whether two immediates of one operation are the same; those of `new` only if they are one object. */
function sameImmediate(a: ImmediateValue, b: ImmediateValue): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || !("alias" in a) || !("alias" in b)) return false;
  const [one, other]: readonly Field[] = [a, b];
  return one.offset === other.offset && one.alias === other.alias;
}
