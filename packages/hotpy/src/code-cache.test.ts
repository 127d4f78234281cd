import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { runCached } from "./code-cache.js";

const directory = mkdtempSync(join(tmpdir(), "hotpy-script-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const path = join(directory, "script.cjs");
const cache = `${path}.cache`;
let runs = 100;

function run(): number {
  // The same script of the same length is another to what V8 has compiled in this process already.
  writeFileSync(path, `(() => 42 /* ${runs++} */)`);
  const { value, save } = runCached<() => number>(path);
  const result = value();
  save();
  return result;
}

test("a script leaves its code, and runs with it, or without it where it is damaged", () => {
  expect(existsSync(cache)).toBe(false);
  expect(run()).toBe(42);
  const code = readFileSync(cache);
  expect(code.length).toBeGreaterThan(100);
  expect(run()).toBe(42);
  for (const damaged of [Buffer.alloc(0), code.subarray(0, 60), Buffer.alloc(code.length)]) {
    writeFileSync(cache, damaged);
    expect(run()).toBe(42);
    expect(readFileSync(cache).length).toBeGreaterThan(100);
  }
});

test("only some runs add to it", () => {
  const runsOf = (): number => readFileSync(cache).at(-1) as number;
  while (process.cpuUsage().user < 400_000) runsOf();
  for (let count = 0; count < 20; count++) run();
  expect(runsOf()).toBe(8);
});
