import { type Lir, type LirFunction, type LirType, type Reg, visitReads, visitWrites } from "../lir/lir.js";

/// Which local holds which register. V8's baseline compiler clears all locals of a function whenever it is called, and a
/// tree with many bridges has thousands of registers, few of which live at a time: registers whose lives do not overlap
/// share a local.

/** Locals of a function by register, and how many there are beside the parameters, by type in the order of their indices. */
export interface LocalAssignment {
  readonly locals: Int32Array;
  readonly groups: readonly (readonly [LirType, number])[];
}

/** @param needsLocal whether a register that is no parameter lies in a local at all */
export function assignLocals(
  fn: LirFunction,
  { opened, start, end }: RegisterUses,
  needsLocal: (register: Reg) => boolean,
): LocalAssignment {
  const parameters = fn.signature.params.length;
  const locals = new Int32Array(fn.registers.length);
  for (let register = 0; register < parameters; register++) locals[register] = register;
  const groups: (readonly [LirType, number])[] = [];
  const shared = opened.filter((register) => register >= parameters && needsLocal(register));
  const closed = byEnd(shared, end);
  let next = parameters;
  for (const type of ["i32", "i64", "f64"] as const) {
    const first = next;
    const free: number[] = [];
    const closing = closed.filter((register) => fn.registers[register] === type);
    let released = 0;
    for (const register of shared) {
      if (fn.registers[register] !== type) continue;
      for (; end[closing[released]] < start[register]; released++) free.push(locals[closing[released]]);
      locals[register] = free.pop() ?? next++;
    }
    if (next > first) groups.push([type, next - first]);
  }
  return { locals, groups };
}

/** Registers by the end of their lives: as numbers, which sort without a call for each comparison. */
function byEnd(registers: readonly Reg[], end: Int32Array): readonly Reg[] {
  const count = end.length;
  const keys = new Float64Array(registers.length);
  for (let index = 0; index < registers.length; index++) keys[index] = end[registers[index]] * count + registers[index];
  return Array.from(keys.sort(), (key) => key % count);
}

/**
 * How a function uses its registers. A life goes from the first to the last point where the register is used, points being
 * numbered as the code stands.
 */
export interface RegisterUses {
  /** How often each is read and written. */
  readonly reads: Int32Array;
  readonly writes: Int32Array;
  /** The constants that are put into registers. */
  readonly constants: readonly (ConstInstruction | undefined)[];
  /** The registers that are used, by their first point. */
  readonly opened: readonly Reg[];
  readonly start: Int32Array;
  readonly end: Int32Array;
}

export type ConstInstruction = Extract<Lir, { op: "const" }>;

export function findUses(fn: LirFunction): RegisterUses {
  const reads = new Int32Array(fn.registers.length);
  const writes = new Int32Array(fn.registers.length);
  const constants = new Array<ConstInstruction | undefined>(fn.registers.length).fill(undefined);
  const start = new Int32Array(fn.registers.length).fill(-1);
  const end = new Int32Array(fn.registers.length);
  const opened: Reg[] = [];
  /** The loops around the present point: where they begin, and the registers from before that they use. */
  const loops: { readonly first: number; readonly carried: Set<Reg> }[] = [];
  let point = 0;

  function use(register: Reg, isRead: boolean): void {
    if (start[register] < 0) {
      // Read before it is written: it counts on what it holds at the start.
      start[register] = isRead ? 0 : point;
      opened.push(register);
    }
    end[register] = point;
    for (const loop of loops) if (start[register] < loop.first) loop.carried.add(register);
  }
  const read = (register: Reg): void => {
    reads[register]++;
    use(register, true);
  };
  const write = (register: Reg): void => {
    writes[register]++;
    use(register, false);
  };

  function walk(body: readonly Lir[]): void {
    for (const instruction of body) {
      // An instruction reads all that it reads before it writes.
      visitReads(instruction, read);
      point++;
      visitWrites(instruction, write);
      point++;
      if (instruction.op === "const") constants[instruction.dst] = instruction;
      else if (instruction.op === "if") {
        walk(instruction.then);
        walk(instruction.else);
      } else if (instruction.op === "loop") walkLoop(instruction.body);
    }
  }

  /** What lives when a loop begins and is used within lives until the loop ends. */
  function walkLoop(body: readonly Lir[]): void {
    const carried = new Set<Reg>();
    loops.push({ first: point, carried });
    walk(body);
    loops.pop();
    for (const register of carried) end[register] = point;
    point++;
  }

  walk(fn.body);
  opened.sort((a, b) => start[a] - start[b]);
  return { reads, writes, constants, opened, start, end };
}
