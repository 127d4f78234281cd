/** Something that runs a Python program and is measured doing so. */
export interface Subject {
  /** Short, for tables: `cpython`, `hotpy`, `hotpy -X jit=off`. */
  readonly name: string;
  /** What it is exactly: path and version. */
  readonly version: string;
  /** The command, to which program and arguments are added. */
  readonly command: readonly [string, ...string[]];
}
