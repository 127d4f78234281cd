import { execFileSync, spawn, spawnSync } from "node:child_process";
import { closeSync, mkdirSync, mkdtempSync, openSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";

/// The command as users start it: the bundle that `./hotpy` runs, which `npm test` has built before.

const MAIN = fileURLToPath(new URL("../dist/bundle/main.js", import.meta.url));

function hotpy(
  args: readonly string[],
  input = "",
  cwd?: string,
  env: NodeJS.ProcessEnv = process.env,
): { out: string; err: string; code: number | null; signal: string | null } {
  const { stdout, stderr, status, signal } = spawnSync(process.execPath, [MAIN, ...args], {
    input,
    encoding: "utf8",
    cwd,
    env,
  });
  return { out: stdout, err: stderr, code: status, signal };
}

function programFile(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "hotpy-test-")), "program.py");
  writeFileSync(path, text);
  return path;
}

describe("signals", () => {
  const program = fileURLToPath(new URL("command/signals.py", import.meta.url));
  for (const options of [[], ["-X", "threshold=2"], ["-X", "jit=off"]])
    it(`come to their handlers, as in CPython ${options.join(" ")}`, () => {
      const expected = spawnSync("/usr/bin/python3.11", [program], { encoding: "utf8" });
      expect(hotpy([...options, program])).toEqual({
        out: expected.stdout,
        err: expected.stderr,
        code: expected.status,
        signal: expected.signal,
      });
    });
});

describe("processes", () => {
  it("share work as CPython's do", { timeout: 60_000 }, () => {
    const program = fileURLToPath(new URL("command/processes.py", import.meta.url));
    const expected = spawnSync("/usr/bin/python3.11", [program], { encoding: "utf8" });
    expect(hotpy([program])).toEqual({ out: expected.stdout, err: "", code: 0, signal: null });
  });
});

describe("the command line", () => {
  it("and the environment set sys.flags and sys.orig_argv as CPython's do", () => {
    const program = "import sys; print(*sys.flags); print(sys.orig_argv[1:], sys.path[0] == '')";
    const cases: [Record<string, string>, string[]][] = [
      [{}, []],
      [{ PYTHONDONTWRITEBYTECODE: "x", PYTHONNOUSERSITE: "1", PYTHONVERBOSE: "0" }, ["-OO"]],
      [{ PYTHONHASHSEED: "0", PYTHONDEVMODE: "0" }, ["-X", "utf8=0"]],
      [{ PYTHONSAFEPATH: "1", PYTHONUTF8: "1", PYTHONDEBUG: "2" }, ["-X", "dev"]],
      [{ PYTHONUTF8: "0", PYTHONOPTIMIZE: "2" }, ["-X", "utf8", "-X", "warn_default_encoding", "-qb"]],
      [{ PYTHONINTMAXSTRDIGITS: "700" }, []],
      [{ PYTHONINTMAXSTRDIGITS: "800" }, ["-X", "int_max_str_digits=0"]],
      [{ PYTHONDEBUG: "2", PYTHONDONTWRITEBYTECODE: "1", PYTHONHASHSEED: "0" }, ["-E"]],
      [{ PYTHONSAFEPATH: "1", PYTHONOPTIMIZE: "x", LANG: "C.UTF-8" }, ["-I"]],
    ];
    const { PATH } = process.env;
    for (const [variables, options] of cases) {
      const env = { PATH, ...variables };
      const args = [...options, "-c", program, "a", "-b"];
      const expected = spawnSync("/usr/bin/python3.11", args, { encoding: "utf8", env }).stdout;
      expect(hotpy(args, "", undefined, env).out).toBe(expected);
    }
  });

  it("and the environment set the limit of digits also for programs that do not import sys", () => {
    const program = "print(len(str(int('7' * 5000))))";
    const { PATH } = process.env;
    expect(hotpy(["-c", program], "", undefined, { PATH, PYTHONINTMAXSTRDIGITS: "0" }).out).toBe("5000\n");
    expect(hotpy(["-X", "int_max_str_digits=700", "-c", program]).err).toContain("Exceeds the limit (700 digits)");
  });

  it("gives programs and their children the certificates' variable that the launcher hides", () => {
    const path = programFile(
      "import os\nprint(os.environ['NODE_EXTRA_CA_CERTS'], 'HOTPY_EXTRA_CA_CERTS' in os.environ, flush=True)\n" +
        "os.system('echo $NODE_EXTRA_CA_CERTS,$HOTPY_EXTRA_CA_CERTS')\n",
    );
    const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
    expect(hotpy([path], "", undefined, { ...env, HOTPY_EXTRA_CA_CERTS: "/a.crt" })).toMatchObject({
      out: "/a.crt False\n/a.crt,\n",
      err: "",
    });
  });

  it("runs a file with its arguments, which may look like options", () => {
    const path = programFile("import sys\nprint(sys.argv[1:], __name__)\n");
    expect(hotpy([path, "-X", "a b", "--", "-h"])).toMatchObject({
      out: "['-X', 'a b', '--', '-h'] __main__\n",
      err: "",
      code: 0,
    });
  });

  it("takes options of one letter together, as Python does", () => {
    const flags = "import sys\nprint(sys.flags.isolated, sys.flags.dont_write_bytecode, sys.warnoptions, sys.argv)";
    expect(hotpy(["-IBWignore", "-c", flags, "-x"])).toMatchObject({ out: "1 1 ['ignore'] ['-c', '-x']\n", code: 0 });
    expect(hotpy(["-uc", "print(1)"])).toMatchObject({ out: "1\n", code: 0 });
    expect(hotpy(["-x", programFile("no Python\nprint(2)\n")])).toMatchObject({ out: "2\n", code: 0 });
    expect(hotpy(["-c"])).toMatchObject({ code: 2 });
    expect(hotpy(["-c"]).err).toMatch(/^hotpy: argument expected for the -c option\nusage: hotpy/);
    expect(hotpy(["-O", "-c", "assert 0"])).toMatchObject({ err: "", code: 0 });
  });

  it("runs modules, directories and archives as the main program", () => {
    const directory = mkdtempSync(join(tmpdir(), "hotpy-test-"));
    const write = (name: string, text: string): void => writeFileSync(join(directory, name), text);
    mkdirSync(join(directory, "package"));
    write("package/__init__.py", "print('package')\n");
    write("package/part.py", "import sys\nprint(__name__, __package__, __spec__.name, sys.argv[1:])\n1 / 0\n");
    write("__main__.py", "import package\nprint(__name__, __package__)\n");
    const part = hotpy(["-m", "package.part", "a"], "", directory);
    expect(part).toMatchObject({ out: "package\n__main__ package package.part ['a']\n", code: 1 });
    expect(part.err).toBe(
      `Traceback (most recent call last):\n  File "<frozen runpy>", line 198, in _run_module_as_main\n  File "<frozen runpy>", line 88, in _run_code\n  File "${join(directory, "package/part.py")}", line 3, in <module>\n    1 / 0\n    ~~^~~\nZeroDivisionError: division by zero\n`,
    );
    expect(hotpy(["-m", "nothing"])).toMatchObject({ err: "hotpy: No module named nothing\n", code: 1 });
    expect(hotpy(["-m", "package"], "", directory).err).toBe(
      "hotpy: No module named package.__main__; 'package' is a package and cannot be directly executed\n",
    );
    expect(hotpy([directory])).toMatchObject({ out: "package\n__main__ \n", code: 0 });
    const archive = join(directory, "program.zip");
    writeFileSync(archive, zipSync({ "__main__.py": strToU8("import other"), "other.py": strToU8("print(__file__)") }));
    expect(hotpy([archive])).toMatchObject({ out: `${archive}/other.py\n`, code: 0 });
  });

  it("finds modules where PYTHONPATH says, and tells what to do where there is no standard library", () => {
    const directory = mkdtempSync(join(tmpdir(), "hotpy-test-"));
    writeFileSync(join(directory, "somewhere.py"), "print('found')\n");
    const environment = { ...process.env, PYTHONPATH: directory };
    expect(hotpy(["-c", "import somewhere"], "", undefined, environment)).toMatchObject({ out: "found\n", code: 0 });
    expect(hotpy(["-E", "-c", "import somewhere"], "", undefined, environment).code).toBe(1);
    const { err } = hotpy(["-X", `stdlib=${directory}/none`, "-c", "import json"]);
    expect(err).toMatch(
      /\nModuleNotFoundError: No module named 'json'\nhotpy: 'json' is in Python's standard library, which has not been found: /,
    );
  });

  it("tells where the time went, on standard error, once the program has ended", () => {
    const { out, err, code } = hotpy(["-X", "stats", "-c", "s = 0\nfor i in range(300000): s += i\nprint(s)"]);
    expect({ out, code }).toEqual({ out: "44999850000\n", code: 0 });
    for (const phase of ["interpreter", "recording", "specialiser", "lowering", "encoding", "compiling", "traces"])
      expect(err).toMatch(new RegExp(`^${phase} +\\d+\\.\\d ms +\\d+\\.\\d %`, "m"));
    expect(err).toMatch(/^traces made +[1-9]/m);
  });

  it("shows the absolute path of a program in tracebacks, and leaves sys.argv as it was given", () => {
    const path = programFile("import sys\nprint(sys.argv, __file__)\nf(");
    const given = `.${"/..".repeat(process.cwd().split("/").length)}${path}`;
    expect(hotpy([given]).err).toContain(`File "${process.cwd()}/${given}", line 3`);
    writeFileSync(path, "import sys\nprint(sys.argv, __file__)\n");
    expect(hotpy([given]).out).toBe(`['${given}'] ${process.cwd()}/${given}\n`);
  });

  it("runs -c, standard input and -", () => {
    expect(hotpy(["-c", "import sys; print(sys.argv)", "-x", "y"]).out).toBe("['-c', '-x', 'y']\n");
    expect(hotpy([], "print(1 + 1)\n").out).toBe("2\n");
    expect(hotpy(["-", "z"], "import sys; print(sys.argv)\n").out).toBe("['-', 'z']\n");
  });

  it("ends with Python's exit codes", () => {
    expect(hotpy(["-c", "import sys; sys.exit(3)"])).toMatchObject({ code: 3, err: "" });
    expect(hotpy(["-c", "raise SystemExit('bye')"])).toMatchObject({ code: 1, err: "bye\n" });
    expect(hotpy(["-c", "1 / 0"])).toMatchObject({
      code: 1,
      err: 'Traceback (most recent call last):\n  File "<string>", line 1, in <module>\nZeroDivisionError: division by zero\n',
    });
    expect(hotpy(["-c", "f("])).toMatchObject({
      code: 1,
      err: `  File "<string>", line 1\n    f(\n     ^\nSyntaxError: '(' was never closed\n`,
    });
  });

  it("shows a source that cannot be decoded as a SyntaxError without a line", () => {
    const path = programFile("");
    const show = (...source: (string | number)[]): unknown => {
      writeFileSync(path, Buffer.concat(source.map((part) => Buffer.from(typeof part === "string" ? part : [part]))));
      const { err, code } = hotpy([path]);
      return [err, code];
    };
    const undeclared = (byte: string, line: number): string =>
      `SyntaxError: Non-UTF-8 code starting with '\\x${byte}' in file ${path} on line ${line}, but no encoding declared; see https://peps.python.org/pep-0263/ for details\n`;
    expect(show("# coding: foo\nprint(1)\n")).toEqual(["SyntaxError: encoding problem: foo\n", 1]);
    expect(show("#!x\n# -*- coding: no-such -*-\n")).toEqual(["SyntaxError: encoding problem: no-such\n", 1]);
    expect(show("# coding: ascii\n'", 0xe9, "'\n")).toEqual(["SyntaxError: encoding problem: ascii\n", 1]);
    expect(show("x = 1\n# caf", 0xe9, "\nf(\n")).toEqual([undeclared("e9", 2), 1]);
    expect(show(0xff, 0xfe, "p", 0)).toEqual([undeclared("ff", 1), 1]);
    expect(hotpy([], "# coding: foo\n")).toMatchObject({ err: "SyntaxError: encoding problem: foo\n", code: 1 });
  });

  it("says what is not implemented, with the line, and never a wrong result", () => {
    const { code, err, out } = hotpy([
      programFile("print(1)\nimport _tracemalloc\n_tracemalloc.start(); _tracemalloc._get_object_traceback(print)\n"),
    ]);
    expect([code, out]).toEqual([70, "1\n"]);
    expect(err).toMatch(/^hotpy: not implemented: .*\(.*program\.py, line 3\)\n$/);
  });

  it("keeps other options for the program, as CPython does", () => {
    expect(hotpy(["-X", "dev", "-X", "name=value", "-c", "import sys; print(sys._xoptions)"]).out).toBe(
      "{'dev': True, 'name': 'value'}\n",
    );
  });

  it("names the right options where one is wrong", () => {
    expect(hotpy(["-X", "treshold=2", "-c", ""])).toMatchObject({ code: 2, out: "" });
    expect(hotpy(["-X", "treshold=2", "-c", ""]).err).toMatch(/unknown option -X treshold; there are step, jit, gc/);
    expect(hotpy(["-X", "jit=fast", "-c", ""]).err).toMatch(/must be one of off, trace, wasm, llvm/);
    expect(hotpy(["-X", "passes=magic", "-c", ""]).err).toMatch(
      /there is no pass magic; there are specialiser, loop-peeling, escape-analysis/,
    );
    expect(hotpy(["--nonsense"]).code).toBe(2);
    expect(hotpy(["-X", "help"]).out).toMatch(/-X step=N/);
    expect(hotpy(["-V"]).out).toBe("Python 3.11 (HotPy)\n");
    expect(hotpy(["no-such-file.py"])).toMatchObject({
      code: 2,
      err: `hotpy: can't open file '${join(process.cwd(), "no-such-file.py")}': [Errno 2] No such file or directory\n`,
    });
  });

  it("goes 100,000 calls deep, and says RecursionError where the limit is", () => {
    const deep =
      "import sys\nsys.setrecursionlimit(200000)\ndef f(n): return 0 if n == 0 else 1 + f(n - 1)\nprint(f(100000))\n";
    for (const options of [[], ["-X", "jit=off"], ["-X", "threshold=5"]])
      expect(hotpy([...options, "-c", deep])).toMatchObject({ out: "100000\n", err: "", code: 0 });
    const endless = "def f(n): return f(n + 1)\ntry: f(0)\nexcept RecursionError as error: print(error)\n";
    for (const options of [[], ["-X", "jit=off"]]) {
      expect(hotpy([...options, "-c", endless])).toMatchObject({ out: "maximum recursion depth exceeded\n", code: 0 });
    }
  });
});

describe("Ctrl-C", () => {
  const LOOP =
    "import sys\ndef f():\n    i = 0\n    while True:\n        i += 1\n        if i == 3000000: print('hot', flush=True)\n";

  /** Starts the program, sends SIGINT when it has printed, and waits for its end. */
  function interrupt(
    options: readonly string[],
    text: string,
  ): Promise<{ out: string; err: string; code: number | null; signal: string | null; ms: number }> {
    const child = spawn(process.execPath, [MAIN, ...options, programFile(text)], { stdio: ["ignore", "pipe", "pipe"] });
    let [out, err, sent] = ["", "", 0];
    child.stdout.on("data", (chunk) => {
      out += chunk;
      if (sent === 0) {
        sent = Date.now();
        setTimeout(() => child.kill("SIGINT"), 100);
      }
    });
    child.stderr.on("data", (chunk) => (err += chunk));
    return new Promise((resolve) =>
      child.on("exit", (code, signal) => resolve({ out, err, code, signal, ms: Date.now() - sent })),
    );
  }

  for (const options of [
    ["-X", "jit=wasm"],
    ["-X", "jit=llvm"],
    ["-X", "jit=off"],
  ]) {
    it(`stops a hot loop (${options[1]})`, async () => {
      const { err, signal, ms } = await interrupt(options, `${LOOP}f()\n`);
      expect(err).toMatch(/^Traceback \(most recent call last\):\n(.*\n)*KeyboardInterrupt\n$/);
      expect(signal).toBe("SIGINT");
      expect(ms).toBeLessThan(3000);
    });
  }

  // A few iterations take as long as some ten thousand of others.
  for (const body of [
    "sum(items)",
    "sorted(items, key=None, reverse=True)",
    "items.sort()",
    "max(range(10**12))",
    "(1, 4) in pairs",
    "'a' in range(10**12)",
    "text == other",
    "'%s' % text",
  ]) {
    for (const options of [
      ["-X", "jit=wasm"],
      ["-X", "jit=off"],
    ]) {
      it(`stops a loop of long builtins: ${body} (${options[1]})`, async () => {
        const text = `items = [3, 1, 2] * 100_000\npairs = [(1, i) for i in items]\ntext, other = 'a' * 10**8, 'a' * 10**8\nprint('hot', flush=True)\ntry:\n    while True: ${body}\nexcept KeyboardInterrupt: print('caught')\n`;
        const { out, ms } = await interrupt(options, text);
        expect(out).toBe("hot\ncaught\n");
        expect(ms).toBeLessThan(3000);
      });
    }
  }

  for (const call of [
    "10**10**7",
    "str(7**(5 * 10**6))",
    "int('7' * 10**7)",
    "pow(3, 7**10**5, 7**10**5)",
    "math.gcd(3**10**6, 7**10**6)",
    "math.factorial(10**7)",
    "-1 in iter(range(10**12))",
    "hash(nested)",
    "nested == again",
    "(3, 4) in [(1, 2)] * 10**8",
    "repr(nested)",
    "set(range(10**8))",
    "repr([1] * 10**8)",
    "math.comb(10**7, 5 * 10**6)",
  ]) {
    it(`stops one call that takes long: ${call}`, async () => {
      const text = `import math, sys\nsys.set_int_max_str_digits(0)\nnested, again = (1,), (True,)\nfor _ in range(60): nested, again = (nested, nested), (again, again)\nprint('hot', flush=True)\ntry: ${call}\nexcept KeyboardInterrupt: print('caught')\nprint(3**100)\n`;
      const { out, ms } = await interrupt([], text);
      expect(out).toBe(`hot\ncaught\n${3n ** 100n}\n`);
      expect(ms).toBeLessThan(3000);
    });
  }

  for (const body of ["pass", "x = 1", "x = 1; y = x"]) {
    for (const options of [
      ["-X", "jit=wasm"],
      ["-X", "jit=off"],
    ]) {
      it(`belongs to the loop that it stops: while True: ${body} (${options[1]})`, async () => {
        const text = `print('hot', flush=True)\ntry:\n    while True: ${body}\nexcept KeyboardInterrupt: print('caught')\n`;
        const { out, code } = await interrupt(options, text);
        expect(out).toBe("hot\ncaught\n");
        expect(code).toBe(0);
      });
    }
  }

  it("can be caught, and the program goes on", async () => {
    const { out, code } = await interrupt(
      [],
      `${LOOP}try:\n    f()\nexcept KeyboardInterrupt:\n    print('caught')\nprint(sum(range(10)))\n`,
    );
    expect(out).toBe("hot\ncaught\n45\n");
    expect(code).toBe(0);
  });

  it("ends a read of standard input that waits, and the next line is not lost", async () => {
    const text = `print('hot', flush=True)\ntry: input()\nexcept KeyboardInterrupt: print('caught', flush=True)\nprint(input())\n`;
    const program = programFile(text);
    const pipe = `${program}.pipe`;
    execFileSync("mkfifo", [pipe]);
    const input = openSync(pipe, "r+");
    const child = spawn(process.execPath, [MAIN, program], { stdio: [input, "pipe", "inherit"] });
    let out = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      out += chunk;
      if (out === "hot\n") setTimeout(() => child.kill("SIGINT"), 100);
      else if (out === "hot\ncaught\n") writeSync(input, "a line\n");
    });
    const code = await new Promise((resolve) => child.on("exit", resolve));
    closeSync(input);
    expect(out).toBe("hot\ncaught\na line\n");
    expect(code).toBe(0);
  });

  it("ends a sleep", async () => {
    const { signal, ms } = await interrupt([], "import time\nprint('asleep', flush=True)\ntime.sleep(60)\n");
    expect(signal).toBe("SIGINT");
    expect(ms).toBeLessThan(3000);
  });
});
