import type { Address, Word } from "@hotpy/memory";
import type { Context } from "../context.js";
import type { BinaryMeaning } from "../realm.js";

/** Shapes from here on share no table entry: their pairs are looked up by type each time. */
const TABLE_SHAPES = 96;

/** Meanings of one operator by the types of its operands, found by the pair of their shapes. */
export interface OperatorTable {
  define(left: Address, right: Address, meaning: BinaryMeaning): void;
  /** The meaning for two words; undefined if there is none. */
  find(a: Word, b: Word): BinaryMeaning | undefined;
  /** Whether a meaning was defined for any object as one of its operands. */
  takesAny(meaning: BinaryMeaning): boolean;
}

export function createOperatorTable({ memory, types }: Context): OperatorTable {
  const { i32 } = memory;
  const meanings = new Map<Address, Map<Address, BinaryMeaning>>();
  const forAny = new Set<BinaryMeaning>();
  /** null: looked for, none. */
  let cache: (BinaryMeaning | null | undefined)[] = [];

  function search(a: Word, b: Word): BinaryMeaning | undefined {
    for (const left of types.recordOf(a).mro) {
      const byRight = meanings.get(left);
      if (byRight === undefined) continue;
      for (const right of types.recordOf(b).mro) {
        const meaning = byRight.get(right);
        if (meaning !== undefined) return meaning;
      }
    }
    return undefined;
  }

  return {
    takesAny: (meaning) => forAny.has(meaning),
    define(left, right, meaning) {
      let byRight = meanings.get(left);
      if (byRight === undefined) meanings.set(left, (byRight = new Map()));
      byRight.set(right, meaning);
      if (left === types.object || right === types.object) forAny.add(meaning);
      cache = [];
    },
    find(a, b) {
      // Small integers take shape 0, which no object has.
      const left = (a & 1) !== 0 ? 0 : i32[a >>> 2] >>> 8;
      const right = (b & 1) !== 0 ? 0 : i32[b >>> 2] >>> 8;
      if (left >= TABLE_SHAPES || right >= TABLE_SHAPES) return search(a, b);
      const at = left * TABLE_SHAPES + right;
      if (cache.length === 0) cache = new Array<undefined>(TABLE_SHAPES * TABLE_SHAPES).fill(undefined);
      let meaning = cache[at];
      if (meaning === undefined) cache[at] = meaning = search(a, b) ?? null;
      return meaning ?? undefined;
    },
  };
}
