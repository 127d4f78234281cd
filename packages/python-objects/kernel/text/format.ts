import {
  decimalPoint,
  digitCount,
  findPlaces,
  findShortest,
  findSignificant,
  writeNumber,
} from "@hotpy/object-model/kernel/floats/digits";
import { hasSign, isFinite } from "@hotpy/object-model/kernel/floats/parts";
import { integerToDouble } from "@hotpy/object-model/kernel/integers/floats";
import { isBig, isInteger, isNegative, UNDECIDED, valueOf } from "@hotpy/object-model/kernel/integers/forms";
import { integerToBase, textOfInteger } from "@hotpy/object-model/kernel/integers/to-text";
import { copyBytes, fillBytes } from "@hotpy/object-model/kernel/strings/bytes";
import { padString, substring } from "@hotpy/object-model/kernel/strings/make";
import { holderOf, isString, lengthOf, widthOf } from "@hotpy/object-model/kernel/strings/text";
import { DIGITS_BUFFER, STR_DATA, TAIL_SIZE } from "../generated/constants";
import { floatOf, isFloat } from "../numbers";
import {
  exponentialBytes,
  fractionBytes,
  fractionDigits,
  wholeDigits,
  writeExponential,
  writeFraction,
} from "./decimal";
import { laidOut, layOut, restAt, signOf } from "./layout";
import { INF, NAN, needsExponent, textOfNumber } from "./numbers";
import { added, DONE, NO_MEMORY, REFUSED } from "./outcomes";
import {
  align,
  fill,
  grouping,
  isAlternate,
  noNegativeZero,
  parseSpec,
  precision,
  setSpec,
  sign,
  type,
  width,
} from "./spec";
import { addText, isBuilding } from "./target";

/// `__format__` of str, int and float. Where a specification is wrong or does not suit the object, nothing is done: who calls finds out why.

const LESS: i32 = 60;
const GREATER: i32 = 62;
const CENTER: i32 = 94;
const EQUALS: i32 = 61;
const ZERO: i32 = 48;
const COMMA: i32 = 44;

const TYPE_PERCENT: i32 = 37;
const TYPE_UPPER_E: i32 = 69;
const TYPE_UPPER_G: i32 = 71;
const TYPE_UPPER_X: i32 = 88;
const TYPE_B: i32 = 98;
const TYPE_D: i32 = 100;
const TYPE_E: i32 = 101;
const TYPE_F: i32 = 102;
const TYPE_G: i32 = 103;
const TYPE_N: i32 = 110;
const TYPE_O: i32 = 111;
const TYPE_S: i32 = 115;
const TYPE_X: i32 = 120;

/**
 * format(value, spec) of a str, an int or a float; the specification is a str. UNDECIDED: the value is something else, an integer that is
 * long, or the specification is not one for it, or is "c". 0: no memory.
 */
export function formatPlain(value: usize, spec: usize): usize {
  if (!isString(spec)) return UNDECIDED;
  const length = lengthOf(spec);
  if (length === 0) return isString(value) ? value : textOfNumber(value);
  setSpec(holderOf(spec), widthOf(spec), 0, length);
  if (isString(value)) return parseStringSpec() ? padded(cut(value)) : UNDECIDED;
  return result(layOutNumber(value));
}

/** The string of an outcome. */
function result(outcome: i32): usize {
  return outcome === DONE ? laidOut() : outcome === NO_MEMORY ? 0 : UNDECIDED;
}

/** Adds format(value, spec) by the specification that has been set, which is not empty, to a text of parts. */
export function addFormatted(value: usize): i32 {
  if (!isString(value)) return layOutNumber(value);
  if (!parseStringSpec() || widthOf(value) !== 0 || fill > 0xff) return REFUSED;
  const shown = precision >= 0 ? min(precision, lengthOf(value)) : lengthOf(value);
  const padding = max(width - shown, 0);
  if (shown + padding === 0) return DONE;
  const to = addText(shown + padding);
  if (to === 0) return NO_MEMORY;
  const left = align === LESS ? 0 : align === CENTER ? padding >> 1 : padding;
  const text = fillBytes(to, fill, left);
  copyBytes(text, holderOf(value) + STR_DATA, shown);
  fillBytes(text + shown, fill, padding - left);
  return DONE;
}

function parseStringSpec(): bool {
  if (!parseSpec(LESS) || (type !== 0 && type !== TYPE_S)) return false;
  return sign === 0 && !noNegativeZero && !isAlternate && grouping === 0 && align !== EQUALS;
}

function cut(value: usize): usize {
  return precision >= 0 && precision < lengthOf(value) ? substring(value, 0, precision) : value;
}

function layOutNumber(value: usize): i32 {
  if (value === 0) return REFUSED;
  const isWhole = isInteger(value);
  if ((!isWhole && !isFloat(value)) || !parseSpec(GREATER) || (fill > 0xff && isBuilding())) return REFUSED;
  if (isWhole && !isFloatType()) return layOutInteger(value);
  if (type !== 0 && type !== TYPE_N && !isFloatType()) return REFUSED;
  if (grouping !== 0 && type === TYPE_N) return REFUSED;
  const double = isWhole ? integerToDouble(value) : floatOf(value);
  if (isWhole && !isFinite(double)) return REFUSED;
  return added(layOutDouble(double, type, precision));
}

/** A string with the padding that the specification says. */
function padded(string: usize): usize {
  if (string === 0) return 0;
  const padding = width - lengthOf(string);
  if (padding <= 0) return string;
  const left = align === LESS ? 0 : align === CENTER ? padding >> 1 : padding;
  return padString(string, left, padding - left, fill);
}

function isFloatType(): bool {
  return (type >= TYPE_E && type <= TYPE_G) || (type >= TYPE_UPPER_E && type <= TYPE_UPPER_G) || type === TYPE_PERCENT;
}

function isDecimal(): bool {
  return type === 0 || type === TYPE_D || (type === TYPE_N && grouping === 0);
}

function layOutInteger(value: usize): i32 {
  if (precision >= 0 || noNegativeZero) return REFUSED;
  if (isDecimal()) {
    if (!isBig(value)) return added(layOut64(valueOf(value), 0));
    const text = textOfInteger(value);
    return text === UNDECIDED ? REFUSED : added(text !== 0 && layOutDigits(text, 0));
  }
  const bits = type === TYPE_B ? 1 : type === TYPE_O ? 3 : (type | 32) === TYPE_X ? 4 : 0;
  return bits === 0 || grouping === COMMA ? REFUSED : added(layOutBase(value, bits, 0));
}

/** Lays out an integer of any size in a base that is a power of two, with at least so many digits. False: no memory. */
export function layOutBase(value: usize, bits: i32, least: i32): bool {
  const negative = isNegative(value);
  const string = integerToBase(value, bits, 0);
  if (string === 0) return false;
  const digits = string + STR_DATA + i32(negative);
  const count = load<i32>(string, TAIL_SIZE) - i32(negative);
  const prefix = isAlternate ? (type << 8) | ZERO : 0;
  if (type === TYPE_UPPER_X)
    for (let at = digits; at < digits + count; at++) if (load<u8>(at) > 96) store<u8>(at, load<u8>(at) - 32);
  if (least <= count) return layOut(signOf(negative), prefix, digits, count, count, 0, 4);
  return layOutPrecise(negative, prefix, digits, count, least);
}

/** Lays out an integer in decimal, with at least so many digits. False: no memory. */
export function layOut64(number: i64, least: i32): bool {
  const count = writeNumber(DIGITS_BUFFER, number < 0 ? <u64>-number : <u64>number);
  if (least <= count) return layOut(signOf(number < 0), 0, DIGITS_BUFFER, count, count, 0, 3);
  return layOutPrecise(number < 0, 0, DIGITS_BUFFER, count, least);
}

/** Lays out digits behind zeros: `count` of them in all. */
function layOutPrecise(negative: bool, prefix: i32, digits: usize, given: i32, count: i32): bool {
  if (!layOut(signOf(negative), prefix, 0, 0, 0, count, 3)) return false;
  copyBytes(fillBytes(restAt, ZERO, count - given), digits, given);
  return true;
}

/** Lays out the decimal text of an integer, with at least so many digits. False: no memory. */
export function layOutDigits(text: usize, least: i32): bool {
  const negative = load<u8>(text, STR_DATA) === 45;
  const count = load<i32>(text, TAIL_SIZE) - i32(negative);
  const digits = text + STR_DATA + i32(negative);
  if (least <= count) return layOut(signOf(negative), 0, digits, count, count, 0, 3);
  return layOutPrecise(negative, 0, digits, count, least);
}

/** format(value, spec) of an integer whose decimal text is this. UNDECIDED: the specification is not one for decimal numbers. */
export function formatDigits(text: usize, spec: usize): usize {
  setSpec(holderOf(spec), widthOf(spec), 0, lengthOf(spec));
  const isSuitable = parseSpec(GREATER) && precision < 0 && !noNegativeZero && isDecimal();
  return isSuitable ? result(added(layOutDigits(text, 0))) : UNDECIDED;
}

/** Lays out a float in one of its types, of which 0 is one. False: no memory. */
export function layOutDouble(value: f64, kind: i32, places: i32): bool {
  const isPercent = kind === TYPE_PERCENT;
  let magnitude = abs(value);
  if (isPercent) magnitude *= 100;
  const isUpper = kind >= TYPE_UPPER_E && kind <= TYPE_UPPER_G;
  if (!isFinite(magnitude)) return layOutSpecial(value, magnitude, isUpper, isPercent);
  const small = isUpper ? kind | 32 : kind;
  let fraction = places < 0 ? 6 : places;
  let isExponential = small === TYPE_E;
  const keepsPoint = isAlternate;
  if (small === TYPE_F || isPercent) findPlaces(magnitude, fraction);
  else if (isExponential) findSignificant(magnitude, fraction + 1);
  else if (small === 0 && places < 0) {
    findShortest(magnitude);
    isExponential = needsExponent();
    fraction = isExponential ? digitCount - 1 : max(fractionDigits(), 1);
  } else {
    const count = max(fraction, 1);
    findSignificant(magnitude, count);
    // Without a type there is at least one digit behind the point.
    isExponential = decimalPoint <= -4 || decimalPoint > count - i32(small === 0);
    if (isExponential) fraction = isAlternate ? count - 1 : max(digitCount - 1, 0);
    else {
      fraction = isAlternate ? max(count - decimalPoint, 0) : fractionDigits();
      if (small === 0) fraction = max(fraction, 1);
    }
  }
  const negative = hasSign(value) && value === value && !(noNegativeZero && digitCount === 0);
  const rest =
    (isExponential ? exponentialBytes(max(fraction, 0), keepsPoint) : fractionBytes(fraction, keepsPoint)) +
    i32(isPercent);
  const whole = isExponential ? 1 : wholeDigits();
  const given = isExponential ? digitCount : decimalPoint > 0 ? digitCount : 0;
  if (!layOut(signOf(negative), 0, DIGITS_BUFFER, given, whole, rest, 3)) return false;
  let at = restAt;
  if (isExponential) writeExponential(at, max(fraction, 0), keepsPoint, isUpper ? TYPE_UPPER_E : TYPE_E);
  else at = writeFraction(at, fraction, keepsPoint);
  if (isPercent) store<u8>(at, TYPE_PERCENT);
  return true;
}

function layOutSpecial(value: f64, magnitude: f64, isUpper: bool, isPercent: bool): bool {
  const isNumber = magnitude === magnitude;
  if (!layOut(signOf(isNumber && value < 0), 0, 0, 0, 0, 3 + i32(isPercent), 3)) return false;
  const word = (isNumber ? INF : NAN) & (isUpper ? 0xdfdfdf : 0xffffff);
  store<u16>(restAt, word);
  store<u8>(restAt, word >> 16, 2);
  if (isPercent) store<u8>(restAt, TYPE_PERCENT, 3);
  return true;
}
