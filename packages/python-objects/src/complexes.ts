import type { Word } from "@hotpy/memory";
import { BOX_VALUE, FLAG_PINNED, headerWord } from "@hotpy/object-model";
import type { Storage } from "./context.js";
import { COMPLEX_IMAGINARY, SHAPE_COMPLEX } from "./layouts.js";

/** A complex number. */
export interface Complex {
  readonly real: number;
  readonly imag: number;
}

/** Objects of exactly type complex. All leaf. */
export interface Complexes {
  isComplex(word: Word): boolean;
  value(word: Word): Complex;
  create(value: Complex): Word;
  /** The same where objects neither move nor die. */
  immortal(value: Complex): Word;
}

const COMPLEX_BYTES = 24;

export function createComplexes({ memory, heap }: Pick<Storage, "memory" | "heap">): Complexes {
  const { i32, f64 } = memory;

  function fill(object: Word, flags: number, { real, imag }: Complex): Word {
    i32[object >>> 2] = headerWord(SHAPE_COMPLEX, flags);
    i32[(object >>> 2) + 1] = 0;
    f64[(object + BOX_VALUE) >>> 3] = real;
    f64[(object + COMPLEX_IMAGINARY) >>> 3] = imag;
    return object;
  }

  return {
    isComplex: (word) => (word & 1) === 0 && word !== 0 && i32[word >>> 2] >>> 8 === SHAPE_COMPLEX,
    value: (word) => ({ real: f64[(word + BOX_VALUE) >>> 3], imag: f64[(word + COMPLEX_IMAGINARY) >>> 3] }),
    create: (value) => fill(heap.allocate(COMPLEX_BYTES), 0, value),
    immortal: (value) => fill(heap.allocateImmortal(COMPLEX_BYTES), FLAG_PINNED, value),
  };
}
