import type { LoopTail } from "@hotpy/interpreter";
import { SMALL_MAX, SMALL_MIN } from "@hotpy/memory";
import {
  BOX_VALUE,
  headerWord,
  SHAPE_FLOAT,
  SHAPE_INT64,
  SHAPE_STR1,
  SHAPE_STR4,
  UNDECIDED,
} from "@hotpy/object-model";

/// Arithmetic of operands that are not of one kind, for the ends of the binary operators. `operator` is an index in
/// BINARY_OPERATORS; the result goes to word index `at`, sp becomes `above`, and execution goes on at `after`.

/** Products whose double is within have no more than 64 bits, whatever was lost in rounding. */
const LARGEST_PRODUCT = 2 ** 63 * (1 - 2 ** -40);

/** Of two integers of 64 bits, `x` and `y`; goes on behind where the result has more, and for operators that are not of integers. */
const wideArithmetic = `
  wide: {
    let r = 0n;
    fits: {
      switch (operator) {
        case 0: { r = x + y; if (((x ^ r) & (y ^ r)) >= 0n) break fits; break wide; }
        case 1: { r = x - y; if (((x ^ y) & (x ^ r)) >= 0n) break fits; break wide; }
        case 2: { const product = Number(x) * Number(y); r = x * y; if (product > -${LARGEST_PRODUCT} && product < ${LARGEST_PRODUCT}) break fits; break wide; }
        case 4: {
          if (y === 0n || y === -1n) break wide;
          r = x / y;
          const rest = x - r * y;
          if (rest !== 0n && (rest ^ y) < 0n) r = r - 1n;
          break fits;
        }
        case 5: { if (y === 0n || y === -1n) break wide; r = x % y; if (r !== 0n && (r ^ y) < 0n) r = r + y; break fits; }
        case 7: { if (y < 0n || y > 62n) break wide; r = x << y; if (r >> y === x) break fits; break wide; }
        case 8: { if (y < 0n) break wide; r = x >> (y > 63n ? 63n : y); break fits; }
        case 9: { r = x & y; break fits; }
        case 10: { r = x | y; break fits; }
        case 11: { r = x ^ y; break fits; }
        default: break wide;
      }
    }
    if (r >= ${SMALL_MIN}n && r <= ${SMALL_MAX}n) {
      i32[at] = (Number(BigInt.asIntN(32, r)) << 1) | 1;
    } else {
      ALLOCATE(box, 16)
      i32[box >>> 2] = ${headerWord(SHAPE_INT64)};
      i32[(box >>> 2) + 1] = 0;
      i64[(box + ${BOX_VALUE}) >>> 3] = r;
      i32[at] = box;
    }
    sp = above;
    ip = after;
    GOTO
  }`;

/** Of integers of which one has limbs, or whose result does: the kernel's. Where that is 0 it is for what is out of line to say why. */
const integersOfAnySize = `
  if (IS_INTEGER(a) && IS_INTEGER(b)) {
    const value = operateOnIntegers(operator, a, b);
    if (value !== 0) {
      i32[at] = value;
      sp = above;
      ip = after;
      GOTO
    }
  }`;

/** Of a float and a small integer, and quotients of small integers. */
const mixedArithmetic = `
  if (operator <= 3 && ((a | b) & 1) !== 0 && (operator === 3 || (a & b & 1) === 0)) {
    const x = IS_FLOAT(a) ? FLOAT_OF(a) : (a & 1) !== 0 ? a >> 1 : NaN, y = IS_FLOAT(b) ? FLOAT_OF(b) : (b & 1) !== 0 ? b >> 1 : NaN;
    if (x === x && y === y && (operator !== 3 || y !== 0)) {
      BOX_FLOAT(operator === 0 ? x + y : operator === 1 ? x - y : operator === 2 ? x * y : x / y, at, above, after)
    }
  }`;

/** `template % values`, where it needs no Python code. */
const formatting = `
  if (operator === 5 && IS_OBJECT(a) && SHAPE(a) >= ${SHAPE_STR1} && SHAPE(a) <= ${SHAPE_STR4}) {
    const text = percentPlain(a, b);
    if (text !== 0 && text !== ${UNDECIDED}) {
      i32[at] = text;
      sp = above;
      ip = after;
      GOTO
    }
  }`;

/** Of strings, lists, tuples and sets. */
const ofContainers = `
  {
    const value = operatePlain(operator, i32[opIp] >> 8, a, b);
    if (value !== 0 && value !== ${UNDECIDED}) {
      i32[at] = value;
      sp = above;
      ip = after;
      GOTO
    }
  }`;

const binaryOutOfLine = `
  ip = opIp;
  ATTEMPT(operator, a, b, base)`;

/** Both words of a float's header, a shape and no identity yet, as one double: they are written at once. */
const FLOAT_HEADER = headerWord(SHAPE_FLOAT) * Number.MIN_VALUE;

/** The float in `number` goes to word index `at`, sp becomes `above`, and execution goes on at `after`. */
export const boxFloat: LoopTail = {
  name: "box_float",
  parameters: { number: "f64", at: "i32", above: "i32", after: "i32" },
  caches: 2,
  code: `
    ALLOCATE(box, 16)
    f64[box >>> 3] = ${FLOAT_HEADER};
    f64[(box + ${BOX_VALUE}) >>> 3] = number;
    i32[at] = box;
    sp = above;
    ip = after;
    GOTO`,
};

/**
 * Integers of which one does not fit a tagged word, as long as they fit 64 bits; a float with a small integer, and quotients
 * of small integers; other operands out of line.
 */
export const binaryOther: LoopTail = {
  name: "binary_other",
  parameters: {
    operator: "i32",
    a: "i32",
    b: "i32",
    at: "i32",
    above: "i32",
    after: "i32",
    base: "i32",
    opIp: "i32",
  },
  caches: 2,
  code: `
    if (IS_WIDE(a) && IS_WIDE(b)) {
      const x = WIDE(a), y = WIDE(b);
      ${wideArithmetic}
    }
    ${integersOfAnySize}
    ${mixedArithmetic}
    ${formatting}
    ${ofContainers}
    ${binaryOutOfLine}`,
  stepCode: `${integersOfAnySize}\n${mixedArithmetic}\n${formatting}\n${ofContainers}\n${binaryOutOfLine}`,
};
