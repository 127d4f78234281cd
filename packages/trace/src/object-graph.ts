/// Objects as text that does not depend on addresses: equal texts mean equal graphs, sharing and cycles included. Used
/// to compare executors in check mode, and traces before and after a pass.

import { FALSE, isSmall, type Memory, NONE, NULL, TRUE, untagSmall, type Word } from "@hotpy/memory";
import {
  BOX_VALUE,
  fieldAt,
  type Layout,
  SHAPE_FLOAT,
  SHAPE_INT64,
  type ShapeTable,
  shapeIdOf,
  TAIL_BYTES,
  TAIL_WORDS,
} from "@hotpy/object-model";

/** Options of {@link createObjectPrinter}. */
export interface ObjectPrinterOptions {
  /** Objects nested deeper than this are named by shape only. Default: no limit. */
  readonly depth?: number;
}

/** Prints words, the fields of objects by name; objects are numbered in order of first mention over all calls. */
export function createObjectPrinter(
  memory: Memory,
  layoutOf: ShapeTable["layout"],
  { depth = Infinity }: ObjectPrinterOptions = {},
): (word: Word) => string {
  const { i32, u8, i64, f64 } = memory;
  const numbers = new Map<Word, number>();

  function print(word: Word, level: number): string {
    if (isSmall(word)) return `${untagSmall(word)}`;
    switch (word) {
      case NULL:
        return "NULL";
      case NONE:
        return "None";
      case TRUE:
        return "True";
      case FALSE:
        return "False";
      default:
        return printObject(word, level);
    }
  }

  function printObject(object: Word, level: number): string {
    const shape = shapeIdOf(memory, object);
    // Integers and floats are values: how many boxes hold one does not show.
    if (shape === SHAPE_INT64) return `${i64[(object + BOX_VALUE) >>> 3]}`;
    if (shape === SHAPE_FLOAT) return printFloat(f64[(object + BOX_VALUE) >>> 3]);
    if (object >>> 0 < memory.heap.start) return `immortal@${object >>> 0}`;
    const known = numbers.get(object);
    if (known !== undefined) return `object${known}`;
    const layout = layoutOf(shape);
    if (layout === undefined) throw new Error(`no objects have the shape ${shape}`);
    const name = `${layout.name}#${shape}`;
    if (level >= depth) return `${name}(…)`;
    numbers.set(object, numbers.size);
    return `object${numbers.size - 1}=${name}(${printFields(object, layout, level + 1).join(" ")})`;
  }

  function printFields(object: Word, layout: Layout, level: number): string[] {
    const { fixedWords, refStart, refEnd, tail } = layout;
    const first = object >>> 2;
    const parts: string[] = [];
    for (let index = 2; index < fixedWords; index++) {
      const word = i32[first + index];
      const value = index >= refStart && index < refEnd ? print(word, level) : `raw:${word}`;
      parts.push(`${fieldAt(layout, 4 * index)?.alias ?? 4 * index}=${value}`);
    }
    const size = i32[first + 1];
    if (tail === TAIL_WORDS)
      for (let index = 0; index < size; index++) parts.push(print(i32[first + fixedWords + index], level));
    if (tail === TAIL_BYTES)
      parts.push(`bytes:${u8.slice((first + fixedWords) * 4, (first + fixedWords) * 4 + size).join()}`);
    return parts;
  }

  return (word) => print(word, 0);
}

const printFloat = (value: number): string =>
  Object.is(value, -0) ? "-0.0" : Number.isInteger(value) ? `${value}.0` : `${value}`;
