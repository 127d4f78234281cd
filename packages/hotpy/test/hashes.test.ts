import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const MAIN = fileURLToPath(new URL("../dist/bundle/main.js", import.meta.url));
const PROGRAM = fileURLToPath(new URL("command/hash_of_texts.py", import.meta.url));

function outputOf(command: readonly string[], PYTHONHASHSEED: string): string {
  const env = { ...process.env, PYTHONHASHSEED };
  return spawnSync(command[0], [...command.slice(1), PROGRAM], { encoding: "utf8", env }).stdout;
}

describe("hashes of text, and the order of sets of it", () => {
  it.each([
    ["0", []],
    ["1", ["-X", "jit=off"]],
    ["4294967295", ["-X", "gc-stress=7"]],
    ["31415", ["-X", "threshold=1"]],
    ["2718281828", ["-X", "step=6"]],
  ])("are those of CPython with the seed %s", (seed, options) => {
    expect(outputOf([process.execPath, MAIN, ...options], seed)).toBe(outputOf(["/usr/bin/python3.11"], seed));
  });

  it("are others with -R", () => {
    expect(outputOf([process.execPath, MAIN, "-R"], "1")).not.toBe(outputOf([process.execPath, MAIN], "1"));
  });
});
