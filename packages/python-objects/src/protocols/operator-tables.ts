import type { Address, Word } from "@hotpy/memory";
import type { UpToValues } from "../context.js";
import type { BinaryMeaning } from "../realm/operator-types.js";

/** Pairs of shapes below this have a table entry each. Other builtin types share a few; classes, whose bases may change, have none. */
const TABLE_SHAPES = 96;
/** Entries that pairs of other builtin types share, a power of two. */
const SHARED_ENTRIES = 64;

/** What was found for the last pair of shapes that met in a shared entry. */
interface SharedEntry {
  left: number;
  right: number;
  meaning: BinaryMeaning | undefined;
}

/** Meanings of one operator by the types of its operands, found by the pair of their shapes. */
export interface OperatorTable {
  /** `owner` is the type whose special methods have this meaning; without it that of either operand, but not of `object`. */
  define(left: Address, right: Address, meaning: BinaryMeaning, owner?: Address): void;
  /** The meaning for two words; undefined if there is none. */
  find(a: Word, b: Word): BinaryMeaning | undefined;
  /** Whether a meaning was defined for any object as one of its operands. */
  takesAny(meaning: BinaryMeaning): boolean;
  /** Whether a special method of `type` has this meaning: `float.__rmul__` does not repeat lists. */
  isOf(meaning: BinaryMeaning, type: Address): boolean;
}

export function createOperatorTable({ memory, types }: UpToValues): OperatorTable {
  const { i32 } = memory;
  const meanings = new Map<Address, Map<Address, BinaryMeaning>>();
  const forAny = new Set<BinaryMeaning>();
  const owners = new Map<BinaryMeaning, Address>();
  /** null: looked for, none. */
  let cache: (BinaryMeaning | null | undefined)[] = [];
  let shared: SharedEntry[] = [];

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

  function searchShared(left: number, right: number, a: Word, b: Word): BinaryMeaning | undefined {
    const at = (left * 31 + right) & (SHARED_ENTRIES - 1);
    const known = shared[at];
    if (known !== undefined && known.left === left && known.right === right) return known.meaning;
    const meaning = search(a, b);
    if (types.recordOf(a).isClass || types.recordOf(b).isClass) return meaning;
    if (known === undefined) shared[at] = { left, right, meaning };
    else Object.assign(known, { left, right, meaning });
    return meaning;
  }

  return {
    takesAny: (meaning) => forAny.has(meaning),
    isOf(meaning, type) {
      const owner = owners.get(meaning);
      return owner === undefined || types.isSubtype(type, owner) || types.isSubtype(owner, type);
    },
    define(left, right, meaning, owner) {
      let byRight = meanings.get(left);
      if (byRight === undefined) meanings.set(left, (byRight = new Map()));
      byRight.set(right, meaning);
      if (left === types.object || right === types.object) {
        forAny.add(meaning);
        owners.set(meaning, left === types.object ? right : left);
      }
      if (owner !== undefined) owners.set(meaning, owner);
      cache = [];
      shared = [];
    },
    find(a, b) {
      // Small integers take shape 0, which no object has.
      const left = (a & 1) !== 0 ? 0 : i32[a >>> 2] >>> 8;
      const right = (b & 1) !== 0 ? 0 : i32[b >>> 2] >>> 8;
      if (left >= TABLE_SHAPES || right >= TABLE_SHAPES) return searchShared(left, right, a, b);
      const at = left * TABLE_SHAPES + right;
      if (cache.length === 0) cache = new Array<undefined>(TABLE_SHAPES * TABLE_SHAPES).fill(undefined);
      let meaning = cache[at];
      if (meaning === undefined) cache[at] = meaning = search(a, b) ?? null;
      return meaning ?? undefined;
    },
  };
}
