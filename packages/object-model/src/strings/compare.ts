import type { Memory, Word } from "@hotpy/memory";
import { FLAG_INTERNED } from "../header.js";
import { SHAPE_STR_VIEW, SHAPE_STR1, STR_DATA, STR_HASH } from "../layouts.js";
import type { Text } from "./text.js";

export interface StringComparison {
  equals(a: Word, b: Word): boolean;
  /** Order by code points: negative, 0 or positive. */
  compare(a: Word, b: Word): number;
}

export function createStringComparison(memory: Memory, text: Text): StringComparison {
  const { i32, u8 } = memory;
  const { flat, codeAt } = text;

  function equals(a: Word, b: Word): boolean {
    if (a === b) return true;
    const headA = i32[a >>> 2];
    const headB = i32[b >>> 2];
    if ((headA & headB & FLAG_INTERNED) !== 0) return false;
    if (headA >>> 8 !== headB >>> 8) {
      if (headA >>> 8 !== SHAPE_STR_VIEW && headB >>> 8 !== SHAPE_STR_VIEW) return false;
      return equals(flat(a), flat(b));
    }
    if (headA >>> 8 === SHAPE_STR_VIEW) return equals(flat(a), flat(b));
    const size = i32[(a >>> 2) + 1];
    if (size !== i32[(b >>> 2) + 1]) return false;
    const hashA = i32[(a + STR_HASH) >>> 2];
    const hashB = i32[(b + STR_HASH) >>> 2];
    if (hashA !== hashB && hashA !== 0 && hashB !== 0) return false;
    const words = (size + 3) >>> 2;
    const textA = (a + STR_DATA) >>> 2;
    const textB = (b + STR_DATA) >>> 2;
    for (let i = 0; i < words; i++) if (i32[textA + i] !== i32[textB + i]) return false;
    return true;
  }

  function compare(left: Word, right: Word): number {
    if (left === right) return 0;
    const a = flat(left);
    const b = flat(right);
    const lengthA = text.length(a);
    const lengthB = text.length(b);
    const common = lengthA < lengthB ? lengthA : lengthB;
    if (i32[a >>> 2] >>> 8 === SHAPE_STR1 && i32[b >>> 2] >>> 8 === SHAPE_STR1) {
      const textA = (a + STR_DATA) >>> 0;
      const textB = (b + STR_DATA) >>> 0;
      let i = 0;
      while (i + 4 <= common && i32[(textA + i) >>> 2] === i32[(textB + i) >>> 2]) i += 4;
      for (; i < common; i++) {
        const difference = u8[textA + i] - u8[textB + i];
        if (difference !== 0) return difference;
      }
    } else {
      for (let i = 0; i < common; i++) {
        const difference = codeAt(a, i) - codeAt(b, i);
        if (difference !== 0) return difference;
      }
    }
    return lengthA - lengthB;
  }

  return { equals, compare };
}
