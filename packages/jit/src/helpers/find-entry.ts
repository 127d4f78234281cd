import { tagSmall } from "@hotpy/memory";
import { BYTES_DATA, DICT_KEYS, KEYS_ENTRIES, KEYS_INDEX, KEYS_MASK, SHAPE_DICT, STR_HASH } from "@hotpy/object-model";
import type { FunctionBuilder } from "../lir/builder.js";
import type { Reg } from "../lir/lir.js";
import { callPart, part, undecidedIf } from "./helper-function.js";
import { HASH_STRING, isNoFlatString, isSmall, shapeOf, undecidedUnless, wordAt } from "./objects.js";
import { ifEqualText } from "./strings.js";

/// Where a plain key is in a dict: a small integer or a flat string, whose hash and equality need no code of the
/// language. The tables are drawn in `@hotpy/dict`, key-tables.ts; the order of probes is the one of its `nextSlot`.

/** The key is not there. */
export const ABSENT = -1;

/** Hash of a plain key: a small integer's is itself, but that of -1 is -2; `string` gives that of a string. */
export function hashOfKey(f: FunctionBuilder, key: Reg, string: () => Reg): Reg {
  const hash = f.register("i32");
  f.if(
    isSmall(f, key),
    () => {
      const isMinusOne = f.binary("i32.eq", key, f.i32(tagSmall(-1)));
      f.move(hash, f.select(isMinusOne, f.i32(-2), f.binary("i32.shr_s", key, f.i32(1))));
    },
    () => {
      f.move(hash, string());
    },
  );
  return hash;
}

/** Calls `visit` with the address of the index's slot and its content, for each slot on the way of a hash. */
export function probe(f: FunctionBuilder, keys: Reg, hash: Reg, visit: (slot: Reg, content: Reg) => void): void {
  const mask = f.load("i32.load", keys, KEYS_MASK);
  const index = f.load("i32.load", keys, KEYS_INDEX);
  const slot = f.register("i32");
  const perturb = f.register("i32");
  f.binary("i32.and", hash, mask, slot);
  f.move(perturb, hash);
  f.loop((next) => {
    const address = wordAt(f, index, slot);
    visit(address, f.load("i32.load", address, BYTES_DATA));
    f.binary("i32.shr_u", perturb, f.i32(5), perturb);
    const fiveTimes = f.binary("i32.add", f.binary("i32.shl", slot, f.i32(2)), slot);
    f.binary("i32.and", f.binary("i32.add", f.binary("i32.add", fiveTimes, perturb), f.i32(1)), mask, slot);
    f.continue(next);
  });
}

/** Where the hash of entry `number` - 1 is, less BYTES_DATA: the hashes follow the slots of the index. */
export function hashAddress(f: FunctionBuilder, keys: Reg, number: Reg): Reg {
  const position = f.binary("i32.add", f.load("i32.load", keys, KEYS_MASK), number);
  return wordAt(f, f.load("i32.load", keys, KEYS_INDEX), position);
}

/** `(keys, key, hash) -> entry, ABSENT or UNDECIDED`, of a plain key. */
export const FIND_FURTHER = part("find_further", 3, (f) => {
  const [keys, key, hash] = [0, 1, 2];
  probe(f, keys, hash, (_, number) => {
    f.if(f.unary("i32.eqz", number), () => f.return(f.i32(ABSENT)));
    f.if(f.binary("i32.gt_s", number, f.i32(0)), () => {
      const entry = f.binary("i32.sub", number, f.i32(1));
      const stored = f.load("i32.load", wordAt(f, keys, entry), KEYS_ENTRIES);
      f.if(f.binary("i32.eq", stored, key), () => f.return(entry));
      f.unlikely(f.binary("i32.eq", f.load("i32.load", hashAddress(f, keys, number), BYTES_DATA), hash), () => {
        compareStrings(f, stored, key, () => f.return(entry));
      });
    });
  });
});

/** Runs `equal` if a stored key is a string equal to a plain one; answers UNDECIDED if the stored one is not plain. */
function compareStrings(f: FunctionBuilder, stored: Reg, key: Reg, equal: () => void): void {
  f.if(f.unary("i32.eqz", isSmall(f, stored)), () => {
    undecidedIf(f, isNoFlatString(f, shapeOf(f, stored)));
    f.if(f.unary("i32.eqz", isSmall(f, key)), () => ifEqualText(f, stored, key, equal));
  });
}

/**
 * Writes the search of a key in what should be a dict; the result is the entry, ABSENT or UNDECIDED. The first slot is
 * looked at in place, where most searches end; further ones in a function.
 */
export function findEntry(f: FunctionBuilder, dict: Reg, key: Reg): Reg {
  undecidedUnless(f, dict, SHAPE_DICT);
  const hash = hashOfKey(f, key, () => hashOfString(f, key));
  const keys = f.load("i32.load", dict, DICT_KEYS);
  const slot = f.binary("i32.and", hash, f.load("i32.load", keys, KEYS_MASK));
  const number = f.load("i32.load", wordAt(f, f.load("i32.load", keys, KEYS_INDEX), slot), BYTES_DATA);
  const entry = f.register("i32");
  f.binary("i32.sub", number, f.i32(1), entry);
  // The word read for a free slot or a deleted entry is another field of the table: the number has to decide too.
  const isSameWord = f.binary("i32.eq", f.load("i32.load", wordAt(f, keys, entry), KEYS_ENTRIES), key);
  const isHit = f.binary("i32.and", isSameWord, f.binary("i32.gt_s", number, f.i32(0)));
  const isDecided = f.binary("i32.or", isHit, f.unary("i32.eqz", number));
  f.if(f.unary("i32.eqz", isDecided), () => f.move(entry, callPart(f, FIND_FURTHER, keys, key, hash)));
  return entry;
}

/** The hash of what should be a flat string, computed if it is not yet known. */
function hashOfString(f: FunctionBuilder, key: Reg): Reg {
  undecidedIf(f, isNoFlatString(f, shapeOf(f, key)));
  const hash = f.register("i32");
  f.move(hash, f.load("i32.load", key, STR_HASH));
  f.unlikely(f.unary("i32.eqz", hash), () =>
    f.move(hash, f.call({ kind: "import", name: HASH_STRING[0] }, [key], "i32")),
  );
  return hash;
}
