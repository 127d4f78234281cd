import type { Memory, Word } from "@hotpy/memory";
import type { Allocator } from "../allocator.js";
import { headerWord } from "../header.js";
import { BOX_VALUE, SHAPE_FLOAT } from "../layouts.js";

/** Boxed floats. Their arithmetic and text are plain functions of numbers, exported beside this. */
export interface Floats {
  isFloat(word: Word): boolean;
  /** A fresh float object. */
  create(value: number): Word;
  /** The double of a float object. */
  value(word: Word): number;
}

const FLOAT_BYTES = 16;

export function createFloats(memory: Memory, allocator: Allocator): Floats {
  const { i32, f64 } = memory;
  return {
    isFloat: (word) => (word & 1) === 0 && word !== 0 && i32[word >>> 2] >>> 8 === SHAPE_FLOAT,
    create(value) {
      const object = allocator.allocate(FLOAT_BYTES);
      i32[object >>> 2] = headerWord(SHAPE_FLOAT);
      i32[(object >>> 2) + 1] = 0;
      f64[(object + BOX_VALUE) >>> 3] = value;
      return object;
    },
    value: (word) => f64[(word + BOX_VALUE) >>> 3],
  };
}
