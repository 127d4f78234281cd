import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cpython, InterpreterError } from "./interpreters.js";
import { type Failure, measure, type Run } from "./measure.js";
import { parseOutput } from "./protocol.js";
import { estimate, geometricMean } from "./statistics.js";
import type { Subject } from "./subject.js";

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "bench-"));
});
afterAll(() => rmSync(directory, { recursive: true }));

function script(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
  return path;
}

const subject = (name: string, text: string): Subject => ({ name, version: "1", command: [script(name, text)] });

describe("measure", () => {
  test("interleaves the subjects and begins each round with another one", async () => {
    const order: string[] = [];
    const subjects = [subject("a", "echo $2 $3"), subject("b", "echo $2 $3")];
    const onRun = ({ name }: Subject, round: number): void => void order.push(`${name}${round}`);
    const result = await measure("x.py", subjects, { rounds: 2, iterations: 3, timeout: 10, onRun });
    expect(order).toEqual(["a0", "b0", "b1", "a1"]);
    expect(result.map(({ runs }) => (runs as Run[]).map(({ printed }) => printed))).toEqual([
      ["--iterations 3\n", "--iterations 3\n"],
      ["--iterations 3\n", "--iterations 3\n"],
    ]);
  });

  test("runs fewer iterations where one takes long", async () => {
    const subjects = [subject("slow", "sleep 0.4; echo $3"), subject("fast", "echo $3")];
    const result = await measure("x.py", subjects, { rounds: 1, iterations: 4, longest: 1, timeout: 10 });
    expect(result.map(({ runs }) => (runs as Run[])[0]?.printed)).toEqual(["2\n", "4\n"]);
  });

  test("tells why a run failed, and goes on with the others", async () => {
    const subjects = [
      subject("wrong", "echo 'hotpy: not implemented: x' >&2; exit 70"),
      subject("slow", "exec sleep 9"),
      subject("good", "echo 1"),
    ];
    const result = await measure("x.py", subjects, { rounds: 2, iterations: 1, timeout: 0.3 });
    expect(result.map(({ runs }) => ("failed" in runs ? (runs as Failure).failed : (runs as Run[]).length))).toEqual([
      "exit code 70: hotpy: not implemented: x",
      "longer than 0.3 s",
      2,
    ]);
  });
});

test("times of iterations are taken out of the output", () => {
  expect(parseOutput("1\niteration 0.5\n2\n", "warning\niteration 1.5e-05\n")).toEqual({
    printed: "1\n2\n",
    iterations: [0.5, 0.000015],
  });
  expect(parseOutput("iteration of something\n", "").printed).toBe("iteration of something\n");
});

test("estimates", () => {
  expect(estimate([4, 1, 2, 3, 5])).toEqual({ median: 3, low: 2, high: 4 });
  expect(estimate([1, 2])).toEqual({ median: 1.5, low: 1.25, high: 1.75 });
  expect(geometricMean([0.5, 2, 8])).toBeCloseTo(2);
});

describe("CPython", () => {
  test("Debian's is accepted", () => {
    expect(cpython()).toMatchObject({
      name: "cpython",
      version: expect.stringMatching(/^CPython 3\.11\.\d+ \(\/usr\/bin\/python3\.11\)$/),
    });
  });

  test.each([
    [
      "another file that calls itself python3.11",
      () => script("python3.11", 'exec /usr/bin/python3.11 "$@"'),
      /is not from Debian's package/,
    ],
    ["a missing one", () => join(directory, "absent"), /is missing/],
    ["another Debian program", () => "/usr/bin/env", /is not from Debian's package/],
  ])("%s is refused", (_, path, message) => {
    expect(() => cpython(path())).toThrow(InterpreterError);
    expect(() => cpython(path())).toThrow(message);
  });
});
