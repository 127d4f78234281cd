/// Runs of words. A call of a typed array's method costs as much as copying some dozens of words one by one.

/** Words from which on a call of `copyWithin` or `fill` is faster than a loop (17 ns against 1 ns a word). */
const LONG = 16;
const LONG_FILL = 24;

/** Copies words; `to` and `from` are word indices, the runs may overlap. */
export function copyWords(i32: Int32Array, to: number, from: number, count: number): void {
  if (count >= LONG) i32.copyWithin(to, from, from + count);
  else if (to <= from) for (let i = 0; i < count; i++) i32[to + i] = i32[from + i];
  else for (let i = count - 1; i >= 0; i--) i32[to + i] = i32[from + i];
}

/** Sets `count` words to one word; `to` is a word index. */
export function fillWords(i32: Int32Array, word: number, to: number, count: number): void {
  if (count >= LONG_FILL) i32.fill(word, to, to + count);
  else for (let i = to; i < to + count; i++) i32[i] = word;
}
