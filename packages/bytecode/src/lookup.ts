import type { CodeUnit, HandlerRange, PositionRange } from "./code-unit.js";

/**
 * The range that handles an exception raised by the instruction at a word offset, or null.
 * Ranges are disjoint: each instruction has one handler, whose code has its own.
 */
export function handlerAt(unit: Pick<CodeUnit, "handlers">, offset: number): HandlerRange | null {
  return rangeAt(unit.handlers, offset);
}

/** The source position of the instruction at a word offset, or null if it has none. */
export function positionAt(unit: Pick<CodeUnit, "positions">, offset: number): PositionRange | null {
  return rangeAt(unit.positions, offset);
}

/** Binary search among disjoint ranges in order of start. */
function rangeAt<R extends { readonly start: number; readonly end: number }>(
  ranges: readonly R[],
  offset: number,
): R | null {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranges[middle].end <= offset) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low].start <= offset ? ranges[low] : null;
}
