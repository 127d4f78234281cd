import { CASE_CAPITALIZE, CASE_LOWER, CASE_SWAP, CASE_TITLE, CASE_UPPER } from "../generated/constants";
import { dataOf, newBytes } from "./layout";

/// Case of bytes: of the letters of ASCII.

function isUpperByte(byte: i32): bool {
  return <u32>(byte - 65) < 26;
}

function isLowerByte(byte: i32): bool {
  return <u32>(byte - 97) < 26;
}

/** Bytes whose case is changed so: CASE_LOWER, CASE_UPPER, … */
export function changeCaseOfBytes(shape: i32, from: usize, size: i32, how: i32): usize {
  const result = newBytes(shape, size);
  if (result === 0) return 0;
  const to = dataOf(result);
  let isFirst = true;
  for (let i = 0; i < size; i++) {
    const byte = <i32>load<u8>(from + i);
    const isUpper = isUpperByte(byte);
    const isLower = isLowerByte(byte);
    const rises =
      how === CASE_UPPER || how === CASE_SWAP || ((how === CASE_TITLE || how === CASE_CAPITALIZE) && isFirst);
    const falls =
      how === CASE_LOWER || how === CASE_SWAP || ((how === CASE_TITLE || how === CASE_CAPITALIZE) && !isFirst);
    store<u8>(to + i, <u8>((isUpper && falls) || (isLower && rises) ? byte ^ 32 : byte));
    isFirst = how === CASE_TITLE && !isUpper && !isLower;
  }
  return result;
}
