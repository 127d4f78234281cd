import type { Codec } from "@hotpy/python-builtins";
import { CHARACTER_SETS } from "./character-sets.js";
import { type ShiftReader, type ShiftWriter, shiftingCodec } from "./shifting.js";

/// HZ (RFC 1843): "~{" begins characters of GB 2312, "~}" ends them.

const { chinese } = CHARACTER_SETS;
const [TILDE, OPEN, CLOSE, NEWLINE] = [0x7e, 0x7b, 0x7d, 0x0a];

export const hz = (): Codec => shiftingCodec("hz", createReader, createWriter);

function createReader(): ShiftReader {
  let isChinese = false;
  return {
    isPlain: () => !isChinese,
    read(bytes, at) {
      const byte = bytes[at];
      const second = bytes[at + 1];
      if (byte === TILDE) {
        if (second === undefined) return undefined;
        if (second === (isChinese ? CLOSE : OPEN)) isChinese = !isChinese;
        else if (!isChinese && second === TILDE) return { size: 2, code: TILDE };
        else if (isChinese || second !== NEWLINE) return { fault: 1 };
        return { size: 2 };
      }
      if (byte >= 0x80) return { fault: 1 };
      if (!isChinese) return { size: 1, code: byte };
      if (second === undefined) return undefined;
      const code = chinese.character((byte << 8) | second);
      return code === undefined ? { fault: 1 } : { size: 2, code };
    },
  };
}

function createWriter(): ShiftWriter {
  let isChinese = false;
  return {
    finish(push) {
      if (isChinese) [TILDE, CLOSE].forEach(push);
      isChinese = false;
    },
    encodeCode(character, push) {
      if (character < 0x80) {
        this.finish(push);
        if (character === TILDE) push(TILDE);
        push(character);
        return true;
      }
      const code = chinese.code(character);
      if (code === undefined) return false;
      if (!isChinese) [TILDE, OPEN].forEach(push);
      isChinese = true;
      push(code >> 8);
      push(code & 0xff);
      return true;
    },
  };
}
