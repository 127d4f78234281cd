import { boxFloat } from "@hotpy/object-model/kernel/floats/from-text";
import { shapeOf } from "@hotpy/object-model/kernel/header";
import { fromInt64, isBig, isInteger, UNDECIDED, valueOf } from "@hotpy/object-model/kernel/integers/forms";
import { freshTuple } from "@hotpy/object-model/kernel/lists/layout";
import { copyBytes } from "@hotpy/object-model/kernel/strings/bytes";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { bytesFrom, dataOf, isBytes, newBytes, sizeOfBytes } from "./bytes/layout";
import {
  FALSE,
  FORMATS,
  PACKED_BOOL,
  PACKED_CHAR,
  PACKED_FLOAT,
  PACKED_UNSIGNED,
  PLAN_COUNT,
  PLAN_FIELD_BYTES,
  PLAN_FIELD_KIND,
  PLAN_FIELD_OFFSET,
  PLAN_FIELD_REPEAT,
  PLAN_FIELD_SIZE,
  PLAN_FIELDS,
  PLAN_FIELDS_START,
  PLAN_IS_LITTLE,
  PLAN_SIZE,
  SHAPE_BYTE_STRING,
  STATE_FORMATS,
  STRUCT_PLAN,
  TAIL_SIZE,
  TRUE,
  TUPLE_ITEMS,
} from "./generated/constants";
import { floatOf, isFloat } from "./numbers";

/// Structs of `struct` by plans that lie in memory (see layouts.ts), of values that need no Python code and fit. UNDECIDED: there is no plan, or something
/// does not fit. 0: no memory.

/** The plan of a format that is an interned string; 0: none is known. */
function planOfFormat(format: usize): usize {
  const table = load<usize>(STATE_FORMATS);
  if (table === 0 || isSmall(format)) return 0;
  const entry = table + (((format >>> 3) & (FORMATS - 1)) << 3);
  return load<usize>(entry) === format ? load<usize>(entry, 4) : 0;
}

function planOfStruct(struct: usize): usize {
  return load<usize>(struct, STRUCT_PLAN);
}

/* ---- packing ---- */

/** `Struct.pack` of so many words, the struct first. */
export function packStruct(args: usize, count: i32, names: usize): usize {
  return names !== 0 ? UNDECIDED : pack(planOfStruct(load<usize>(args)), args + 4, count - 1);
}
/** The same of a struct and a tuple of values. */
export function packStructOfTuple(struct: usize, values: usize): usize {
  return pack(planOfStruct(struct), values + TUPLE_ITEMS, load<i32>(values, TAIL_SIZE));
}
/** `struct.pack` of so many words, the format first. */
export function packFormat(args: usize, count: i32, names: usize): usize {
  return names !== 0 || count === 0 ? UNDECIDED : pack(planOfFormat(load<usize>(args)), args + 4, count - 1);
}
/** The same of a tuple of a format and values. */
export function packFormatOfTuple(values: usize): usize {
  return packFormat(values + TUPLE_ITEMS, load<i32>(values, TAIL_SIZE), 0);
}

function pack(plan: usize, values: usize, count: i32): usize {
  if (plan === 0 || load<i32>(plan, PLAN_COUNT) !== count) return UNDECIDED;
  const size = load<i32>(plan, PLAN_SIZE);
  const bytes = newBytes(SHAPE_BYTE_STRING, size);
  if (bytes === 0) return 0;
  const data = dataOf(bytes);
  memory.fill(data, 0, size);
  const isLittle = load<i32>(plan, PLAN_IS_LITTLE) !== 0;
  let field = plan + PLAN_FIELDS_START;
  for (let left = load<i32>(plan, PLAN_FIELDS); left > 0; left--, field += PLAN_FIELD_BYTES) {
    let at = data + load<i32>(field, PLAN_FIELD_OFFSET);
    const kind = load<i32>(field, PLAN_FIELD_KIND);
    const width = load<i32>(field, PLAN_FIELD_SIZE);
    for (let more = load<i32>(field, PLAN_FIELD_REPEAT); more > 0; more--, values += 4, at += width)
      if (!writeItem(at, kind, width, isLittle, load<usize>(values))) return UNDECIDED;
  }
  return bytes;
}

/** Writes a value; false: it is not for this. */
export function writeItem(at: usize, kind: i32, width: i32, isLittle: bool, value: usize): bool {
  if (kind <= PACKED_UNSIGNED) {
    if (!isInteger(value) || isBig(value)) return false;
    const number = valueOf(value);
    if (kind === PACKED_UNSIGNED) {
      if (number < 0 || (width < 8 && number >> (width << 3) !== 0)) return false;
    } else if (width < 8) {
      const past = (<i64>1) << ((width << 3) - 1);
      if (number < -past || number >= past) return false;
    }
    writeBits(at, width, isLittle, number);
    return true;
  }
  if (kind === PACKED_FLOAT) {
    let double: f64;
    if (isSmall(value)) double = <f64>untagSmall(value);
    else if (value !== 0 && isFloat(value)) double = floatOf(value);
    else return false;
    // What bits a NaN has, and what is too large, is for who calls.
    if (double !== double) return false;
    if (width === 8) writeBits(at, 8, isLittle, reinterpret<i64>(double));
    else {
      const single = <f32>double;
      if (abs(single) === <f32>Infinity && abs(double) !== Infinity) return false;
      writeBits(at, 4, isLittle, <i64>reinterpret<i32>(single));
    }
    return true;
  }
  if (kind === PACKED_BOOL) {
    if (value !== TRUE && value !== FALSE) return false;
    store<u8>(at, i32(value === TRUE));
    return true;
  }
  if (!isBytes(value)) return false;
  const size = sizeOfBytes(value);
  if (kind === PACKED_CHAR && (size !== 1 || shapeOf(value) !== SHAPE_BYTE_STRING)) return false;
  copyBytes(at, dataOf(value), min(size, width));
  return true;
}

function writeBits(at: usize, width: i32, isLittle: bool, bits: i64): void {
  if (width === 1) store<u8>(at, <u8>bits);
  else if (width === 2) store<u16>(at, isLittle ? <u16>bits : bswap<u16>(<u16>bits));
  else if (width === 4) store<u32>(at, isLittle ? <u32>bits : bswap<u32>(<u32>bits));
  else store<u64>(at, isLittle ? <u64>bits : bswap<u64>(<u64>bits));
}

/* ---- unpacking ---- */

/** `Struct.unpack` of bytes. */
export function unpackStruct(struct: usize, buffer: usize): usize {
  return unpackWhole(planOfStruct(struct), buffer);
}
/** `struct.unpack` of a format and bytes. */
export function unpackFormat(format: usize, buffer: usize): usize {
  return unpackWhole(planOfFormat(format), buffer);
}
/** `Struct.unpack_from` of bytes, at their start. */
export function unpackStructFrom(struct: usize, buffer: usize): usize {
  return unpackAt(planOfStruct(struct), buffer, 1);
}
/** The same at an offset that is not negative. */
export function unpackStructAt(struct: usize, buffer: usize, offset: usize): usize {
  return unpackAt(planOfStruct(struct), buffer, offset);
}
export function unpackFormatFrom(format: usize, buffer: usize): usize {
  return unpackAt(planOfFormat(format), buffer, 1);
}
export function unpackFormatAt(format: usize, buffer: usize, offset: usize): usize {
  return unpackAt(planOfFormat(format), buffer, offset);
}

function unpackWhole(plan: usize, buffer: usize): usize {
  if (plan === 0 || !isBytes(buffer) || sizeOfBytes(buffer) !== load<i32>(plan, PLAN_SIZE)) return UNDECIDED;
  return unpack(plan, dataOf(buffer));
}

function unpackAt(plan: usize, buffer: usize, word: usize): usize {
  if (plan === 0 || !isBytes(buffer) || !isSmall(word)) return UNDECIDED;
  const offset = untagSmall(word);
  if (offset < 0 || sizeOfBytes(buffer) - offset < load<i32>(plan, PLAN_SIZE)) return UNDECIDED;
  return unpack(plan, dataOf(buffer) + offset);
}

function unpack(plan: usize, data: usize): usize {
  const count = load<i32>(plan, PLAN_COUNT);
  if (count === 0) return UNDECIDED;
  const tuple = freshTuple(count);
  if (tuple === 0) return 0;
  const isLittle = load<i32>(plan, PLAN_IS_LITTLE) !== 0;
  let to = tuple + TUPLE_ITEMS;
  let field = plan + PLAN_FIELDS_START;
  for (let left = load<i32>(plan, PLAN_FIELDS); left > 0; left--, field += PLAN_FIELD_BYTES) {
    let at = data + load<i32>(field, PLAN_FIELD_OFFSET);
    const kind = load<i32>(field, PLAN_FIELD_KIND);
    const width = load<i32>(field, PLAN_FIELD_SIZE);
    for (let more = load<i32>(field, PLAN_FIELD_REPEAT); more > 0; more--, to += 4, at += width) {
      const item = readItem(at, kind, width, isLittle);
      if (item === 0 || item === UNDECIDED) return item;
      store<usize>(to, item);
    }
  }
  return tuple;
}

/** A value; UNDECIDED: it is a number of 64 bits that is none with a sign; 0: no memory. */
export function readItem(at: usize, kind: i32, width: i32, isLittle: bool): usize {
  if (kind === PACKED_BOOL) return load<u8>(at) !== 0 ? TRUE : FALSE;
  if (kind >= PACKED_CHAR) return bytesFrom(SHAPE_BYTE_STRING, at, width);
  const bits = readBits(at, width, isLittle);
  if (kind === PACKED_FLOAT) return boxFloat(width === 8 ? reinterpret<f64>(bits) : <f64>reinterpret<f32>(<i32>bits));
  if (kind === PACKED_UNSIGNED) return bits < 0 ? UNDECIDED : fromInt64(<i64>bits);
  const shift = 64 - (width << 3);
  return fromInt64((bits << shift) >> shift);
}

function readBits(at: usize, width: i32, isLittle: bool): i64 {
  if (width === 1) return <i64>load<u8>(at);
  if (width === 2) return <i64>(isLittle ? load<u16>(at) : bswap<u16>(load<u16>(at)));
  if (width === 4) return <i64>(isLittle ? load<u32>(at) : bswap<u32>(load<u32>(at)));
  return <i64>(isLittle ? load<u64>(at) : bswap<u64>(load<u64>(at)));
}
