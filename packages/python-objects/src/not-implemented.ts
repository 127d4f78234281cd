/** The program needs something that HotPy does not have yet. Not a Python exception: no `except` catches it. */
export class NotImplementedByHotPy extends Error {
  override readonly name = "NotImplementedByHotPy";
  /** Where in the program, once known. */
  filename: string | undefined;
  line: number | undefined;

  constructor(readonly feature: string) {
    super(`hotpy: not implemented: ${feature}`);
  }
}
