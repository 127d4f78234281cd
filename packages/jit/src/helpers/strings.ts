import { STATE_LATIN1 } from "@hotpy/memory";
import {
  SHAPE_STR_VIEW,
  SHAPE_STR1,
  SHAPE_STR2,
  STR_DATA,
  STR_HASH,
  STR_VIEW_BUFFER,
  STR_VIEW_SIZE,
  TAIL_SIZE,
} from "@hotpy/object-model";
import type { FunctionBuilder } from "../lir/builder.js";
import type { Reg } from "../lir/lir.js";
import { helper, undecidedIf } from "./helper-function.js";
import { isNoFlatString, isSmall, shapeOf, tagged, wordAt } from "./objects.js";

/// Strings. Equal strings have the same width, and the last word of a text is zero past its end: words are compared.

/** Whether two objects have, flags aside, the same shape and size: the first two words are compared at once. */
function isSameLayout(f: FunctionBuilder, a: Reg, b: Reg): Reg {
  const difference = f.binary("i64.xor", f.load("i64.load", a, 0), f.load("i64.load", b, 0));
  return f.unary("i64.eqz", f.binary("i64.shr_u", difference, f.i64(8n)));
}

/** Runs `equal`, which ends in `return`, if two flat strings have the same text; goes on behind if not. */
function ifEqualText(f: FunctionBuilder, a: Reg, b: Reg, equal: () => void): void {
  f.if(isSameLayout(f, a, b), () => {
    const [left, right] = [f.register("i32"), f.register("i32")];
    f.moveAll([left, right], [a, b]);
    const end = f.binary("i32.add", a, f.load("i32.load", a, TAIL_SIZE));
    f.loop((next) => {
      f.if(f.binary("i32.ge_u", left, end), equal);
      f.if(f.binary("i32.eq", f.load("i32.load", left, STR_DATA), f.load("i32.load", right, STR_DATA)), () => {
        f.binary("i32.add", left, f.i32(4), left);
        f.binary("i32.add", right, f.i32(4), right);
        f.continue(next);
      });
    });
  });
}

/** Whether both hashes are known and differ: then the texts do. */
function hashesDiffer(f: FunctionBuilder, a: Reg, b: Reg): Reg {
  const [hashA, hashB] = [f.load("i32.load", a, STR_HASH), f.load("i32.load", b, STR_HASH)];
  const unknown = f.binary("i32.or", f.unary("i32.eqz", hashA), f.unary("i32.eqz", hashB));
  return f.binary("i32.and", f.binary("i32.ne", hashA, hashB), f.unary("i32.eqz", unknown));
}

/** `(a, b) -> 0 or 1`: equality of two strings; views are for TypeScript. */
export const STR_EQUAL = helper("str.equal", 2, (f) => {
  const [a, b] = [0, 1];
  f.if(f.binary("i32.eq", a, b), () => f.return(f.i32(1)));
  undecidedIf(f, isNoFlatString(f, shapeOf(f, a)));
  undecidedIf(f, isNoFlatString(f, shapeOf(f, b)));
  f.if(hashesDiffer(f, a, b), () => f.return(f.i32(0)));
  ifEqualText(f, a, b, () => f.return(f.i32(1)));
  f.return(f.i32(0));
});

/** `(string) -> code points`. */
export const STR_LENGTH = helper("str.length", 1, (f) => {
  const string = 0;
  const shape = shapeOf(f, string);
  f.unlikely(f.binary("i32.eq", shape, f.i32(SHAPE_STR_VIEW)), () => {
    const width = f.binary("i32.sub", shapeOf(f, f.load("i32.load", string, STR_VIEW_BUFFER)), f.i32(SHAPE_STR1));
    f.return(f.binary("i32.shr_u", f.load("i32.load", string, STR_VIEW_SIZE), width));
  });
  undecidedIf(f, isNoFlatString(f, shape));
  f.return(f.binary("i32.shr_u", f.load("i32.load", string, TAIL_SIZE), f.binary("i32.sub", shape, f.i32(SHAPE_STR1))));
});

/** The one-character string at an index within the length of a flat string; UNDECIDED if it is not of Latin-1. */
export function characterAt(f: FunctionBuilder, string: Reg, index: Reg): Reg {
  const shape = shapeOf(f, string);
  const width = f.binary("i32.sub", shape, f.i32(SHAPE_STR1));
  undecidedIf(f, isNoFlatString(f, shape));
  const at = f.binary("i32.add", string, f.binary("i32.shl", index, width));
  const code = f.register("i32");
  f.if(
    f.unary("i32.eqz", width),
    () => {
      f.move(code, f.load("i32.load8_u", at, STR_DATA));
    },
    () => {
      f.if(
        f.binary("i32.eq", shape, f.i32(SHAPE_STR2)),
        () => {
          f.move(code, f.load("i32.load16_u", at, STR_DATA));
        },
        () => {
          f.move(code, f.load("i32.load", at, STR_DATA));
        },
      );
    },
  );
  undecidedIf(f, f.binary("i32.gt_u", code, f.i32(255)));
  return latin1(f, code);
}

/** The string of one character below 256. */
const latin1 = (f: FunctionBuilder, code: Reg): Reg =>
  f.load("i32.load", wordAt(f, f.loadAt("i32.load", STATE_LATIN1), code), 0);

/** `(string, index) -> one-character string`, for an index within the length. */
export const STR_ITEM = helper("str.item", 2, (f) => f.return(characterAt(f, 0, 1)));

/** `(string) -> small integer`: the code point of a string of one character. */
export const STR_CODE = helper("str.code", 1, (f) => {
  const string = 0;
  undecidedIf(f, isSmall(f, string));
  const shape = shapeOf(f, string);
  undecidedIf(f, f.binary("i32.ne", shape, f.i32(SHAPE_STR1)));
  undecidedIf(f, f.binary("i32.ne", f.load("i32.load", string, TAIL_SIZE), f.i32(1)));
  f.return(tagged(f, f.load("i32.load8_u", string, STR_DATA)));
});

/** `(small integer) -> string` of this one character, of Latin-1. */
export const STR_CHAR = helper("str.char", 1, (f) => {
  const number = 0;
  undecidedIf(f, f.unary("i32.eqz", isSmall(f, number)));
  const code = f.binary("i32.shr_s", number, f.i32(1));
  undecidedIf(f, f.binary("i32.gt_u", code, f.i32(255)));
  f.return(latin1(f, code));
});
