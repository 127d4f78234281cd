import { describe, expect, it } from "vitest";
import type { Settings } from "../src/settings.js";
import { programNames, programPath, recorded, runProgram } from "./harness.js";

/// The same programs, the same behaviour: under every way of running them. Thresholds of a few iterations make nearly
/// everything hot. The programs of the kinds that the machine is built for meet every configuration; the others meet
/// one, drawn by the seed, in CI, and more with a larger HOTPY_TEST_SCALE. All of them run without traces and with usual ones elsewhere.

const HOT = { threshold: 3 };
const CONFIGURATIONS: Record<string, Partial<Settings>> = {
  "expansions (step 6)": { step: 6 },
  "recorded traces, interpreted": { ...HOT, step: 10 },
  "optimised traces, interpreted": { ...HOT, jit: "trace" },
  wasm: { ...HOT, jit: "wasm" },
  "wasm, made in the background": { ...HOT, jit: "wasm", background: true },
  "wasm, made in the background, under stress": { ...HOT, jit: "wasm", background: true, gcStress: 1 },
  llvm: { ...HOT, jit: "llvm" },
  "wasm, recorded traces": { ...HOT, jit: "wasm", passes: [] },
  "wasm, without specialiser": { ...HOT, jit: "wasm", passes: ["loop-peeling", "escape-analysis"] },
  "wasm, without loop-peeling": { ...HOT, jit: "wasm", passes: ["specialiser", "escape-analysis", "specialiser"] },
  "wasm, without escape-analysis": { ...HOT, jit: "wasm", passes: ["specialiser", "loop-peeling", "specialiser"] },
  "wasm, each guard failed once": { ...HOT, jit: "wasm", chaos: true },
  "llvm, each guard failed once": { ...HOT, jit: "llvm", chaos: true },
  "optimised traces, each guard failed once": { ...HOT, jit: "trace", chaos: true },
  semispace: { gc: "semispace", jit: "off" },
  "semispace under stress": { gc: "semispace", gcStress: 1, jit: "off" },
  "generational under stress": { gc: "generational", gcStress: 1, jit: "off" },
  "wasm, the heap verified": { ...HOT, jit: "wasm", gcStress: 20_011, gcVerify: true },
  "wasm, generational under stress": { ...HOT, jit: "wasm", gcStress: 1 },
  "wasm, semispace under stress": { ...HOT, jit: "wasm", gc: "semispace", gcStress: 1 },
};
const NAMES = Object.keys(CONFIGURATIONS);
const SCALE = Number(process.env.HOTPY_TEST_SCALE ?? 1);
const SEED = Number(process.env.HOTPY_TEST_SEED ?? 1);

/** Milliseconds that a program may take: some import much, and are slow under stress. */
const MOST_TIME = 60_000;

/** A program that runs long under stress collects at every so many safepoints only. */
const STRESS_INTERVAL = 101;

const CORE_PROGRAMS = ["four_fib", "four_nbody", "four_wordcount", "four_generator"];

/** LLVM takes milliseconds a trace: in CI it compiles the core programs only. */
const DRAWN = SCALE > 1 ? NAMES : NAMES.filter((name) => CONFIGURATIONS[name].jit !== "llvm");
const PER_PROGRAM = Math.min(DRAWN.length, SCALE);

function configurationsOf(name: string, index: number): string[] {
  if (CORE_PROGRAMS.includes(name)) return NAMES;
  return Array.from({ length: PER_PROGRAM }, (_, turn) => DRAWN[(index * 5 + turn * 4 + SEED) % DRAWN.length]);
}

function settingsOf(name: string, configuration: string): Partial<Settings> {
  const settings = CONFIGURATIONS[configuration];
  return settings.gcStress === 1 && !CORE_PROGRAMS.includes(name)
    ? { ...settings, gcStress: STRESS_INTERVAL }
    : settings;
}

describe("every way of running a program", () => {
  programNames().forEach((name, index) => {
    for (const configuration of new Set(configurationsOf(name, index))) {
      it(`${name}: ${configuration}`, { timeout: MOST_TIME }, async () => {
        expect(await runProgram(programPath(name), settingsOf(name, configuration))).toEqual(recorded(name));
      });
    }
  });
});

it("has the four kinds of program", () => {
  expect(programNames()).toEqual(expect.arrayContaining(CORE_PROGRAMS));
});
