/** What became of a test. `crashed`: the program ended; `late`: it took longer than it may. */
export type Kind = "ok" | "fail" | "skip" | "crashed" | "late";

export interface Outcome {
  readonly kind: Kind;
  /** An exception, a reason to skip, or the last line of a program that ended; `""` for `ok`. */
  readonly reason: string;
}

/** What became of a file of tests. */
export interface FileOutcome {
  /** Why the file could not be imported, where it could not. */
  readonly unloaded?: string;
  /** By the test's name, such as `ListTest.test_append`. */
  readonly tests: ReadonlyMap<string, Outcome>;
}
