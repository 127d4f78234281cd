/** What adding a part comes to. */
export const DONE: i32 = 0;
/** It is not for this module: nothing is to come of the text. */
export const REFUSED: i32 = 1;
export const NO_MEMORY: i32 = 2;

export function added(isDone: bool): i32 {
  return isDone ? DONE : NO_MEMORY;
}
