/** Whether a word is a small integer, and no reference. Of `a | b`: whether one is; of `a & b`: whether both are. */
export function isSmall(word: usize): bool {
  return (word & 1) !== 0;
}

/** The word of an integer from SMALL_MIN to SMALL_MAX. */
export function tagSmall(value: i32): usize {
  return ((<usize>value) << 1) | 1;
}

/** The integer of a word that is a small one. */
export function untagSmall(word: usize): i32 {
  return <i32>word >> 1;
}

/** From so many words on they are left to the engine's own copy, which is a call out of compiled code. */
const MANY: i32 = 64;

/** Copies words between two places, which may overlap only if `to` is the lower one. */
export function copyWords(to: usize, from: usize, count: i32): void {
  if (count >= MANY) {
    memory.copy(to, from, count << 2);
    return;
  }
  const end = to + (count << 2);
  for (; to + 16 <= end; to += 16, from += 16) v128.store(to, v128.load(from));
  for (; to < end; to += 4, from += 4) store<i32>(to, load<i32>(from));
}

/** Copies words between two places that may overlap in any way. */
export function moveWords(to: usize, from: usize, count: i32): void {
  if (to <= from || count >= MANY) {
    copyWords(to, from, count);
    return;
  }
  let rest = count << 2;
  for (; rest >= 16; rest -= 16) v128.store(to + rest - 16, v128.load(from + rest - 16));
  for (; rest > 0; rest -= 4) store<i32>(to + rest - 4, load<i32>(from + rest - 4));
}

/** Sets words to a value. */
export function fillWords(to: usize, word: usize, count: i32): void {
  const end = to + (count << 2);
  const words = i32x4.splat(<i32>word);
  for (; to + 16 <= end; to += 16) v128.store(to, words);
  for (; to < end; to += 4) store<usize>(to, word);
}

/** Sets words to 0. */
export function fillZero(to: usize, count: i32): void {
  if (count >= MANY) memory.fill(to, 0, count << 2);
  else fillWords(to, 0, count);
}
