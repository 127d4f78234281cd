import { type Memory, SMALL_MIN, type Word } from "@hotpy/memory";
import { STR_DATA } from "../layouts.js";
import type { Text } from "../strings/text.js";

/** Decimal text of small integers, written digit by digit. */
export interface IntegerText {
  /** A str of the integer, which is within int32. */
  fromInt32(value: number): Word;
}

export function createIntegerText(memory: Memory, text: Text): IntegerText {
  const { u8 } = memory;

  return {
    fromInt32(value) {
      if (value >= 0 && value < 10) return text.char(48 + value);
      const magnitude = value < 0 ? -value : value;
      let length = value < 0 ? 1 : 0;
      for (let rest = magnitude; rest > 0; rest = (rest / 10) | 0) length++;
      // Only this magnitude is beyond int32.
      if (value === SMALL_MIN * 2) return writeMost(value);
      const string = text.allocate(0, length);
      const start = (string + STR_DATA) >>> 0;
      let rest = magnitude;
      for (let at = start + length - 1; rest > 0; at--) {
        const quotient = (rest / 10) | 0;
        u8[at] = 48 + (rest - quotient * 10);
        rest = quotient;
      }
      if (value < 0) u8[start] = 45;
      return string;
    },
  };

  function writeMost(value: number): Word {
    const digits = String(value);
    const string = text.allocate(0, digits.length);
    for (let i = 0; i < digits.length; i++) text.setCode(string, i, digits.charCodeAt(i));
    return string;
  }
}
