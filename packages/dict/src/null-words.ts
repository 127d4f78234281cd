/** Words from which on a call of `fill` is faster than a loop. */
const LONG = 64;

/** Sets words to NULL, which is also 0; `start` is a word index. */
export function nullWords(i32: Int32Array, start: number, words: number): void {
  if (words >= LONG) i32.fill(0, start, start + words);
  else for (let i = start; i < start + words; i++) i32[i] = 0;
}
