import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCallTables, type TableCall } from "@hotpy-tools/oracle";
import { describe, expect, it } from "vitest";
import type { Settings } from "../src/settings.js";
import { runProgram } from "./harness.js";

/// The calls of the tables of python-builtins, each in a loop of its own that gets hot: they do what they do in CPython, and traces call
/// whatever runs no Python code.

const TABLES = readCallTables(new URL("../../python-builtins/test/calls/", import.meta.url));
const CALLS = [...TABLES.values()].flat();

const SCALE = Number(process.env.HOTPY_TEST_SCALE ?? 1);
const SEED = Number(process.env.HOTPY_TEST_SEED ?? 1);

/** Tables with calls that traces do not make yet: their objects are made by Python code, or are exceptions. What is given up is recorded. */
const NOT_TRACED = [
  "surrogates",
  "BaseException",
  "async_generator",
  "code",
  "coroutine",
  "frame",
  "generator",
  "type",
];

/** A function for each call, which does it so often, and a line for each outcome. */
function program(calls: readonly TableCall[], repetitions: number): string {
  const functions = calls.map(
    ({ receiver, call }, index) => `
def f${index}():
    before = text(${receiver ?? "None"})
    for i in range(${repetitions}):
        r = ${receiver ?? "None"}
        try:
            x = ${call}
        except Exception as error:
            x = error
    return x, r, before
show(*f${index}())`,
  );
  // Coroutines that nothing awaits are warned of.
  return `
import warnings
warnings.simplefilter("ignore", RuntimeWarning)

def text(x):
    # The same for two objects that differ only in their address.
    return repr(x).split(" at 0x")[0]

def show(x, r, before):
    after = text(r)
    result = type(x).__name__ + ": " + str(x) if isinstance(x, Exception) else repr(x)
    print(result if after == before else result + "; r = " + after)
${functions.join("\n")}
`;
}

interface Ran {
  readonly lines: readonly string[];
  /** By the call's index, why recordings of its loop were given up. */
  readonly givenUp: ReadonlyMap<number, string>;
}

async function run(calls: readonly TableCall[], settings: Partial<Settings>): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), "hotpy-calls-"));
  const path = join(folder, "calls.py");
  const givenUp = new Map<number, string>();
  writeFileSync(path, program(calls, settings.jit === "off" || settings.step !== undefined ? 2 : 20));
  try {
    const { out, err } = await runProgram(path, settings, (line) => {
      const { event, place, reason, detail } = JSON.parse(line) as Record<string, string>;
      const index = / in f(\d+)$/.exec(place ?? "")?.[1];
      if (event === "abort" && index !== undefined) givenUp.set(Number(index), reasonOf(reason, detail));
    });
    expect(err).toBe("");
    return { lines: out.split("\n").slice(0, -1), givenUp };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a native refuses that traces call is Python code. */
function reasonOf(reason: string, detail: string): string {
  const native = /native\.\d+\.(\w+)\.[\w.-]+ wants to be executed again/.exec(detail)?.[1];
  return native === undefined ? `${reason}: ${detail}` : `${native} runs Python code`;
}

const describeCall = ({ receiver, call }: TableCall, rest: string): string =>
  `${receiver === undefined ? "" : `r = ${receiver}; `}${call} -> ${rest}`;

const isError = ({ outcome }: TableCall): boolean => /^\w+(Error|Iteration)\b/.test(outcome);

describe("calls of builtins do what they do in CPython", () => {
  async function check(calls: readonly TableCall[], settings: Partial<Settings>): Promise<Ran> {
    const ran = await run(calls, settings);
    expect(calls.map((call, index) => describeCall(call, ran.lines[index]))).toEqual(
      calls.map((call) => describeCall(call, call.outcome)),
    );
    return ran;
  }

  it("in the interpreter", () => check(CALLS, { jit: "off" }));
  it("by expansions", () => check(CALLS, { step: 6 }));

  it.each([...TABLES])(
    "in compiled traces, which call all that neither raises nor is done by Python code: %s",
    async (table, calls) => {
      const { givenUp } = await check(calls, { threshold: 5 });
      const reasons = calls.flatMap((call, index) => {
        const why = givenUp.get(index);
        return why === undefined || isError(call) ? [] : [`${describeCall(call, why)}\n`];
      });
      if (!NOT_TRACED.includes(table)) expect(reasons).toEqual([]);
      else await expect(reasons.join("")).toMatchFileSnapshot(`hot-calls-given-up/${table}.txt`);
    },
  );

  // A quarter of them, by the seed; all with a larger HOTPY_TEST_SCALE.
  const isDrawn = (_: TableCall, index: number): boolean => SCALE > 1 || index % 4 === SEED % 4;
  it.each([...TABLES])("in compiled traces, each guard failed once: %s", async (_, calls) => {
    await check(calls.filter(isDrawn), { threshold: 5, chaos: true });
  });
});
