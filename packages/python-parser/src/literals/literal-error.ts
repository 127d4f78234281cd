/** A literal that reads well as a token but has no value; the message is CPython's. */
export class LiteralError extends Error {}
