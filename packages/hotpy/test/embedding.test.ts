import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createPython, PythonError } from "../src/index.js";

const directory = mkdtempSync(join(tmpdir(), "hotpy-embedding-"));
afterAll(() => rmSync(directory, { recursive: true }));

describe("a Python for JavaScript", () => {
  it("gives what is written to functions, characters whole", () => {
    const texts: string[] = [];
    const python = createPython({
      stdout: (text) => texts.push(text),
      stderr: (text) => texts.push(`error: ${text}`),
    });
    python.run("import sys\nprint('é😀')\nprint('x', file=sys.stderr)");
    expect(texts).toContain("é😀\n");
    expect(texts.join("")).toContain("error: x");
  });

  it("asks a function for input", () => {
    const lines = ["one\n", "two"];
    const python = createPython({ stdin: () => lines.shift() ?? "" });
    expect(python.evaluate("[input(), input()] == ['one', 'two']")).toBe(true);
    expect(() => python.evaluate("input()")).toThrow("EOFError: EOF when reading a line");
  });

  it("finds modules, arguments and variables where it is told", () => {
    writeFileSync(join(directory, "beside.py"), "value = 7\n");
    const python = createPython({ path: [directory], argv: ["program", "x"], environment: { HOME: "/here" } });
    expect(python.import("beside").get("value")).toBe(7);
    expect(python.evaluate("__import__('sys').argv").toJs()).toEqual(["program", "x"]);
    expect(python.evaluate("__import__('os').environ['HOME']")).toBe("/here");
  });

  it.each([true, false])("runs hot code and calls back, jit %s", (jit) => {
    const python = createPython({ jit });
    python.set("half", (x: number) => x / 2);
    python.run(
      "def work(n):\n    total = 0\n    for i in range(n):\n        total += half(i) + i * i % 7\n    return total\n",
    );
    let expected = 0;
    for (let i = 0; i < 20_000; i++) expected += i / 2 + ((i * i) % 7);
    expect(python.get("work")(20_000)).toBe(expected);
  });

  it("raises MemoryError and RecursionError, and goes on", () => {
    const python = createPython({ heapLimit: 32 << 20 });
    expect(() => python.run("x = [0] * 10**8")).toThrow("MemoryError");
    expect(() => python.run("def f(): f()\nf()")).toThrow("RecursionError");
    expect(python.evaluate("1 + 1")).toBe(2);
  });

  it("throws SystemExit as any exception", () => {
    expect(() => createPython().run("raise SystemExit(3)")).toThrow(PythonError);
  });
});
