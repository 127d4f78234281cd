import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/// HotPy at a terminal, beside CPython.

const MAIN = fileURLToPath(new URL("../dist/bundle/main.js", import.meta.url));
const DRIVER = fileURLToPath(new URL("command/at-terminal.py", import.meta.url));
const HOTPY = [process.execPath, MAIN];
const CPYTHON = ["/usr/bin/python3.11"];
const newHome = (): string => mkdtempSync(join(tmpdir(), "hotpy-test-"));

type Steps = readonly (readonly [awaited: string, typed: string])[];

function atTerminal(command: readonly string[], steps: Steps, env: NodeJS.ProcessEnv = {}) {
  const { stdout, stderr } = spawnSync("/usr/bin/python3.11", [DRIVER, ...command], {
    input: JSON.stringify(steps),
    encoding: "utf8",
    env: { ...process.env, TERM: "xterm", HOME: newHome(), ...env },
  });
  if (stderr !== "") throw new Error(stderr);
  const { shown, status } = JSON.parse(stdout) as { shown: string; status: number };
  // Where the cursor goes is the editor's own business.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return { shown: shown.replace(/\x1b\[[?\d;]*[A-Za-z]|\x07/g, "").replace(/\r+\n/g, "\n"), status };
}

/** Lines that follow a prompt each, `... ` where they start with it. */
const typed = (...lines: string[]): Steps =>
  lines.map((line) => (line.startsWith("... ") ? ["... ", `${line.slice(4)}\r`] : [">>> ", `${line}\r`]));

describe("the prompt", () => {
  const sessions: Record<string, Steps> = {
    statements: typed(
      "1 + 1",
      "_ * 21",
      "",
      "# comment",
      "a = 1; a",
      "if a:",
      "...   5",
      "... else:",
      "...   6",
      "... ",
    ),
    "lines that go on": typed(
      "x = (1 +",
      "... 2)",
      "x",
      "'''a",
      "... b'''",
      "x = 3 \\",
      "... + 4",
      "x",
      "def f(): 1 / 0",
      "... ",
      "f()",
    ),
    "errors of syntax": typed(
      "x = = 1",
      "  x",
      "def f():",
      "...   y = = 1",
      "1; x y",
      "if 1: 5",
      "... 6",
      "from __future__ import annotations",
      "def g(a: b): pass",
      "... ",
      "g.__annotations__",
    ),
    exceptions: typed(
      "1 / 0",
      "import sys; sys.last_type",
      "raise KeyError",
      "class A:",
      "...   def __repr__(self): return 1",
      "... ",
      "A()",
    ),
    "settings of sys": [
      ...typed("import sys", "sys.displayhook = lambda value: print('shown', value)", "3", "sys.ps1 = 'next '"),
      ["next ", "4\r"],
      ["next ", "exit(3)\r"],
    ],
    "what is asked for by input": [...typed("input('name? ') + '!'"), ["name? ", "Ann\r"], [">>> ", "exit\r"]],
    "the user's interrupt": [
      [">>> ", "\x03"],
      [">>> ", "while True: pass\r"],
      ["... ", "\r"],
      ["\n", "\x03"],
      [">>> ", "def f(\r"],
      ["... ", "\x03"],
      [">>> ", "5\r"],
    ],
    completion: [
      ...typed("import sys"),
      [">>> ", "sys.getrefc\t"],
      ["getrefcount(", "1) and 'done'\r"],
      [">>> ", "prin\t"],
      ["print(", "'x')\r"],
    ],
  };
  for (const [name, steps] of Object.entries(sessions))
    it(`is CPython's: ${name}`, () => {
      const ending: Steps = name === "settings of sys" ? [] : [[">>> ", "\x04"]];
      const run = (command: readonly string[]) => atTerminal([...command, "-q"], [...steps, ...ending]);
      expect(run(HOTPY)).toEqual(run(CPYTHON));
    });

  it("follows a program with -i or PYTHONINSPECT, also one that has failed", () => {
    const path = join(newHome(), "program.py");
    writeFileSync(path, "x = 41\n1 / 0\n");
    const steps = typed("x + 1", "__name__", "exit()");
    expect(atTerminal([...HOTPY, "-i", path], steps)).toEqual(atTerminal([...CPYTHON, "-i", path], steps));
    const inspecting = { PYTHONINSPECT: "1" };
    const command = ["-c", "import sys; y = 3; sys.exit(4)"];
    const after = typed("y", "raise SystemExit(5)");
    expect(atTerminal([...HOTPY, ...command], after, inspecting)).toEqual(
      atTerminal([...CPYTHON, ...command], after, inspecting),
    );
  });

  it("keeps the lines of the past, and runs PYTHONSTARTUP first", () => {
    const HOME = newHome();
    const startup = join(HOME, "startup.py");
    writeFileSync(startup, "started = 7\n");
    const env = { HOME, PYTHONSTARTUP: startup };
    const first = atTerminal([...HOTPY, "-q"], typed("started + 1", "started + 2", "exit()"), env);
    expect(first.shown).toContain("8\n");
    expect(readFileSync(join(HOME, ".python_history"), "utf8")).toBe("started + 1\nstarted + 2\nexit()\n");
    // Three lines up.
    const up = "\x1b[A";
    const second = atTerminal(
      [...HOTPY, "-q"],
      [
        [">>> ", `${up}${up}${up}\r`],
        ["8\r", "exit()\r"],
      ],
      env,
    );
    expect(second.status).toBe(0);
  });

  it("lets other threads run, and a handler of signals", () => {
    const steps: Steps = [
      ...typed("import signal, threading, time", "def f():", "...   time.sleep(0.2); print('from a thread')", "... "),
      ...typed("signal.signal(signal.SIGINT, lambda *_: print('handled', flush=True)) and None"),
      [">>> ", "threading.Thread(target=f).start()\r"],
      ["from a thread", "1\x03"],
      ["handled", "+1\r"],
      ["2\r", "exit()\r"],
    ];
    expect(atTerminal([...HOTPY, "-q"], steps).status).toBe(0);
  });
});

describe("programs at a terminal", () => {
  it("change its settings by termios, and read without showing what is typed", () => {
    const program = fileURLToPath(new URL("command/terminal-settings.py", import.meta.url));
    const steps: Steps = [["password: ", "secret\r"]];
    expect(atTerminal([...HOTPY, program], steps)).toEqual(atTerminal([...CPYTHON, program], steps));
  });
});

describe("statements that come from a pipe", () => {
  const run = (command: readonly string[], input: string) => {
    const { stdout, stderr, status } = spawnSync(command[0], command.slice(1), { input, encoding: "utf8" });
    return { stdout, stderr, status };
  };
  it("are run one by one with -i", () => {
    const input = "x = 1\nx\nif x:\n  5\n\n1/0\nx = = 1\nexit(3)\n";
    expect(run([...HOTPY, "-iq"], input)).toEqual(run([...CPYTHON, "-iq"], input));
    expect(run([...HOTPY, "-i", "-c", "1/0"], "2\n")).toEqual(run([...CPYTHON, "-i", "-c", "1/0"], "2\n"));
  });

  it("are a program without", () => {
    const input = "print(1)\nif 1:\n  print(2)\nprint(3)";
    expect(run(HOTPY, input)).toEqual(run(CPYTHON, input));
  });
});

describe("input", () => {
  it("asks what the program has made sys.stdin and sys.stdout", () => {
    const program = [
      "import io, sys",
      "sys.stdin = io.StringIO('one\\ntwo')",
      "print([input('a'), input()])",
      "try: input()",
      "except EOFError as error: print(error)",
      "sys.stdout = file = io.StringIO()",
      "sys.stdin = io.StringIO('three\\n')",
      "answer = input(5)",
      "sys.stdout = sys.__stdout__",
      "print(answer, file.getvalue())",
      "sys.stdin = None",
      "try: input()",
      "except RuntimeError as error: print(error)",
    ].join("\n");
    const run = (command: readonly string[]) =>
      spawnSync(command[0], [...command.slice(1), "-c", program], { encoding: "utf8" }).stdout;
    expect(run(HOTPY)).toBe(run(CPYTHON));
  });
});

describe("standard streams", () => {
  const run = (
    command: readonly string[],
    program: string,
    env: NodeJS.ProcessEnv = {},
    input: string | Uint8Array = "aé\r\nb",
  ) => {
    const { stdout, stderr } = spawnSync(command[0], [...command.slice(1), "-c", program], {
      input,
      env: { ...process.env, PYTHONUNBUFFERED: "", ...env },
    });
    return { stdout: stdout.toString("latin1"), stderr: stderr.toString("latin1") };
  };
  it("are objects of io.TextIOWrapper, which can be closed and detached", () => {
    const program = [
      "import io, sys",
      "print(*[isinstance(stream, io.TextIOWrapper) for stream in (sys.stdin, sys.stdout, sys.stderr)], isinstance(sys.stdout, io.TextIOBase), flush=True)",
      "def fault(call, *args):",
      "    try: call(*args)",
      "    except Exception as error: print(type(error).__name__, error, file=sys.stderr)",
      "fault(sys.stdout.read)",
      "fault(sys.stdin.write, 'x')",
      "narrow = io.TextIOWrapper(sys.stdout.buffer, encoding='latin-1', errors='replace', line_buffering=True)",
      "print('é€', file=narrow, flush=True)",
      "below = sys.stdout.detach()",
      "fault(print, 'x')",
      "fault(sys.stdout.write, 'x')",
      "print(sys.stdout.buffer, file=sys.stderr)",
      "sys.stdout = io.TextIOWrapper(below, encoding='utf-16-le')",
      "print('wide')",
      "sys.stdout.flush()",
      "sys.stdin.close()",
      "print(sys.stdin.closed, file=sys.stderr)",
      "fault(input)",
      "fault(sys.stdin.read)",
    ].join("\n");
    expect(run(HOTPY, program)).toEqual(run(CPYTHON, program));
  });

  it("let bytes that are no text pass in the locales in which CPython does, and refuse them where they are to", () => {
    const program =
      "import sys; print(sys.stdin.errors, sys.stdout.errors)\ntry: print(ascii(input()))\nexcept ValueError as e: print(e)\nelse: print(sys.stdin.read())";
    const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff, 0x0a, 0x62, 0xe2, 0x82, 0x0a, 0x80);
    const locales = ["C", "POSIX", "C.UTF-8"].map((LC_ALL) => ({ LC_ALL }));
    for (const env of [...locales, { PYTHONIOENCODING: ":strict" }, { PYTHONUTF8: "1" }])
      expect(run(HOTPY, program, env, bytes)).toEqual(run(CPYTHON, program, env, bytes));
  });

  it("have the encoding that PYTHONIOENCODING says", () => {
    const program =
      "import sys; print('é€'); print(sys.stdout.errors, sys.stderr.errors, sys.stdin.errors); print(ascii(input()))";
    for (const PYTHONIOENCODING of ["latin-1:replace", ":replace", "ascii:backslashreplace", "cp1252"])
      expect(run(HOTPY, program, { PYTHONIOENCODING })).toEqual(run(CPYTHON, program, { PYTHONIOENCODING }));
  });
});
