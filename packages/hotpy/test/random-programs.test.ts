import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import type { Settings } from "../src/settings.js";
import { runProgram } from "./harness.js";

/// Random programs of every kind that tools/random-programs draws, from few seeds, in HotPy and in CPython. `compare.py` there takes more
/// seeds, and makes a program that fails smaller.

const SCALE = Number(process.env.HOTPY_TEST_SCALE ?? 1);
const SEED = Number(process.env.HOTPY_TEST_SEED ?? 1);
const SEEDS_PER_KIND = 4 * SCALE;
const PYTHON = "/usr/bin/python3.11";
const GENERATOR = fileURLToPath(new URL("../../../tools/random-programs/kinds.py", import.meta.url));
/** A program that takes CPython longer is passed over. */
const CPYTHON_MS = 5000;

const WAYS: Readonly<Record<string, Partial<Settings>>> = {
  "compiled traces": { threshold: 2 },
  "compiled traces, each guard failed once": { threshold: 2, chaos: true },
  "the interpreter, collecting all the time": { jit: "off", gcStress: 101 },
};

/** How many of them a program meets, drawn by its seed. */
const WAYS_PER_PROGRAM = Math.min(2 * SCALE, 3);

const first = SEED * 1000;
const programs = JSON.parse(
  execFileSync(PYTHON, [GENERATOR, `${first}`, `${first + SEEDS_PER_KIND}`], { encoding: "utf8", maxBuffer: 1 << 28 }),
) as [kind: string, seed: number, source: string][];

const folder = mkdtempSync(join(tmpdir(), "hotpy-random-"));
afterAll(() => rmSync(folder, { recursive: true }));

const cases = programs.flatMap(([kind, seed, source]) => {
  const path = join(folder, `${kind}_${seed}.py`);
  writeFileSync(path, source);
  const {
    stdout: out,
    stderr: err,
    status: code,
  } = spawnSync(PYTHON, [path], { encoding: "utf8", timeout: CPYTHON_MS });
  if (code === null) return [];
  const names = Object.keys(WAYS);
  return Array.from({ length: WAYS_PER_PROGRAM }, (_, turn) => {
    const way = names[(seed + turn) % names.length];
    return { kind, seed, way, path, expected: { out, err, code } };
  });
});

it.each(cases)("$kind $seed does what it does in CPython, by $way", async ({ path, way, expected }) => {
  expect(await runProgram(path, WAYS[way])).toEqual(expected);
});
