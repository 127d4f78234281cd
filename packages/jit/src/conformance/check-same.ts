/** Throws unless both are the same; NaN is the same as NaN, and -0 is not 0. */
export function checkSame(found: unknown, expected: unknown, what: string): void {
  if (!Object.is(found, expected)) throw new Error(`${what}: ${show(found)} instead of ${show(expected)}`);
}

const show = (value: unknown): string => (Object.is(value, -0) ? "-0" : String(value));
