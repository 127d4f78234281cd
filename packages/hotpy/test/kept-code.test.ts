import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCodeCache } from "@hotpy/platform-node";
import { afterAll, describe, expect, it, test } from "vitest";
import { keptCode } from "../src/kept-code.js";
import type { Settings } from "../src/settings.js";
import { programNames, programPath, recorded, runProgram } from "./harness.js";

/// Code from the cache does what compiled code does.

const directory = mkdtempSync(join(tmpdir(), "hotpy-code-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const SCALE = Number(process.env.HOTPY_TEST_SCALE ?? 1);
const SEED = Number(process.env.HOTPY_TEST_SEED ?? 1);
/** Of so many programs one is run. */
const INTERVAL = Math.max(1, Math.floor(24 / SCALE));
const SETTINGS: readonly Partial<Settings>[] = [
  { jit: "off" },
  { threshold: 3 },
  { step: 6 },
  { threshold: 3, chaos: true },
];

describe("programs whose code is kept, and taken from there", () => {
  const codeCache = createCodeCache({ directory, build: "aa", isWritten: true });
  const kept = (): number => readdirSync(join(directory, "aa")).length;
  for (const [index, name] of programNames().entries()) {
    if ((index + SEED) % INTERVAL !== 0) continue;
    it(name, async () => {
      const run = (settings: Partial<Settings>) =>
        runProgram(programPath(name), settings, undefined, undefined, { codeCache });
      expect(await run({ threshold: 3 })).toEqual(recorded(name));
      const size = kept();
      expect(await run(SETTINGS[index % SETTINGS.length])).toEqual(recorded(name));
      expect(kept()).toBe(size);
    });
  }
});

test("where code is kept follows the environment and the options", () => {
  const source = Uint8Array.of(1);
  const code = Uint8Array.of(2, 3, 4);
  const [a, b] = [join(directory, "a"), join(directory, "b")];
  const cacheOf = (environment: Record<string, string>, flags = {}) => keptCode({ flags }, environment, "bb");
  const finds = (...given: Parameters<typeof cacheOf>): boolean => cacheOf(...given)?.find(source) !== undefined;

  cacheOf({ HOTPY_CACHE: a }, { B: 1 })?.keep(source, code);
  expect(finds({ HOTPY_CACHE: a })).toBe(false);
  cacheOf({ HOTPY_CACHE: a, PYTHONDONTWRITEBYTECODE: "1" })?.keep(source, code);
  expect(finds({ HOTPY_CACHE: a }, { B: 1 })).toBe(true);
  expect(finds({ PYTHONPYCACHEPREFIX: a, XDG_CACHE_HOME: b })).toBe(true);
  expect(finds({ PYTHONPYCACHEPREFIX: a, XDG_CACHE_HOME: b }, { I: 1 })).toBe(false);
  expect(finds({ XDG_CACHE_HOME: a })).toBe(true);
  expect(cacheOf({ HOTPY_CACHE: "", XDG_CACHE_HOME: a })).toBeUndefined();
  expect(keptCode({ flags: {} }, { HOTPY_CACHE: a }, undefined)).toBeUndefined();
  expect(cacheOf({})).toBeDefined();
});
