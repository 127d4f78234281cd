import type { Address } from "@hotpy/memory";

/**
 * The C3 linearisation of a class with these bases, without the class itself.
 * Undefined if there is no consistent order.
 */
export function linearise(
  bases: readonly Address[],
  mroOf: (type: Address) => readonly Address[],
): Address[] | undefined {
  const sequences = [...bases.map((base) => [...mroOf(base)]), [...bases]];
  const result: Address[] = [];
  for (;;) {
    const remaining = sequences.filter((sequence) => sequence.length > 0);
    if (remaining.length === 0) return result;
    const candidate = remaining
      .map(([head]) => head)
      .find((head) => !remaining.some((sequence) => sequence.indexOf(head) > 0));
    if (candidate === undefined) return undefined;
    result.push(candidate);
    for (const sequence of remaining) if (sequence[0] === candidate) sequence.shift();
  }
}
