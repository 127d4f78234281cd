import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

/** What is put behind a program that only defines `main()`, so that it times its own iterations. */
const DRIVER = `

def _drive():
    import sys, time
    for _ in range(int(sys.argv[2]) if sys.argv[1:2] == ["--iterations"] else 1):
        start = time.perf_counter()
        result = main()
        print("iteration", time.perf_counter() - start, file=sys.stderr)
    print(result)

_drive()
`;

/**
 * Programs as they are to be run: one that defines `main()` and does not call it becomes a file in a directory, which calls and times
 * it.
 */
export function driven(programs: readonly string[], directory: string): string[] {
  return programs.map((program) => {
    const text = readFileSync(program, "utf8");
    if (!/^def main\(\):/m.test(text) || /^(main\(\)|if __name__)/m.test(text)) return program;
    const path = join(directory, basename(program));
    writeFileSync(path, text + DRIVER);
    return path;
  });
}
