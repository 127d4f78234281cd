import type { CodeUnit } from "./code-unit.js";
import { type Decoded, decode } from "./decode.js";
import { type Instruction, type InstructionSet, sizeOf } from "./instruction-set.js";

/**
 * Which locals may still be read. A trace need not keep, and an exit need not rebuild, a local that every path writes
 * before it reads it: without this every exit of a loop would box the temporaries of the iteration before.
 * Backward data flow over the instructions (any compiler textbook); a handler is a successor of all that it protects.
 */
export interface LocalLiveness {
  /** Whether the local slot may be read from the instruction at this word offset on, that instruction included. */
  isLive(offset: number, slot: number): boolean;
  /**
   * Whether the local slot may be read while the frame waits for a call that returns to the instruction at this word offset: from there
   * on, by a handler of what the call may raise, or where the instruction that waits may jump to (a loop whose generator ends).
   */
  isLiveDuringCall(offset: number, slot: number): boolean;
}

/** Code as liveness sees it: a unit, or what a loader keeps of one. */
export interface LivenessSource extends Pick<CodeUnit, "handlers"> {
  readonly code: Int32Array;
  /** Local slots: arguments, locals, cells. */
  readonly localCount: number;
}

/** A set of local slots, 32 to a word. */
type Slots = Uint32Array;

export function computeLiveness(source: LivenessSource, set: InstructionSet): LocalLiveness {
  const instructions = [...decode(source.code, set)].map((decoded) => ({
    ...decoded,
    instruction: plainForm(decoded.instruction, set),
  }));
  const indexOf = new Map(instructions.map(({ offset }, index) => [offset, index]));
  const words = (source.localCount + 31) >>> 5;
  const live: Slots[] = instructions.map(() => new Uint32Array(words));
  const successors = instructions.map((instruction) => successorsOf(instruction, source, indexOf));

  for (let changed = true; changed; ) {
    changed = false;
    for (let index = instructions.length - 1; index >= 0; index--) {
      const next = new Uint32Array(words);
      for (const successor of successors[index].normal) union(next, live[successor]);
      transfer(instructions[index], next);
      // The exception may come before the instruction has written anything.
      for (const handler of successors[index].handlers) union(next, live[handler]);
      if (next.some((word, at) => word !== live[index][at])) {
        live[index] = next;
        changed = true;
      }
    }
  }

  function isLive(offset: number, slot: number): boolean {
    const index = indexOf.get(offset);
    if (index === undefined) throw new RangeError(`no instruction starts at word ${offset}`);
    return (live[index][slot >>> 5] & (1 << (slot & 31))) !== 0;
  }

  /** Where instructions may jump to, by the offset behind them. */
  const jumps = new Map<number, number>();
  for (const { offset, instruction, argument } of instructions)
    if (instruction.operand === "jump") jumps.set(offset + sizeOf(instruction), offset + argument);

  function isLiveAfterJump(offset: number, slot: number): boolean {
    const target = jumps.get(offset);
    return target !== undefined && indexOf.has(target) && isLive(target, slot);
  }

  return {
    isLive,
    isLiveDuringCall: (offset, slot) =>
      isLive(offset, slot) ||
      isLiveAfterJump(offset, slot) ||
      source.handlers.some(({ start, end, target }) => start < offset && offset <= end && isLive(target, slot)),
  };
}

/** The parts of a superinstruction stand behind it; a quickened form means what it specialises. */
function plainForm(instruction: Instruction, set: InstructionSet): Instruction {
  const plain = instruction.fuses?.[0] ?? instruction.specialises;
  return plain === undefined ? instruction : plainForm(set.get(plain) as Instruction, set);
}

function successorsOf(
  { offset, instruction, argument }: Decoded,
  source: LivenessSource,
  indexOf: ReadonlyMap<number, number>,
): { normal: readonly number[]; handlers: readonly number[] } {
  const normal: number[] = [];
  const add = (to: number): void => {
    const index = indexOf.get(to);
    if (index !== undefined) normal.push(index);
  };
  if (instruction.operand === "jump") add(offset + argument);
  if (!instruction.terminal) add(offset + sizeOf(instruction));
  const handlers = source.handlers
    .filter(({ start, end }) => start <= offset && offset < end)
    .map(({ target }) => indexOf.get(target) as number);
  return { normal, handlers };
}

/** From what is live after the instruction to what is live before it. */
function transfer({ instruction, argument }: Decoded, live: Slots): void {
  const isWrite = instruction.operand === "local" && instruction.writesLocal === true;
  if (isWrite) live[argument >>> 5] &= ~(1 << (argument & 31));
  else if (instruction.operand === "local") add(live, argument);
  for (const slot of instruction.readsLocals ?? []) if (slot >>> 5 < live.length) add(live, slot);
}

function add(live: Slots, slot: number): void {
  live[slot >>> 5] |= 1 << (slot & 31);
}

function union(into: Slots, other: Slots): void {
  for (let at = 0; at < into.length; at++) into[at] |= other[at];
}
