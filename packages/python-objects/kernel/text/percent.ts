import { isFinite } from "@hotpy/object-model/kernel/floats/parts";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { integerToDouble } from "@hotpy/object-model/kernel/integers/floats";
import { countOf, isBig, isInteger, UNDECIDED, valueOf } from "@hotpy/object-model/kernel/integers/forms";
import { FEW_LIMBS, textOfInteger } from "@hotpy/object-model/kernel/integers/to-text";
import { holderOf, isString, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { isSmall } from "@hotpy/object-model/kernel/words";
import { carriedBy } from "../carriers";
import { SHAPE_DICT, SHAPE_TUPLE, STR_DATA, TAIL_SIZE, TRAIT_CARRIES_ITEMS, TUPLE_ITEMS } from "../generated/constants";
import { floatOf, isFloat } from "../numbers";
import { layOut64, layOutBase, layOutDigits, layOutDouble } from "./format";
import { laidOut } from "./layout";
import { namedIn } from "./named";
import { added, DONE, NO_MEMORY, REFUSED } from "./outcomes";
import { setLayout } from "./spec";
import { addBytes, addText, beginText, dropText, endText } from "./target";
import { addValue } from "./values";

/// `template % values` for values whose text needs no Python code. Anything else, errors among them, is refused and left to who calls.

const PERCENT: i32 = 37;
const OPEN: i32 = 40;
const CLOSE: i32 = 41;
const LESS: i32 = 60;
const EQUALS: i32 = 61;
const GREATER: i32 = 62;
const ZERO: i32 = 48;
/** Of so many bytes more than the template, about, are texts. */
const EXPECTED: i32 = 48;
/** Fields of a digit more characters than this are left to who calls. */
const MOST: i32 = 1 << 24;

/* Flags of a conversion. */
let isLeft: bool = false;
let isAlternate: bool = false;
let hasZero: bool = false;
let sign: i32 = 0;
let width: i32 = 0;
let precision: i32 = 0;

/** template % values, a str of bytes and a tuple, or one value. UNDECIDED: it is not for this. 0: no memory. */
export function percentPlain(template: usize, values: usize): usize {
  if (!isString(template) || widthOf(template) !== 0) return UNDECIDED;
  const carried = carriedBy(values, TRAIT_CARRIES_ITEMS);
  if (carried !== 0 && shapeOf(carried) === SHAPE_TUPLE) values = carried;
  const isTuple = !isSmall(values) && shapeOf(values) === SHAPE_TUPLE;
  const isDict = !isSmall(values) && shapeOf(values) === SHAPE_DICT;
  const count = isTuple ? load<i32>(values, TAIL_SIZE) : 1;
  const text = holderOf(template) + STR_DATA;
  const end = text + lengthOf(template);
  if (!beginText(<i32>(end - text) + EXPECTED)) return 0;
  let next = 0;
  let hasNames = false;
  let outcome = DONE;
  for (let at = text; at < end; ) {
    const start = at;
    while (at < end && load<u8>(at) !== PERCENT) at++;
    if (at > start && !addBytes(start, <i32>(at - start))) return failed(NO_MEMORY);
    if (at === end) break;
    at++;
    let named: usize = 0;
    if (at < end && <i32>load<u8>(at) === OPEN) {
      // Conversions with names and without in one template are rare.
      if (!isDict || next > 0) return failed(REFUSED);
      hasNames = true;
      const nameStart = ++at;
      while (at < end && <i32>load<u8>(at) !== CLOSE) if (<i32>load<u8>(at++) === OPEN) return failed(REFUSED);
      if (at >= end) return failed(REFUSED);
      named = namedIn(values, nameStart, <i32>(at - nameStart));
      if (named === 0) return failed(REFUSED);
      at++;
    }
    at = readFlags(at, end);
    if (at >= end) return failed(REFUSED);
    const type = <i32>load<u8>(at++);
    if (type === PERCENT) {
      // With flags and the like it is rare.
      if (named !== 0 || load<u8>(at - 2) !== PERCENT) return failed(REFUSED);
      if (!addBytes(at - 1, 1)) return failed(NO_MEMORY);
      continue;
    }
    let value = named;
    if (named === 0) {
      if (hasNames || next === count) return failed(REFUSED);
      value = isTuple ? load<usize>(values + (next << 2), TUPLE_ITEMS) : values;
      next++;
    }
    outcome = convert(value, type);
    if (outcome !== DONE) return failed(outcome);
  }
  // A dict may hold what is not asked for.
  return next === count || isDict ? endText() : failed(REFUSED);
}

function failed(outcome: i32): usize {
  dropText();
  return outcome === NO_MEMORY ? 0 : UNDECIDED;
}

/** Reads what stands between "%" and the type; the address of the type, or the end. */
function readFlags(at: usize, end: usize): usize {
  isLeft = false;
  isAlternate = false;
  hasZero = false;
  sign = 0;
  width = -1;
  precision = -1;
  let code = at < end ? <i32>load<u8>(at) : 0;
  for (; code <= ZERO; code = ++at < end ? <i32>load<u8>(at) : 0) {
    if (code === 45) isLeft = true;
    else if (code === 43) sign = code;
    else if (code === 32) sign = sign === 0 ? code : sign;
    else if (code === 35) isAlternate = true;
    else if (code === ZERO) hasZero = true;
    else break;
  }
  for (; <u32>code - 48 <= 9; code = ++at < end ? <i32>load<u8>(at) : 0) {
    if (width > MOST) return end;
    width = max(width, 0) * 10 + code - 48;
  }
  if (code === 46) {
    precision = 0;
    code = ++at < end ? <i32>load<u8>(at) : 0;
    for (; <u32>code - 48 <= 9; code = ++at < end ? <i32>load<u8>(at) : 0) {
      if (precision > MOST) return end;
      precision = precision * 10 + code - 48;
    }
  }
  if ((code | 32) === 108 || code === 104) at++;
  return at;
}

/** Adds a value by a conversion. */
function convert(value: usize, type: i32): i32 {
  switch (type) {
    case 115: // s
      return addValue(value, false, width, precision, isLeft);
    case 114: // r
      return addValue(value, true, width, precision, isLeft);
    case 100: // d, i, u
    case 105:
    case 117:
      return addDecimal(value);
    case 120: // x, X, o
    case 88:
      return addInteger(value, 4, type);
    case 111:
      return addInteger(value, 3, type);
    case 101: // e, f, g, E, F, G
    case 102:
    case 103:
    case 69:
    case 70:
    case 71:
      return addFloat(value, type);
    case 99: // c
      return addCharacter(value);
  }
  return REFUSED;
}

function setFlags(type: i32): void {
  setLayout(hasZero && !isLeft ? ZERO : 32, isLeft ? LESS : hasZero ? EQUALS : GREATER, sign, isAlternate, width, type);
}

function addDecimal(value: usize): i32 {
  if (isInteger(value)) {
    setFlags(100);
    if (!isBig(value)) return added(layOut64(valueOf(value), precision));
    if (countOf(value) > FEW_LIMBS) return REFUSED;
    const text = textOfInteger(value);
    return text === 0 ? NO_MEMORY : added(layOutDigits(text, precision));
  }
  if (value === 0 || !isFloat(value)) return REFUSED;
  const double = floatOf(value);
  if (!(double > -9223372036854774784.0 && double < 9223372036854774784.0)) return REFUSED;
  setFlags(100);
  return added(layOut64(<i64>double, precision));
}

function addInteger(value: usize, bits: i32, type: i32): i32 {
  if (!isInteger(value)) return REFUSED;
  setFlags(type);
  return added(layOutBase(value, bits, precision));
}

function addFloat(value: usize, type: i32): i32 {
  let double: f64;
  if (isInteger(value)) {
    double = integerToDouble(value);
    if (!isFinite(double)) return REFUSED;
  } else if (value !== 0 && isFloat(value)) double = floatOf(value);
  else return REFUSED;
  setFlags(type);
  return added(layOutDouble(double, type, precision));
}

function addCharacter(value: usize): i32 {
  if (isString(value)) return lengthOf(value) === 1 ? addValue(value, false, width, -1, isLeft) : REFUSED;
  if (!isInteger(value) || isBig(value)) return REFUSED;
  const code = valueOf(value);
  if (code < 0 || code > 255 || width > 1) return REFUSED;
  const to = addText(1);
  if (to === 0) return NO_MEMORY;
  store<u8>(to, <u8>code);
  return DONE;
}

/** The decimal text of an integer by a template of one conversion for integers. UNDECIDED: its numbers are too large. 0: no memory. */
export function percentDigits(template: usize, text: usize): usize {
  const start = holderOf(template) + STR_DATA;
  const end = start + lengthOf(template);
  if (readFlags(start + 1, end) >= end) return UNDECIDED;
  setFlags(100);
  return layOutDigits(text, precision) ? laidOut() : 0;
}
