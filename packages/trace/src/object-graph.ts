/// Objects as text that does not depend on addresses: equal texts mean equal graphs, sharing and cycles included. Used
/// to compare executors in check mode, and traces before and after a pass.

import { FALSE, isSmall, type Memory, NONE, NULL, TRUE, untagSmall, type Word } from "@hotpy/memory";
import {
  BOX_VALUE,
  SHAPE_FLOAT,
  SHAPE_INT64,
  SHAPE_LAYOUT_FIELD,
  SHAPE_RECORD_BYTES,
  shapeIdOf,
  TAIL_BYTES,
  TAIL_WORDS,
} from "@hotpy/object-model";

/** Options of {@link createObjectPrinter}. */
export interface ObjectPrinterOptions {
  /** Objects nested deeper than this are named by shape only. Default: no limit. */
  readonly depth?: number;
}

/** Prints words; objects are numbered in order of first mention over all calls. */
export function createObjectPrinter(
  memory: Memory,
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
    if (level >= depth) return `shape${shape}(…)`;
    numbers.set(object, numbers.size);
    return `object${numbers.size - 1}=shape${shape}(${printFields(object, shape, level + 1).join(" ")})`;
  }

  function printFields(object: Word, shape: number, level: number): string[] {
    const packed = i32[(memory.shapes.start + shape * SHAPE_RECORD_BYTES + SHAPE_LAYOUT_FIELD) >>> 2];
    const [fixedWords, refStart, refEnd, tail] = [
      packed & 255,
      (packed >>> 8) & 255,
      (packed >>> 16) & 255,
      packed >>> 24,
    ];
    const first = object >>> 2;
    const parts: string[] = [];
    for (let index = 2; index < fixedWords; index++) {
      parts.push(index >= refStart && index < refEnd ? print(i32[first + index], level) : `raw:${i32[first + index]}`);
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
