// A program that can time its own iterations takes the arguments `--iterations N`, does its work N times, and
// after each prints a line to standard error (or output): the word `iteration` and the seconds it took.
// A program that ignores the arguments is measured as a whole process only.

const line = /^iteration ([0-9.e+-]+)$/;

export interface Output {
  /** Seconds, in the order of the iterations; empty where the program does not time them. */
  readonly iterations: readonly number[];
  /** What else was printed to standard output. It must be the same on every interpreter. */
  readonly printed: string;
}

export function iterationArguments(iterations: number): string[] {
  return ["--iterations", String(iterations)];
}

export function parseOutput(stdout: string, stderr: string): Output {
  const lines = [...stdout.split("\n"), ...stderr.split("\n")];
  return {
    printed: stdout
      .split("\n")
      .filter((text) => !line.test(text))
      .join("\n"),
    iterations: lines.flatMap((text) => line.exec(text)?.slice(1).map(Number) ?? []),
  };
}
