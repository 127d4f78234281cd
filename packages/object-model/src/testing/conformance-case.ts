/** One case of a conformance suite, for any test framework: throws if what it tests fails it. */
export interface ConformanceCase {
  readonly name: string;
  run(): void;
}
