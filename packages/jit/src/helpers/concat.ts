import {
  FLAG_GROWING,
  headerWord,
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  STR_DATA,
  STR_HASH,
  STR_VIEW_BUFFER,
  STR_VIEW_SIZE,
  TAIL_SIZE,
} from "@hotpy/object-model";
import type { FunctionBuilder } from "../lir/builder.js";
import type { Reg } from "../lir/lir.js";
import { allocate } from "./allocate.js";
import { helper, undecidedIf } from "./helper-function.js";
import { isNoFlatString, isSmall, shapeOf } from "./objects.js";

/** Bytes of text from which on TypeScript decides: whether a sum becomes a view, and how it is copied. */
const MANY_BYTES = 1024;

/** Copies text word by word from one string to an address, any; up to 3 bytes more are written, which are zeros. */
function copyText(f: FunctionBuilder, string: Reg, size: Reg, target: Reg): void {
  const [from, to] = [f.register("i32"), f.register("i32")];
  f.moveAll([from, to], [string, target]);
  const end = f.binary("i32.add", string, size);
  f.loop((next) => {
    f.store("i32.store", to, STR_DATA, f.load("i32.load", from, STR_DATA));
    f.binary("i32.add", from, f.i32(4), from);
    f.binary("i32.add", to, f.i32(4), to);
    f.if(f.binary("i32.lt_u", from, end), () => f.continue(next));
  });
}

/**
 * `left + right`, where `left` is a view and reaches to the end of what is in use of its buffer, with room for more:
 * in place. See object-model, kernel/strings/append.ts.
 */
function appendToView(f: FunctionBuilder, left: Reg, right: Reg): void {
  const buffer = f.load("i32.load", left, STR_VIEW_BUFFER);
  undecidedIf(f, f.unary("i32.eqz", f.binary("i32.and", f.load("i32.load", buffer, 0), f.i32(FLAG_GROWING))));
  undecidedIf(f, f.binary("i32.ne", shapeOf(f, buffer), shapeOf(f, right)));
  const used = f.load("i32.load", left, STR_VIEW_SIZE);
  undecidedIf(f, f.binary("i32.ne", f.load("i32.load", buffer, STR_HASH), used));
  const size = f.load("i32.load", right, TAIL_SIZE);
  undecidedIf(f, f.binary("i32.gt_u", f.binary("i32.sub", size, f.i32(1)), f.i32(MANY_BYTES)));
  const end = f.binary("i32.add", used, size);
  undecidedIf(f, f.binary("i32.gt_s", f.binary("i32.add", end, f.i32(3)), f.load("i32.load", buffer, TAIL_SIZE)));
  const view = allocate(f, f.i32(16));
  copyText(f, right, size, f.binary("i32.add", buffer, used));
  f.store("i32.store", buffer, STR_HASH, end);
  f.store("i32.store", view, 0, f.i32(headerWord(SHAPE_STR_VIEW)));
  f.store("i32.store", view, 4, f.i32(0));
  f.store("i32.store", view, STR_VIEW_SIZE, end);
  f.store("i32.store", view, STR_VIEW_BUFFER, buffer);
  f.return(view);
}

/** `(left, right) -> string`: the sum of two strings of one width, neither of them empty, `right` short and flat. */
export const STR_CONCAT = helper("str.concat", 2, (f) => {
  const [left, right] = [0, 1];
  undecidedIf(f, isSmall(f, f.binary("i32.or", left, right)));
  const shape = shapeOf(f, left);
  f.if(f.binary("i32.eq", shape, f.i32(SHAPE_STR_VIEW)), () => appendToView(f, left, right));
  undecidedIf(f, isNoFlatString(f, shape));
  undecidedIf(f, f.binary("i32.ne", shapeOf(f, right), shape));
  const [leftSize, rightSize] = [f.load("i32.load", left, TAIL_SIZE), f.load("i32.load", right, TAIL_SIZE)];
  undecidedIf(f, f.binary("i32.or", f.unary("i32.eqz", leftSize), f.unary("i32.eqz", rightSize)));
  const size = f.binary("i32.add", leftSize, rightSize);
  undecidedIf(f, f.binary("i32.gt_u", size, f.i32(MANY_BYTES)));

  const bytes = f.binary("i32.and", f.binary("i32.add", size, f.i32(STR_DATA + 7)), f.i32(~7));
  const string = allocate(f, bytes, 8);
  // A width's header is that of the narrowest, so many shapes further.
  const further = f.binary("i32.shl", f.binary("i32.sub", shape, f.i32(SHAPE_STR1)), f.i32(8));
  f.store("i32.store", string, 0, f.binary("i32.add", further, f.i32(headerWord(SHAPE_STR1))));
  f.store("i32.store", string, TAIL_SIZE, size);
  f.store("i32.store", string, STR_HASH, f.i32(0));
  // What lies past the end in the last word is zero.
  const lastWord = f.binary("i32.and", f.binary("i32.sub", size, f.i32(1)), f.i32(~3));
  f.store("i32.store", f.binary("i32.add", string, lastWord), STR_DATA, f.i32(0));
  copyText(f, left, leftSize, string);
  copyText(f, right, rightSize, f.binary("i32.add", string, leftSize));
  f.return(string);
});
