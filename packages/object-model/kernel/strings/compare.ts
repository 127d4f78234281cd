import { FLAG_INTERNED, STR_DATA, STR_HASH, TAIL_SIZE } from "../generated/constants";
import { shapeOf } from "../header";
import { countBytes } from "../work";
import { codeAt, holderOf, isFlat, sizeOf, widthOf } from "./text";

/** Whether sixteen bytes at two addresses are not the same. */
function differ(a: usize, b: usize): bool {
  return v128.any_true(v128.xor(v128.load(a), v128.load(b)));
}

/** Whether `size` bytes at two addresses are the same. Words may be read at any address. */
export function equalBytes(a: usize, b: usize, size: i32): bool {
  countBytes(size);
  let i = 0;
  for (; i + 16 <= size; i += 16) if (differ(a + i, b + i)) return false;
  for (; i + 8 <= size; i += 8) if (load<u64>(a + i) !== load<u64>(b + i)) return false;
  for (; i + 4 <= size; i += 4) if (load<u32>(a + i) !== load<u32>(b + i)) return false;
  for (; i < size; i++) if (load<u8>(a + i) !== load<u8>(b + i)) return false;
  return true;
}

/** Whether two flat strings have the same text. What lies past the end in the last word is 0, so words are compared. */
export function equalFlat(a: usize, b: usize): bool {
  // Shape and size at once, without the flags.
  if ((load<u64>(a) ^ load<u64>(b)) >> 8 !== 0) return false;
  countBytes(load<i32>(a, TAIL_SIZE));
  const end = a + load<i32>(a, TAIL_SIZE);
  for (; a + 16 <= end; a += 16, b += 16) if (differ(a + STR_DATA, b + STR_DATA)) return false;
  for (; a < end; a += 4, b += 4) if (load<i32>(a, STR_DATA) !== load<i32>(b, STR_DATA)) return false;
  return true;
}

/** Whether two strings, flat or not, have the same text. Equal texts have the same width: the narrowest that holds them. */
export function equalStrings(a: usize, b: usize): bool {
  if (a === b) return true;
  if (isFlat(a) && isFlat(b)) {
    if ((load<i32>(a) & load<i32>(b) & FLAG_INTERNED) !== 0) return false;
    const hashA = load<i32>(a, STR_HASH);
    const hashB = load<i32>(b, STR_HASH);
    return (hashA === hashB || hashA === 0 || hashB === 0) && equalFlat(a, b);
  }
  const size = sizeOf(a);
  if (size !== sizeOf(b)) return false;
  const left = holderOf(a);
  const right = holderOf(b);
  return shapeOf(left) === shapeOf(right) && equalBytes(left + STR_DATA, right + STR_DATA, size);
}

/** Order by code points: -1, 0 or 1. */
export function orderOfStrings(a: usize, b: usize): i32 {
  const order = compareStrings(a, b);
  return i32(order > 0) - i32(order < 0);
}

/** Order by code points: negative, 0 or positive. */
export function compareStrings(a: usize, b: usize): i32 {
  if (a === b) return 0;
  const left = holderOf(a);
  const right = holderOf(b);
  const leftWidth = widthOf(a);
  const rightWidth = widthOf(b);
  const leftLength = sizeOf(a) >>> leftWidth;
  const rightLength = sizeOf(b) >>> rightWidth;
  const common = min(leftLength, rightLength);
  countBytes(common);
  let i = 0;
  if (leftWidth === rightWidth) {
    // Sixteen bytes at a time, then eight, up to the first that differ.
    const step16 = 16 >> leftWidth;
    while (i + step16 <= common && !differ(left + STR_DATA + (i << leftWidth), right + STR_DATA + (i << leftWidth)))
      i += step16;
    const step = 8 >> leftWidth;
    while (
      i + step <= common &&
      load<u64>(left + (i << leftWidth), STR_DATA) === load<u64>(right + (i << leftWidth), STR_DATA)
    )
      i += step;
  }
  for (; i < common; i++) {
    const difference = codeAt(left, leftWidth, i) - codeAt(right, rightWidth, i);
    if (difference !== 0) return difference;
  }
  return leftLength - rightLength;
}
