import { CASE_CAPITALIZE, CASE_LOWER, CASE_SWAP, CASE_TITLE } from "../generated/constants";
import { dataOf, newBytes } from "./layout";

/// Case of bytes: of the letters of ASCII.

function isUpperByte(byte: i32): bool {
  return <u32>(byte - 65) < 26;
}

function isLowerByte(byte: i32): bool {
  return <u32>(byte - 97) < 26;
}

/** Turns the case of all letters that it is to be turned of, sixteen bytes at a time. */
function changeAll(to: usize, from: usize, size: i32, how: i32): void {
  // Small letters alone, capital letters alone, or both as if they were small.
  const first = how === CASE_LOWER ? 65 : 97;
  const folded = how === CASE_SWAP ? 32 : 0;
  const firsts = i8x16.splat(<i8>first);
  const folds = i8x16.splat(<i8>folded);
  const bit = i8x16.splat(32);
  let i = 0;
  for (; i + 16 <= size; i += 16) {
    const bytes = v128.load(from + i);
    const letters = i8x16.lt_u(i8x16.sub(v128.or(bytes, folds), firsts), i8x16.splat(26));
    v128.store(to + i, v128.xor(bytes, v128.and(letters, bit)));
  }
  for (; i < size; i++) {
    const byte = <i32>load<u8>(from + i);
    store<u8>(to + i, <u8>(<u32>((byte | folded) - first) < 26 ? byte ^ 32 : byte));
  }
}

/** Bytes whose case is changed so: CASE_LOWER, CASE_UPPER, … */
export function changeCaseOfBytes(shape: i32, from: usize, size: i32, how: i32): usize {
  const result = newBytes(shape, size);
  if (result === 0) return 0;
  const to = dataOf(result);
  if (how !== CASE_TITLE && how !== CASE_CAPITALIZE) {
    changeAll(to, from, size, how);
    return result;
  }
  let isFirst = true;
  for (let i = 0; i < size; i++) {
    const byte = <i32>load<u8>(from + i);
    const isUpper = isUpperByte(byte);
    const isLower = isLowerByte(byte);
    store<u8>(to + i, <u8>((isFirst ? isLower : isUpper) ? byte ^ 32 : byte));
    isFirst = how === CASE_TITLE && !isUpper && !isLower;
  }
  return result;
}
