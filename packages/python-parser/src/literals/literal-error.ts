/** A literal that reads well as a token but has no value; the message is CPython's. */
export class LiteralError extends Error {}

/** Thrown for the parts of Python that are not implemented, so that they are never misread. */
export class UnsupportedSyntaxError extends Error {
  /** The line it stands in, from 1; 0 until that is known. */
  lineno = 0;

  /** @param feature what is missing, such as `\N{…} in strings` */
  constructor(readonly feature: string) {
    super(`not implemented: ${feature}`);
    this.name = "UnsupportedSyntaxError";
  }
}
