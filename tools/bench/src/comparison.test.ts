import { expect, test } from "vitest";
import { compare, overall } from "./comparison.js";
import type { Measurement, Run } from "./measure.js";
import { picture } from "./picture.js";
import { markdownTable, terminalTable } from "./table.js";

function measurement(name: string, runs: Measurement["runs"]): Measurement {
  return { subject: { name, version: "1", command: [name] }, runs };
}

const run = (seconds: number, iterations: number[] = [], printed = "42\n"): Run => ({ seconds, iterations, printed });

const cpython = measurement("cpython", [run(1, [0.5, 0.5]), run(2, [0.6, 0.6]), run(1, [0.5, 0.5])]);

test("speeds are compared round by round", () => {
  const [base, ours] = compare("a.py", [cpython, measurement("hotpy", [run(0.5), run(1), run(0.25)])], "process");
  expect(base?.speed).toEqual({ median: 1, low: 1, high: 1 });
  expect(ours?.speed).toEqual({ median: 2, low: 2, high: 3 });
});

test("an iteration is taken from the second half, after the warm-up", () => {
  const ours = measurement("hotpy", [run(1, [9, 9, 0.1, 0.1]), run(1, [9, 9, 0.1, 0.1])]);
  expect(compare("a.py", [cpython, ours], "iteration")[1]?.speed?.median).toBeCloseTo(5.5);
});

test("a program that times no iterations has no speed of them, and did not fail", () => {
  const [comparison] = compare("a.py", [measurement("cpython", [run(1)])], "iteration");
  expect(comparison).toEqual({ program: "a.py", subject: "cpython", speed: undefined });
});

test("a wrong output is a failure, however fast", () => {
  const ours = measurement("hotpy", [run(0.1, [], "42\n"), run(0.1, [], "43\n")]);
  expect(compare("a.py", [cpython, ours], "process")[1]?.failed).toBe("its output differs from that of cpython");
});

test("a failed run has no speed", () => {
  const ours = measurement("hotpy", { failed: "exit code 70: hotpy: not implemented: lambda" });
  expect(compare("a.py", [cpython, ours], "process")[1]).toMatchObject({ speed: undefined, failed: /not implemented/ });
});

const comparisons = ["a.py", "dir/b.py"].flatMap((program, i) =>
  compare(program, [cpython, measurement("hotpy", [run(0.5 / 4 ** i), run(1 / 4 ** i), run(0.5 / 4 ** i)])], "process"),
);

test("the geometric mean is over programs", () => {
  expect(overall(comparisons.filter(({ subject }) => subject === "hotpy"))?.median).toBeCloseTo(4);
});

test("tables have programs down, subjects across, the mean last", () => {
  expect(markdownTable(comparisons, "speed")).toBe(
    [
      "| speed | cpython | hotpy |",
      "| --- | ---: | ---: |",
      "| a | 1.00 | 2.00 |",
      "| b | 1.00 | 8.00 |",
      "| geometric mean | 1.00 | 4.00 |",
    ].join("\n"),
  );
  expect(terminalTable(comparisons)).toMatch(/geometric mean[^\n]*4\.00/);
});

test("the picture has a point for each program and subject but the base", () => {
  const svg = picture(comparisons, "cpython");
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg.match(/<circle/g)).toHaveLength(2);
});
