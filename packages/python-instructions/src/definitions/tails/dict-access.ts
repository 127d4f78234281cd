import { ABSENT } from "@hotpy/dict";
import { FRAME_IP, FRAME_SP } from "@hotpy/frame-stack";
import type { LoopTail } from "@hotpy/interpreter";
import {
  ARRAY_ITEMS,
  BYTES_DATA,
  DICT_KEYS,
  DICT_VALUES,
  DICT_VERSION,
  FLAG_WATCHED,
  KEYS_ENTRIES,
  KEYS_INDEX,
  KEYS_MASK,
  SHAPE_STR1,
  STR_HASH,
} from "@hotpy/object-model";
import { equalText } from "./equal-text.js";

/**
 * `o[k]` (operator 0), `o[k] = value` (1), `k in o` (2) and `o.get(k, value)` (3) of a dict. Strings that have a hash
 * are found here, which saves them the call (measured on words that are equal but not the same object: 11 ns against 15), other keys by
 * the kernel of `@hotpy/dict`, unless code of the language has to run for them. The result goes to word index `at`, the end
 * of the operands, and execution goes on at `after`.
 */
export const dictAccess: LoopTail = {
  name: "dict_access",
  parameters: { operator: "i32", o: "i32", k: "i32", value: "i32", at: "i32", after: "i32" },
  caches: 2,
  code: `
    let entry = 0;
    undecided: {
      absent: {
        found: {
          if ((k & 1) === 0 && SHAPE(k) === ${SHAPE_STR1}) {
            const hash = FIELD(k, ${STR_HASH});
            const keys = FIELD(o, ${DICT_KEYS});
            const slots = (FIELD(keys, ${KEYS_INDEX}) + ${BYTES_DATA}) >>> 2;
            const mask = FIELD(keys, ${KEYS_MASK});
            let slot = hash & mask, perturb = hash;
            let number = i32[slots + slot];
            while (number !== 0 && (number < 0 || i32[slots + mask + number] !== hash)) {
              perturb = perturb >>> 5;
              slot = ((slot << 2) + slot + perturb + 1) & mask;
              number = i32[slots + slot];
            }
            if (number > 0) {
              const stored = i32[((keys + ${KEYS_ENTRIES - 4}) >>> 2) + number];
              entry = number - 1;
              if (stored === k) break found;
              if ((stored & 1) === 0 && SHAPE(stored) === ${SHAPE_STR1}) {
                let isSame = 0;
                ${equalText("stored", "k")}
                if (isSame !== 0) break found;
              }
            } else if (hash !== 0) break absent;
          }
          entry = findKey(o, k);
          if (entry >= 0) break found;
          if (entry === ${ABSENT}) break absent;
          break undecided;
        }
        const place = ((FIELD(o, ${DICT_VALUES}) + ${ARRAY_ITEMS}) >>> 2) + entry;
        if (operator !== 1) {
          i32[at] = operator === 2 ? BOOL(ARG === 0) : i32[place];
          sp = at + 1;
          ip = after;
          GOTO
        }
        if ((i32[o >>> 2] & ${FLAG_WATCHED}) === 0) {
          i32[place] = value;
          FIELD(o, ${DICT_VERSION}) = 0;
          sp = at;
          BARRIER_GOTO(FIELD(o, ${DICT_VALUES}), after)
        }
        break undecided;
      }
      if (operator === 1 && (i32[o >>> 2] & ${FLAG_WATCHED}) === 0 && setKey(o, k, value) === 1) {
        sp = at;
        ip = after;
        GOTO
      }
      if (operator >= 2) {
        i32[at] = operator === 3 ? value : BOOL(ARG !== 0);
        sp = at + 1;
        ip = after;
        GOTO
      }
    }
    result = enterHashedAccess(operator, ARG, o, k, value, at, after);
    if (result === 2) LEAVE
    // Of others than methods the operands are off the stack, as Python code may be called that returns to behind this.
    if (operator !== 3) sp = at;
    i32[fp + ${FRAME_IP >>> 2}] = after << 2;
    i32[fp + ${FRAME_SP >>> 2}] = sp << 2;
    if (operator === 0) { CHECK(dictGet(o, k)) }
    else if (operator === 1) {
      CHECK(dictSet(o, k, value))
      ip = after;
      GOTO
    } else if (operator === 3) {
      // As load_method left it: the method and its self, or 1 and a function.
      const first = i32[at] === 1 ? at + 2 : at + 1;
      CHECK(callNative(i32[first - 1], first << 2, sp - first, at << 2))
    } else { CHECK(contains(o, k, ARG)) }
    i32[at] = result;
    sp = at + 1;
    ip = after;
    GOTO`,
};
