import { headerWord, SHAPE_STR1, STR_DATA, STR_HASH, TAIL_SIZE } from "@hotpy/object-model";
import { allocate } from "./allocate.js";
import { helper, undecidedIf } from "./helper-function.js";
import { isSmall } from "./objects.js";
import { latin1 } from "./strings.js";

/** Numbers from here on are left to TypeScript: the text, a sign included, is made in one 64-bit register. */
const LIMIT = 10_000_000;
const ZERO = 0x30n;
const MINUS = 0x2dn;
/** 2 ** 35 / 10, rounded up: exact for numbers below 2 ** 32. A division takes ten times as long. */
const RECIPROCAL_OF_TEN = 0xcccccccdn;

/** `(small integer) -> string`: decimal, of up to seven digits. */
export const INT_TEXT = helper("int.text", 1, (f) => {
  const word = 0;
  undecidedIf(f, f.unary("i32.eqz", isSmall(f, word)));
  const value = f.binary("i32.shr_s", word, f.i32(1));
  // A single digit is one of the strings that exist once.
  f.if(f.binary("i32.lt_u", value, f.i32(10)), () =>
    f.return(latin1(f, f.binary("i32.add", value, f.i32(Number(ZERO))))),
  );
  const isNegative = f.binary("i32.lt_s", value, f.i32(0));
  const magnitude = f.select(isNegative, f.binary("i32.sub", f.i32(0), value), value);
  undecidedIf(f, f.binary("i32.ge_u", magnitude, f.i32(LIMIT)));

  // Digits come last first; each pushes the text one byte up, so that the first ends in the lowest byte.
  const text = f.register("i64");
  const size = f.register("i32");
  const rest = f.register("i64");
  f.moveAll([text, size, rest], [f.i64(0n), f.i32(0), f.unary("i64.extend_i32_u", magnitude)]);
  f.loop((next) => {
    const tenth = f.binary("i64.shr_u", f.binary("i64.mul", rest, f.i64(RECIPROCAL_OF_TEN)), f.i64(35n));
    const digit = f.binary("i64.sub", rest, f.binary("i64.mul", tenth, f.i64(10n)));
    f.binary("i64.or", f.binary("i64.shl", text, f.i64(8n)), f.binary("i64.add", digit, f.i64(ZERO)), text);
    f.binary("i32.add", size, f.i32(1), size);
    f.move(rest, tenth);
    f.if(f.unary("i32.wrap_i64", rest), () => f.continue(next));
  });
  f.if(isNegative, () => {
    f.binary("i64.or", f.binary("i64.shl", text, f.i64(8n)), f.i64(MINUS), text);
    f.binary("i32.add", size, f.i32(1), size);
  });

  const bytes = f.binary("i32.and", f.binary("i32.add", size, f.i32(STR_DATA + 7)), f.i32(~7));
  const string = allocate(f, bytes, 8);
  f.store("i32.store", string, 0, f.i32(headerWord(SHAPE_STR1)));
  f.store("i32.store", string, TAIL_SIZE, size);
  f.store("i32.store", string, STR_HASH, f.i32(0));
  f.store("i64.store", string, STR_DATA, text);
  f.return(string);
});
