/** Runs of fewer words are copied or filled in a loop: the engine's own copy is a call out of compiled code. */
const FEW: i32 = 32;

/** Copies words between two places, which may overlap only if `to` is the lower one. */
export function copyWords(to: usize, from: usize, count: i32): void {
  if (count >= FEW) {
    memory.copy(to, from, count << 2);
    return;
  }
  const end = to + (count << 2);
  for (; to < end; to += 4, from += 4) store<i32>(to, load<i32>(from));
}

/** Sets words to 0. */
export function fillZero(to: usize, count: i32): void {
  if (count >= FEW) {
    memory.fill(to, 0, count << 2);
    return;
  }
  for (const end = to + (count << 2); to < end; to += 4) store<i32>(to, 0);
}
