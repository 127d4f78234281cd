import { NULL } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  DICT_COUNT,
  DICT_ITERATOR_COUNT,
  DICT_ITERATOR_DICT,
  DICT_ITERATOR_INDEX,
  DICT_ITERATOR_REMAINING,
  DICT_KEYS,
  DICT_VALUES,
  headerWord,
  ITERATOR_INDEX,
  ITERATOR_SEQUENCE,
  KEYS_ENTRIES,
  KEYS_USED,
  SHAPE_DICT_ITEM_ITERATOR,
  SHAPE_DICT_KEY_ITERATOR,
  SHAPE_DICT_VALUE_ITERATOR,
  SHAPE_STR_ITERATOR,
  SHAPE_STR1,
  SHAPE_TUPLE,
  TAIL_SIZE,
  TUPLE_ITEMS,
} from "@hotpy/object-model";
import type { FunctionBuilder } from "../lir/builder.js";
import type { Reg } from "../lir/lir.js";
import { allocate } from "./allocate.js";
import { helper, UNDECIDED, undecidedIf } from "./helper-function.js";
import { increase, isNoFlatString, isSmall, shapeOf, wordAt } from "./objects.js";
import { characterAt } from "./strings.js";

/// Iterators over strings and dicts. (Those over lists, tuples and ranges are a few core instructions.)

/** Writes one body per kind of iterator; UNDECIDED for anything else. Each body ends in `return`. */
function byKind(f: FunctionBuilder, iterator: Reg, ofString: () => void, ofDict: (shape: Reg) => void): void {
  undecidedIf(f, isSmall(f, iterator));
  const shape = shapeOf(f, iterator);
  const kind = f.binary("i32.sub", shape, f.i32(SHAPE_DICT_KEY_ITERATOR));
  f.if(f.binary("i32.le_u", kind, f.i32(SHAPE_DICT_ITEM_ITERATOR - SHAPE_DICT_KEY_ITERATOR)), () => ofDict(shape));
  undecidedIf(f, f.binary("i32.ne", shape, f.i32(SHAPE_STR_ITERATOR)));
  ofString();
}

/** Index of the next character and whether there is one, of a flat string not NULL. */
function nextCharacter(f: FunctionBuilder, iterator: Reg, string: Reg): { index: Reg; exists: Reg } {
  const index = f.load("i32.load", iterator, ITERATOR_INDEX);
  const shape = shapeOf(f, string);
  undecidedIf(f, isNoFlatString(f, shape));
  const at = f.binary("i32.shl", index, f.binary("i32.sub", shape, f.i32(SHAPE_STR1)));
  return { index, exists: f.binary("i32.lt_u", at, f.load("i32.load", string, TAIL_SIZE)) };
}

/** Runs `found` with the number of the next entry in use; goes on behind if there is none. */
function nextEntry(f: FunctionBuilder, iterator: Reg, dict: Reg, found: (entry: Reg) => void): void {
  const keys = f.load("i32.load", dict, DICT_KEYS);
  const end = f.load("i32.load", keys, KEYS_USED);
  const entry = f.register("i32");
  f.move(entry, f.load("i32.load", iterator, DICT_ITERATOR_INDEX));
  f.loop((next) => {
    f.if(f.binary("i32.lt_s", entry, end), () => {
      f.if(f.load("i32.load", wordAt(f, keys, entry), KEYS_ENTRIES), () => found(entry));
      f.binary("i32.add", entry, f.i32(1), entry);
      f.continue(next);
    });
  });
}

const hasChanged = (f: FunctionBuilder, iterator: Reg, dict: Reg): Reg =>
  f.binary("i32.ne", f.load("i32.load", iterator, DICT_ITERATOR_COUNT), f.load("i32.load", dict, DICT_COUNT));

/** `(iterator) -> 0 or 1`: whether `next` has an item to give, or something to complain about. */
export const HAS_NEXT = helper("iterator.has_next", 1, (f) => {
  const iterator = 0;
  const [no, yes] = [f.i32(0), f.i32(1)];
  byKind(
    f,
    iterator,
    () => {
      const string = f.load("i32.load", iterator, ITERATOR_SEQUENCE);
      f.if(f.unary("i32.eqz", string), () => f.return(no));
      const { exists } = nextCharacter(f, iterator, string);
      f.return(exists);
    },
    () => {
      const dict = f.load("i32.load", iterator, DICT_ITERATOR_DICT);
      f.if(f.unary("i32.eqz", dict), () => f.return(no));
      f.if(hasChanged(f, iterator, dict), () => f.return(yes));
      nextEntry(f, iterator, dict, () => f.return(yes));
      f.return(no);
    },
  );
});

/** The item of a dict's iterator: key, value, or a tuple of both. */
function returnItem(f: FunctionBuilder, shape: Reg, dict: Reg, entry: Reg, advance: () => void): void {
  const key = f.load("i32.load", wordAt(f, f.load("i32.load", dict, DICT_KEYS), entry), KEYS_ENTRIES);
  const value = f.load("i32.load", wordAt(f, f.load("i32.load", dict, DICT_VALUES), entry), ARRAY_ITEMS);
  f.if(f.binary("i32.eq", shape, f.i32(SHAPE_DICT_ITEM_ITERATOR)), () => {
    const tuple = allocate(f, f.i32(TUPLE_ITEMS + 8));
    f.store("i32.store", tuple, 0, f.i32(headerWord(SHAPE_TUPLE)));
    f.store("i32.store", tuple, TAIL_SIZE, f.i32(2));
    f.store("i32.store", tuple, TUPLE_ITEMS, key);
    f.store("i32.store", tuple, TUPLE_ITEMS + 4, value);
    advance();
    f.return(tuple);
  });
  advance();
  f.return(f.select(f.binary("i32.eq", shape, f.i32(SHAPE_DICT_VALUE_ITERATOR)), value, key));
}

/** `(iterator) -> item`, of an iterator that has one. */
export const NEXT = helper("iterator.next", 1, (f) => {
  const iterator = 0;
  byKind(
    f,
    iterator,
    () => {
      const string = f.load("i32.load", iterator, ITERATOR_SEQUENCE);
      undecidedIf(f, f.binary("i32.eq", string, f.i32(NULL)));
      const { index, exists } = nextCharacter(f, iterator, string);
      undecidedIf(f, f.unary("i32.eqz", exists));
      const character = characterAt(f, string, index);
      increase(f, iterator, ITERATOR_INDEX, 1);
      f.return(character);
    },
    (shape) => {
      const dict = f.load("i32.load", iterator, DICT_ITERATOR_DICT);
      undecidedIf(f, f.binary("i32.eq", dict, f.i32(NULL)));
      undecidedIf(f, hasChanged(f, iterator, dict));
      undecidedIf(f, f.unary("i32.eqz", f.load("i32.load", iterator, DICT_ITERATOR_REMAINING)));
      nextEntry(f, iterator, dict, (entry) =>
        returnItem(f, shape, dict, entry, () => {
          increase(f, iterator, DICT_ITERATOR_REMAINING, -1);
          f.store("i32.store", iterator, DICT_ITERATOR_INDEX, f.binary("i32.add", entry, f.i32(1)));
        }),
      );
      f.return(f.i32(UNDECIDED));
    },
  );
});
