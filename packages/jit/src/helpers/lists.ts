import { NONE, NULL } from "@hotpy/memory";
import {
  ARRAY_ITEMS,
  headerWord,
  LIST_ITEMS,
  LIST_LENGTH,
  SHAPE_ARRAY,
  SHAPE_LIST,
  TAIL_SIZE,
} from "@hotpy/object-model";
import { allocate } from "./allocate.js";
import { callPart, helper, part, undecidedIf } from "./helper-function.js";
import { barrier, undecidedUnless, wordAt } from "./objects.js";

/** Items from which on TypeScript copies faster, by the platform's copy. */
const MANY_ITEMS = 1024;

/** `(list, value) -> NONE`: appends to a full list: moves its items into an array that is an eighth longer, as CPython. */
export const GROW = part("grow", 2, (f) => {
  const [list, value] = [0, 1];
  const length = f.load("i32.load", list, LIST_LENGTH);
  undecidedIf(f, f.binary("i32.gt_u", length, f.i32(MANY_ITEMS)));
  const wanted = f.binary("i32.add", f.binary("i32.add", length, f.binary("i32.shr_u", length, f.i32(3))), f.i32(6));
  const capacity = f.binary("i32.and", wanted, f.i32(~3));
  const bytes = f.binary("i32.add", f.binary("i32.shl", capacity, f.i32(2)), f.i32(ARRAY_ITEMS));
  const array = allocate(f, bytes);
  f.store("i32.store", array, 0, f.i32(headerWord(SHAPE_ARRAY)));
  f.store("i32.store", array, TAIL_SIZE, capacity);

  const from = f.register("i32");
  const to = f.register("i32");
  f.moveAll([from, to], [f.load("i32.load", list, LIST_ITEMS), array]);
  const end = wordAt(f, array, length);
  f.if(length, () =>
    f.loop((next) => {
      f.store("i32.store", to, ARRAY_ITEMS, f.load("i32.load", from, ARRAY_ITEMS));
      f.binary("i32.add", from, f.i32(4), from);
      f.binary("i32.add", to, f.i32(4), to);
      f.if(f.binary("i32.lt_u", to, end), () => f.continue(next));
    }),
  );
  f.store("i32.store", to, ARRAY_ITEMS, value);
  // What lies past the length is NULL; there may be nothing.
  const limit = wordAt(f, array, capacity);
  f.loop((next) => {
    f.binary("i32.add", to, f.i32(4), to);
    f.if(f.binary("i32.lt_u", to, limit), () => {
      f.store("i32.store", to, ARRAY_ITEMS, f.i32(NULL));
      f.continue(next);
    });
  });
  f.store("i32.store", list, LIST_ITEMS, array);
  f.store("i32.store", list, LIST_LENGTH, f.binary("i32.add", length, f.i32(1)));
  barrier(f, list);
  f.return(f.i32(NONE));
});

/** `(list, value) -> NONE`: appends to a list. */
export const LIST_APPEND = helper("list.append", 2, (f) => {
  const [list, value] = [0, 1];
  undecidedUnless(f, list, SHAPE_LIST);
  const items = f.load("i32.load", list, LIST_ITEMS);
  const length = f.load("i32.load", list, LIST_LENGTH);
  f.if(f.binary("i32.lt_s", length, f.load("i32.load", items, TAIL_SIZE)), () => {
    f.store("i32.store", wordAt(f, items, length), ARRAY_ITEMS, value);
    barrier(f, items);
    f.store("i32.store", list, LIST_LENGTH, f.binary("i32.add", length, f.i32(1)));
    f.return(f.i32(NONE));
  });
  f.return(callPart(f, GROW, list, value));
});

/** `(list) -> item`: removes the last item. */
export const LIST_POP = helper("list.pop", 1, (f) => {
  const list = 0;
  undecidedUnless(f, list, SHAPE_LIST);
  const length = f.load("i32.load", list, LIST_LENGTH);
  undecidedIf(f, f.unary("i32.eqz", length));
  const last = f.binary("i32.sub", length, f.i32(1));
  const place = wordAt(f, f.load("i32.load", list, LIST_ITEMS), last);
  const item = f.load("i32.load", place, ARRAY_ITEMS);
  f.store("i32.store", place, ARRAY_ITEMS, f.i32(NULL));
  f.store("i32.store", list, LIST_LENGTH, last);
  f.return(item);
});
