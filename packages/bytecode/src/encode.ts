import type { Item, Position } from "./assembler.js";
import type { HandlerRange, PositionRange } from "./code-unit.js";
import { MAX_ARGUMENT, MIN_ARGUMENT, sizeOf } from "./instruction-set.js";

/** The low bits of an instruction's word hold the opcode, the others the argument, signed. */
export const ARGUMENT_SHIFT = 8;
export const OPCODE_MASK = 0xff;

/** What {@link encode} makes. */
interface Encoded {
  readonly code: Int32Array;
  readonly handlers: readonly HandlerRange[];
  readonly positions: readonly PositionRange[];
}

/** Lays instructions out in words. All of `items` are instructions, and their labels and handlers are among them. */
export function encode(items: readonly Item[]): Encoded {
  const offsets = new Int32Array(items.length + 1);
  items.forEach(({ instruction }, index) => {
    offsets[index + 1] = offsets[index] + (instruction === null ? 0 : sizeOf(instruction));
  });
  const code = new Int32Array(offsets[items.length]);
  items.forEach(({ instruction, argument, target }, index) => {
    const value = target === null ? argument : offsets[target.index] - offsets[index];
    if (value < MIN_ARGUMENT || value > MAX_ARGUMENT)
      throw new RangeError("the code is too long: a jump has more than 24 bits");
    code[offsets[index]] = (value << ARGUMENT_SHIFT) | (instruction?.opcode ?? 0);
  });
  return { code, handlers: handlerRanges(items, offsets), positions: positionRanges(items, offsets) };
}

function handlerRanges(items: readonly Item[], offsets: Int32Array): HandlerRange[] {
  const ranges: HandlerRange[] = [];
  for (let index = 0; index < items.length; ) {
    const { handler } = items[index];
    const start = index;
    while (index < items.length && items[index].handler === handler) index++;
    if (handler === null) continue;
    ranges.push({
      start: offsets[start],
      end: offsets[index],
      target: offsets[handler.label.index],
      depth: handler.depth,
    });
  }
  return ranges;
}

function positionRanges(items: readonly Item[], offsets: Int32Array): PositionRange[] {
  const ranges: PositionRange[] = [];
  for (let index = 0; index < items.length; ) {
    const { position } = items[index];
    const start = index;
    while (index < items.length && samePosition(items[index].position, position)) index++;
    if (position !== null) ranges.push({ start: offsets[start], end: offsets[index], ...position });
  }
  return ranges;
}

function samePosition(a: Position | null, b: Position | null): boolean {
  if (a === b) return true;
  return (
    a !== null &&
    b !== null &&
    a.line === b.line &&
    a.column === b.column &&
    a.endLine === b.endLine &&
    a.endColumn === b.endColumn
  );
}
