import { isInCategory, lowerAscii, upperAscii, upperUnicode } from "./characters";
import { BIGCHARSET, CATEGORY, CHARSET, LITERAL, NEGATE, RANGE, RANGE_UNI_IGNORE } from "./opcodes";

/** Whether a character is in the set that the code at an address describes. */
export function isInSet(set: usize, code: i32): bool {
  let found = true;
  while (set !== 0) {
    const op = load<u32>(set);
    set += 4;
    switch (op) {
      case LITERAL:
        if (code === load<i32>(set)) return found;
        set += 4;
        break;
      case CATEGORY:
        if (isInCategory(load<u32>(set), code)) return found;
        set += 4;
        break;
      case CHARSET:
        if (code < 256 && ((load<u32>(set + ((code >> 5) << 2)) >> (code & 31)) & 1) !== 0) return found;
        set += 32;
        break;
      case RANGE:
        if (load<i32>(set) <= code && code <= load<i32>(set + 4)) return found;
        set += 8;
        break;
      case RANGE_UNI_IGNORE: {
        const low = load<i32>(set);
        const high = load<i32>(set + 4);
        if (low <= code && code <= high) return found;
        const upper = upperUnicode(code);
        if (low <= upper && upper <= high) return found;
        set += 8;
        break;
      }
      case NEGATE:
        found = !found;
        break;
      case BIGCHARSET: {
        const blocks = load<i32>(set);
        set += 4;
        const block = code < 65536 ? <i32>load<u8>(set + (code >> 8)) : -1;
        set += 256;
        if (block >= 0 && ((load<u32>(set + (((block * 256 + (code & 255)) >> 5) << 2)) >> (code & 31)) & 1) !== 0)
          return found;
        set += blocks << 5;
        break;
      }
      default:
        return !found;
    }
  }
  return false;
}

/** The same of either case of a character, by ASCII's rules. */
export function isInSetOfLocale(set: usize, code: i32): bool {
  const lower = lowerAscii(code);
  if (isInSet(set, lower)) return true;
  const upper = upperAscii(code);
  return upper !== lower && isInSet(set, upper);
}
