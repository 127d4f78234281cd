import { createReferents } from "@hotpy/gc";
import { type Address, NULL, type Word } from "@hotpy/memory";
import {
  SHAPE_BIGINT,
  SHAPE_BOOL,
  SHAPE_CODE,
  SHAPE_DICT,
  SHAPE_FLOAT,
  SHAPE_INT64,
  SHAPE_LIST,
  SHAPE_NONE,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR2,
  SHAPE_STR4,
  SHAPE_TUPLE,
} from "@hotpy/object-model";
import type { UpToValues } from "../context.js";
import { SHAPE_BYTE_STRING, SHAPE_COMPLEX } from "../layouts.js";

/** What objects refer to, for `gc`. All leaf. */
export interface References {
  /** Whether an object is one of those that can refer to others. */
  isContainer(word: Word): boolean;
  /** All containers that can be reached. Takes time for all that lives. */
  containers(): Word[];
  /** The objects to which one refers, in CPython's order for lists, tuples and dicts. */
  referents(object: Word): Word[];
}

/** Objects of these refer to no others. */
const PLAIN: ReadonlySet<number> = new Set([
  SHAPE_BIGINT,
  SHAPE_BOOL,
  SHAPE_BYTE_STRING,
  SHAPE_CODE,
  SHAPE_COMPLEX,
  SHAPE_FLOAT,
  SHAPE_INT64,
  SHAPE_NONE,
  SHAPE_STR1,
  SHAPE_STR2,
  SHAPE_STR4,
  SHAPE_STR_VIEW,
]);

export function createReferences({ memory, heap, types, dicts, strings }: UpToValues): References {
  const { i32 } = memory;
  const visitReferents = createReferents(memory);
  const shapeOf = (word: Word): number => i32[word >>> 2] >>> 8;
  const isObject = (word: Word): boolean => (word & 1) === 0 && word !== NULL;
  /** Arrays and tables belong to the object that holds them, and have no type. */
  const isPart = (word: Address): boolean => types.typeOf(word) === NULL;
  const isContainer = (word: Word): boolean => isObject(word) && !PLAIN.has(shapeOf(word)) && !isPart(word);

  function referents(object: Word): Word[] {
    const found: Word[] = [];
    const add = (word: Word): void => {
      if (!isObject(word)) {
        if ((word & 1) !== 0) found.push(word);
      } else if (isPart(word)) visitReferents(word, add);
      else found.push(word);
    };
    if (!isObject(object)) return [];
    switch (shapeOf(object)) {
      case SHAPE_DICT:
        for (let entry = dicts.nextEntry(object, 0); entry >= 0; entry = dicts.nextEntry(object, entry + 1)) {
          const key = dicts.keyAt(object, entry);
          if (!strings.isString(key)) add(key);
          add(dicts.valueAt(object, entry));
        }
        return found;
      case SHAPE_LIST:
      case SHAPE_TUPLE:
        visitReferents(object, add);
        return found.reverse();
      default:
        visitReferents(object, add);
        return found;
    }
  }

  return {
    isContainer,
    containers() {
      const found: Word[] = [];
      heap.visitReachable((object) => {
        if (isContainer(object)) found.push(object);
      });
      return found;
    },
    referents,
  };
}
