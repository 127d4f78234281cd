import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/// Where the system refuses output, the command does what CPython does: the same exception at the same call, the same message at
/// the end, the same exit code.

const MAIN = fileURLToPath(new URL("../dist/bundle/main.js", import.meta.url));
const HOTPY = `"${process.execPath}" "${MAIN}"`;

/** Runs a program by a command, under the shell; `$RUN` in `shell` stands for the whole of it. */
function behaviour(command: string, shell: string, program: string): { err: string; code: number | null } {
  const run = `env -u PYTHONUNBUFFERED ${command} -c '${program}'`;
  const { stderr, status } = spawnSync("bash", ["-c", shell.replace("$RUN", run)], { encoding: "utf8", input: "" });
  return { err: stderr, code: status };
}

function check(shell: string, programs: readonly string[]): void {
  for (const program of programs) {
    it(program.replaceAll("\n", "; "), () => {
      expect(behaviour(HOTPY, shell, program)).toEqual(behaviour("python3.11", shell, program));
    });
  }
}

describe("a full disk", () => {
  check("$RUN >/dev/full", [
    'print("x")',
    'print("x" * 100000)',
    'for i in range(10000): print("line", i)',
    'import sys\nprint("x")\nsys.exit(3)',
    'import sys\nprint("x")\nsys.exit("message")',
    'print("x")\n1 / 0',
    'print("x", flush=True)\nprint("never")',
    'print("x")\ninput()',
    "import sys\nfor i in range(3):\n  try: print(i, flush=True)\n  except OSError as e: print(i, repr(e), e.errno, e.strerror, file=sys.stderr)",
    'import sys\nfor i in range(3):\n  try: print("x" * 5000)\n  except OSError as e: print(i, repr(e), file=sys.stderr)',
    'import sys\nn = 0\ntry:\n  for i in range(100000):\n    sys.stdout.write("x" * 99 + "\\n")\n    n = i\nexcept OSError: print("failed at", n, file=sys.stderr)',
    'import sys\ntry: print("x" * 9000)\nexcept OSError: pass\nprint("end", file=sys.stderr)',
    'class C:\n  def __del__(self): print("at the end")\nc = C()',
    "pass",
  ]);
});

describe("a full disk behind standard error", () => {
  check("$RUN 2>/dev/full", [
    'import sys\nprint("x", file=sys.stderr)',
    'import sys\ntry: print("x", file=sys.stderr)\nexcept OSError as e: sys.exit(5)',
    'import sys\nsys.stderr.write("no newline")',
    "1 / 0",
    "def f(",
    "pass",
  ]);
});

describe("a pipe that nobody reads", () => {
  // The reader has gone before the program begins to write.
  check("exec 3> >(exec 0<&-); sleep 0.1; $RUN >&3", [
    'print("x")',
    "for i in range(100000): print(i)",
    "import sys\ntry:\n  for i in range(100000): print(i)\nexcept BrokenPipeError as e:\n  print(repr(e), file=sys.stderr)\n  sys.exit(5)",
    'import sys\nprint("x")\ntry: sys.stdout.flush()\nexcept BrokenPipeError: print("caught", file=sys.stderr)',
  ]);
});
