import { boxFloat } from "@hotpy/object-model/kernel/floats/from-text";
import { fromInt64, UNDECIDED } from "@hotpy/object-model/kernel/integers/forms";
import { isSmall, untagSmall } from "@hotpy/object-model/kernel/words";
import { BOX_VALUE, RANDOM_STATE, RANDOM_WORDS, STR_DATA } from "./generated/constants";

/// MT19937 of Matsumoto and Nishimura (2002): the numbers that CPython draws. A generator holds bytes: 624 words, and how many of them have been used.

const N: i32 = RANDOM_WORDS - 1;
const M: i32 = 397;

function wordsOf(self: usize): usize {
  return load<usize>(self, RANDOM_STATE) + STR_DATA;
}

function wordAt(words: usize, index: i32): u32 {
  return load<u32>(words + ((<usize>index) << 2));
}

function setWord(words: usize, index: i32, word: u32): void {
  store<u32>(words + ((<usize>index) << 2), word);
}

/** What two words next to each other are mixed to. */
function mixed(a: u32, b: u32): u32 {
  const both = (a & <u32>0x80000000) | (b & 0x7fffffff);
  return (both >>> 1) ^ ((both & 1) === 0 ? 0 : <u32>0x9908b0df);
}

function refill(words: usize): void {
  let i = 0;
  for (; i < N - M; i++) setWord(words, i, wordAt(words, i + M) ^ mixed(wordAt(words, i), wordAt(words, i + 1)));
  for (; i < N - 1; i++) setWord(words, i, wordAt(words, i + M - N) ^ mixed(wordAt(words, i), wordAt(words, i + 1)));
  setWord(words, N - 1, wordAt(words, M - 1) ^ mixed(wordAt(words, N - 1), wordAt(words, 0)));
}

/** The next number of 32 bits. */
export function drawWord(self: usize): u32 {
  const words = wordsOf(self);
  let index = <i32>wordAt(words, N);
  if (index >= N) {
    refill(words);
    index = 0;
  }
  setWord(words, N, index + 1);
  let y = wordAt(words, index);
  y ^= y >>> 11;
  y ^= (y << 7) & <u32>0x9d2c5680;
  y ^= (y << 15) & <u32>0xefc60000;
  return y ^ (y >>> 18);
}

/** `random()`: the next number in [0, 1), of 53 bits. 0: no memory, and nothing is drawn. */
export function drawFloat(self: usize): usize {
  const box = boxFloat(0);
  if (box === 0) return 0;
  const high = drawWord(self) >>> 5;
  const low = drawWord(self) >>> 6;
  store<f64>(box, (<f64>high * 67108864.0 + <f64>low) * (1.0 / 9007199254740992.0), BOX_VALUE);
  return box;
}

/** `getrandbits(count)` of so few bits that the number is a small integer; else UNDECIDED. */
export function drawBits(self: usize, count: usize): usize {
  const bits = untagSmall(count);
  if (!isSmall(count) || bits < 1 || bits > 30) return UNDECIDED;
  return fromInt64(drawWord(self) >>> (32 - bits));
}

/** Starts from so many numbers of 32 bits at an address, at least one. */
export function seedRandom(self: usize, key: usize, count: i32): void {
  const words = wordsOf(self);
  setWord(words, 0, 19650218);
  for (let i = 1; i < N; i++) {
    const before = wordAt(words, i - 1);
    setWord(words, i, <u32>1812433253 * (before ^ (before >>> 30)) + <u32>i);
  }
  let i = 1;
  let j = 0;
  for (let left = max(N, count); left > 0; left--) {
    const before = wordAt(words, i - 1);
    setWord(words, i, (wordAt(words, i) ^ ((before ^ (before >>> 30)) * <u32>1664525)) + wordAt(key, j) + <u32>j);
    if (++i >= N) {
      setWord(words, 0, wordAt(words, N - 1));
      i = 1;
    }
    if (++j >= count) j = 0;
  }
  for (let left = N - 1; left > 0; left--) {
    const before = wordAt(words, i - 1);
    setWord(words, i, (wordAt(words, i) ^ ((before ^ (before >>> 30)) * <u32>1566083941)) - <u32>i);
    if (++i >= N) {
      setWord(words, 0, wordAt(words, N - 1));
      i = 1;
    }
  }
  setWord(words, 0, <u32>0x80000000);
  setWord(words, N, N);
}
