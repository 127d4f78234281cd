import type { Address, Memory, Word } from "@hotpy/memory";
import { NULL } from "@hotpy/memory";
import type { ObjectKernel } from "../kernel.js";
import { BIG_LIMBS } from "../layouts.js";

/// JavaScript's BigInts, which only the host has: constants that the compiler has folded, arguments of embedders.
///
/// They go in and out as hexadecimal text or halves. V8 of Node 20 dies ("RepresentationChangerError") when TurboFan joins values
/// loaded from a BigInt64Array, or BigInts made of numbers, and one use wraps the join to 64 bits: so no asIntN and no i64 view.

export interface BigIntConversions {
  fromHalves(lo: number, hi: number): bigint;
  /** The value of so many limbs. */
  fromLimbs(limbs: Address, count: number): bigint;
  /** The integer; NULL: no memory. */
  toWord(value: bigint): Word;
}

export function createBigIntConversions(memory: Memory, kernel: ObjectKernel): BigIntConversions {
  const { i32 } = memory;

  return {
    fromHalves: (lo, hi) => BigInt(hi) * 0x100000000n + BigInt(lo >>> 0),
    fromLimbs(limbs, count) {
      let text = "0x";
      for (let i = count - 1; i >= 0; i--) text += (i32[(limbs + 4 * i) >>> 2] >>> 0).toString(16).padStart(8, "0");
      return BigInt(text);
    },
    toWord(value) {
      if (value >= -0x40000000n && value <= 0x3fffffffn) return (Number(value) << 1) | 1;
      const digits = (value < 0n ? -value : value).toString(16);
      const count = (digits.length + 7) >>> 3;
      const big = kernel.newBig(count);
      if (big === NULL) return NULL;
      for (let i = 0; i < count; i++) {
        const end = digits.length - 8 * i;
        i32[(big + BIG_LIMBS + 4 * i) >>> 2] = Number.parseInt(digits.slice(Math.max(0, end - 8), end), 16);
      }
      return kernel.finishBig(big, count, value < 0n);
    },
  };
}
