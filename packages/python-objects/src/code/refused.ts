/**
 * Thrown where what a trace calls needs Python code to run first that has no place for its result. The trace's call is refused then
 * ({@link Reentry.isAllowed}), and the interpreter does it again.
 */
export class Refused extends Error {
  override readonly name = "Refused";
}
