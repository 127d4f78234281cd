import { NULL, type Word } from "@hotpy/memory";
import { defineFields, ITERATOR_INDEX, ITERATOR_SEQUENCE, layoutOf, mutable } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import { ARRAY, ARRAY_BYTES, ARRAY_CODE, SHAPE_BYTEARRAY } from "@hotpy/python-objects";
import type { TypeCode } from "./items.js";

const ARRAY_ITERATOR = defineFields("array.arrayiterator", {
  index: mutable("i32", ITERATOR_INDEX),
  sequence: mutable("word", ITERATOR_SEQUENCE),
});

/** Objects of exactly the type `array.array` in memory. All leaf; addresses are dead after a safepoint. */
export interface Arrays {
  readonly shape: number;
  readonly iteratorShape: number;
  isArray(word: Word): boolean;
  create(code: TypeCode): Word;
  codeOf(array: Word): TypeCode;
  /** The bytearray that holds the items. */
  bytesOf(array: Word): Word;
  /** Address of the first item. */
  data(array: Word): number;
  /** Number of items. */
  count(array: Word): number;
}

export function createArrays({ realm }: Library, codes: ReadonlyMap<string, TypeCode>): Arrays {
  const { bytes, shapes } = realm;
  const { i32 } = realm.memory;
  const shape = shapes.define(layoutOf("array", ARRAY), NULL);
  realm.pythonKernel.setArrayShape(shape);
  const byNumber = new Map([...codes.values()].map((code) => [code.letter.charCodeAt(0), code]));

  const codeOf = (array: Word): TypeCode => byNumber.get(i32[(array + ARRAY_CODE) >>> 2]) as TypeCode;
  const bytesOf = (array: Word): Word => i32[(array + ARRAY_BYTES) >>> 2];
  return {
    shape,
    iteratorShape: shapes.define(layoutOf("array-iterator", ARRAY_ITERATOR), NULL),
    isArray: (word) => (word & 1) === 0 && word !== NULL && i32[word >>> 2] >>> 8 === shape,
    create(code) {
      const store = bytes.create(SHAPE_BYTEARRAY, 0);
      const array = realm.object(shape);
      i32[(array + ARRAY_CODE) >>> 2] = code.letter.charCodeAt(0);
      i32[(array + ARRAY_BYTES) >>> 2] = store;
      return array;
    },
    codeOf,
    bytesOf,
    data: (array) => bytes.data(bytesOf(array)) >>> 0,
    count: (array) => bytes.size(bytesOf(array)) / codeOf(array).size,
  };
}
