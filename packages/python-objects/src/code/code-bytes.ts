/// Code as programs see it: `co_code`, and the tables of handlers and positions that go with it. An instruction takes two bytes, with what extends a large
/// argument before it; inline caches take none.

import {
  BytecodeError,
  type CodeUnit,
  type Constant,
  type HandlerRange,
  type InstructionSet,
  instructionsByOpcode,
  jumpEffect,
  type PositionRange,
  popsOf,
  pushesOf,
  verify,
} from "@hotpy/bytecode";
import { decodeLines, encodeLines, type LineEntry } from "./line-table.js";
import { EXTENDED_ARG, leadsBack, SHOWN_INSTRUCTIONS, SHOWN_OPCODES, type Shown } from "./shown-instructions.js";

export interface CodeBytes {
  readonly bytes: Uint8Array;
  /** Where the instruction of each word begins, of its caches too, and the end. */
  readonly offsets: Int32Array;
  readonly exceptionTable: Uint8Array;
  readonly lineTable: Uint8Array;
}

/** Where execution goes on; "worst": where the stack is deeper. */
export type StackPath = "next" | "jump" | "worst";

export interface CodeView {
  of(unit: CodeUnit): CodeBytes;
  /** The word of the instruction that begins at an offset in the bytes, or before it. */
  wordAt(unit: CodeUnit, offset: number): number;
  /** The words of code that is shown by these bytes; undefined: it is not. */
  wordsOf(bytes: Uint8Array): Int32Array | undefined;
  /** The tables of a unit whose words are its own, as these bytes say. */
  handlersOf(unit: CodeUnit, table: Uint8Array): HandlerRange[];
  positionsOf(unit: CodeUnit, table: Uint8Array): PositionRange[];
  /** By how much an instruction changes the depth of the stack; undefined: there is none of this number. */
  stackEffect(opcode: number, argument: number, path: StackPath): number | undefined;
  /** Whether the instructions make sense, but for those of code within it. */
  isSound(unit: CodeUnit): boolean;
}

/** An instruction, and where it stands. */
interface Place {
  readonly at: number;
  readonly shown: Shown;
  readonly argument: number;
  /** Bytes that it takes. */
  size: number;
}

const BYTES = 2;

export function createCodeView(instructions: InstructionSet): CodeView {
  const forms: { name: string; caches: number }[] = [];
  for (const [name, { opcode, caches, fuses, specialises }] of instructions) {
    const first = fuses?.[0] ?? specialises ?? name;
    forms[opcode] = { name: first, caches };
  }
  const made = new WeakMap<CodeUnit, CodeBytes>();

  function decode({ code }: CodeUnit): Place[] {
    const places: Place[] = [];
    for (let at = 0; at < code.length; ) {
      const { name, caches } = forms[code[at] & 255];
      const argument = code[at] >> 8;
      places.push({
        at,
        shown: SHOWN_INSTRUCTIONS.get(name) ?? { name: "NOP", operand: "none" },
        argument,
        size: BYTES,
      });
      at += 1 + caches;
    }
    return places;
  }

  function nameOf({ shown, argument }: Place): string {
    const { other } = shown;
    return other !== undefined && (other[0] === "back" ? argument < 0 : argument === other[0]) ? other[1] : shown.name;
  }

  function argumentOf(place: Place, offsets: Int32Array): number {
    const { shown, argument, at, size } = place;
    if (shown.operand === "none") return 0;
    if (shown.operand !== "jump") return shown.argument === undefined ? argument : shown.argument(argument);
    const distance = (offsets[at + argument] - offsets[at] - size) / BYTES;
    return leadsBack(nameOf(place)) ? -distance : distance;
  }

  function placeAll(places: readonly Place[], offsets: Int32Array): void {
    let offset = 0;
    for (const [index, { at, size }] of places.entries()) {
      offsets.fill(offset, at, places[index + 1]?.at ?? offsets.length);
      offset += size;
    }
    offsets[offsets.length - 1] = offset;
  }

  function make(unit: CodeUnit): CodeBytes {
    const places = decode(unit);
    const offsets = new Int32Array(unit.code.length + 1);
    // Sizes depend on distances and these on sizes, which only grow.
    for (let isStable = false; !isStable; ) {
      placeAll(places, offsets);
      isStable = true;
      for (const place of places) {
        const size = sizeOf(argumentOf(place, offsets));
        if (size <= place.size) continue;
        place.size = size;
        isStable = false;
      }
    }
    const bytes = new Uint8Array(offsets[offsets.length - 1]);
    for (const place of places) {
      const argument = argumentOf(place, offsets);
      let to = offsets[place.at];
      for (let rest = place.size / BYTES - 1; rest >= 0; rest--, to += BYTES) {
        bytes[to] = rest > 0 ? EXTENDED_ARG : (SHOWN_OPCODES.get(nameOf(place))?.opcode ?? 0);
        bytes[to + 1] = argument >> (8 * rest);
      }
    }
    return {
      bytes,
      offsets,
      exceptionTable: tableOf(unit, offsets),
      lineTable: encodeLines(linesOf(unit, offsets), unit.firstLine),
    };
  }

  function of(unit: CodeUnit): CodeBytes {
    const before = made.get(unit);
    if (before !== undefined) return before;
    const result = make(unit);
    made.set(unit, result);
    return result;
  }

  function wordAt(unit: CodeUnit, offset: number): number {
    const { offsets } = of(unit);
    // Of several words of one instruction the first.
    const found = offsets.findIndex((each, word) => each <= offset && (offsets[word + 1] ?? Infinity) > offset);
    return found < 0 ? unit.code.length : offsets.indexOf(offsets[found]);
  }

  /** By shown name, and argument where it says which of several is meant. */
  const owns = new Map<string, { readonly opcode: number; readonly caches: number; readonly form: Shown }>();
  for (const [name, form] of SHOWN_INSTRUCTIONS) {
    const instruction = instructions.get(name);
    if (instruction === undefined) continue;
    const own = { opcode: instruction.opcode, caches: instruction.caches, form };
    const names = form.other === undefined ? [form.name] : [form.name, form.other[1]];
    for (const each of names) {
      if (form.name !== "BINARY_OP" && form.name !== "COMPARE_OP") {
        // A jump back is the one that a loop ends with.
        if (each !== "JUMP_BACKWARD" || name === "jump_back") owns.set(each, own);
        continue;
      }
      for (const flags of [0, 1]) owns.set(`${each} ${form.argument?.(flags)}`, own);
    }
  }
  const byOpcode = instructionsByOpcode(instructions);
  const shownNames = new Map([...SHOWN_OPCODES].map(([name, { opcode }]) => [opcode, name]));

  function ownArgument(name: string, form: Shown, argument: number): number {
    if (name === "LOAD_GLOBAL") return argument >> 1;
    if (name === "BINARY_OP") return form.argument?.(0) === argument ? 0 : 1;
    if (form.operand === "none") return form.other?.[1] === name ? (form.other[0] as number) : 0;
    return name === "COPY" || name === "SWAP" || name === "COMPARE_OP" ? 0 : argument;
  }

  function wordsOf(bytes: Uint8Array): Int32Array | undefined {
    const words: number[] = [];
    const jumps: { at: number; to: number }[] = [];
    const places = new Map<number, number>();
    for (let from = 0; from < bytes.length; from += BYTES) {
      places.set(from, words.length);
      let argument = bytes[from + 1];
      for (; bytes[from] === EXTENDED_ARG; from += BYTES) argument = (argument << 8) | bytes[from + BYTES + 1];
      const name = shownNames.get(bytes[from]);
      const own = name === undefined ? undefined : (owns.get(name) ?? owns.get(`${name} ${argument}`));
      if (name === undefined || own === undefined) return undefined;
      if (own.form.operand === "jump")
        jumps.push({ at: words.length, to: from + BYTES + argument * BYTES * (leadsBack(name) ? -1 : 1) });
      words.push((ownArgument(name, own.form, argument) << 8) | own.opcode);
      for (let cache = 0; cache < own.caches; cache++) words.push(0);
    }
    for (const { at, to } of jumps) {
      const target = places.get(to);
      if (target === undefined) return undefined;
      words[at] = ((target - at) << 8) | (words[at] & 255);
    }
    return Int32Array.from(words);
  }

  return {
    of,
    wordAt,
    wordsOf,
    handlersOf(unit, table) {
      const handlers: HandlerRange[] = [];
      let at = 0;
      const number = (): number => {
        let value = 0;
        for (;;) {
          const byte = table[at++] ?? 0;
          value = value * 64 + (byte & 63);
          if ((byte & 64) === 0) return value;
        }
      };
      while (at < table.length) {
        const [from, size, target, depth] = [number(), number(), number(), number()];
        handlers.push({
          start: wordAt(unit, from * BYTES),
          end: wordAt(unit, (from + size) * BYTES),
          target: wordAt(unit, target * BYTES),
          depth: depth >> 1,
        });
      }
      return handlers;
    },
    positionsOf(unit, table) {
      const positions: PositionRange[] = [];
      let offset = 0;
      for (const { units, ...place } of decodeLines(table, unit.firstLine)) {
        const [start, end] = [wordAt(unit, offset), wordAt(unit, offset + units * BYTES)];
        if (place.line >= 0 && end > start) positions.push({ start, end, ...place });
        offset += units * BYTES;
      }
      return positions;
    },
    stackEffect(opcode, argument, path) {
      const name = shownNames.get(opcode);
      if (name === undefined) return undefined;
      if (name === "CACHE" || name === "EXTENDED_ARG") return 0;
      const own = owns.get(name) ?? owns.get(`${name} ${argument}`);
      const instruction = own === undefined ? undefined : byOpcode[own.opcode];
      if (own === undefined || instruction === undefined) return undefined;
      const operand = ownArgument(name, own.form, argument);
      const next = pushesOf(instruction, operand) - popsOf(instruction, operand);
      const jump = instruction.operand === "jump" ? jumpEffect(instruction, operand) : next;
      return path === "next" ? next : path === "jump" ? jump : Math.max(next, jump);
    },
    isSound(unit) {
      const constants = unit.constants.map((each): Constant => (each.kind === "code" ? { kind: "none" } : each));
      try {
        verify({ ...unit, constants }, instructions);
        return true;
      } catch (error) {
        if (error instanceof BytecodeError) return false;
        throw error;
      }
    },
  };
}

function linesOf({ positions }: CodeUnit, offsets: Int32Array): LineEntry[] {
  const entries: LineEntry[] = [];
  let offset = 0;
  const skip = (to: number): void => {
    if (to > offset) entries.push({ units: (to - offset) / BYTES, line: -1, endLine: -1, column: -1, endColumn: -1 });
  };
  for (const { start, end, line, endLine, column, endColumn } of positions) {
    skip(offsets[start]);
    offset = offsets[end];
    if (offset > offsets[start])
      entries.push({ units: (offset - offsets[start]) / BYTES, line, endLine, column, endColumn });
  }
  skip(offsets[offsets.length - 1]);
  return entries;
}

const sizeOf = (argument: number): number =>
  argument < 0 ? 4 * BYTES : argument < 2 ** 8 ? BYTES : argument < 2 ** 16 ? 2 * BYTES : 3 * BYTES;

/** Each entry: start, size, target, and the depth with a bit; six bits to a byte, the most significant first, the first byte marked. */
function tableOf({ handlers }: CodeUnit, offsets: Int32Array): Uint8Array {
  const table: number[] = [];
  function add(value: number, mark: number): void {
    const digits = [value & 63];
    for (let rest = value >> 6; rest > 0; rest >>= 6) digits.unshift(rest & 63);
    digits.forEach((digit, index) =>
      table.push(digit | (index < digits.length - 1 ? 64 : 0) | (index === 0 ? mark : 0)),
    );
  }
  for (const { start, end, target, depth } of handlers) {
    const [from, to] = [offsets[start] / BYTES, offsets[end] / BYTES];
    if (to <= from) continue;
    add(from, 128);
    add(to - from, 0);
    add(offsets[target] / BYTES, 0);
    add(depth << 1, 0);
  }
  return Uint8Array.from(table);
}
