import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { decodeSource, parse } from "../src/index.js";
import { dump } from "./dump.js";
import { hasOracle, oracleFileTrees } from "./oracle.js";

/** `PYTHON_SOURCES` names another directory; `ALL=1` compares every file instead of a sample. */
const SOURCES = process.env.PYTHON_SOURCES ?? "/usr/lib/python3.11";
const SAMPLE_SIZE = 150;
const BATCH = 30;

/** Files that are wrong or Python 2 on purpose. */
const NOT_PYTHON = /\/lib2to3\/tests\/|\/bad|\.pyc$/;

function files(): string[] {
  const all = (readdirSync(SOURCES, { recursive: true }) as string[])
    .filter((name) => name.endsWith(".py"))
    .map((name) => join(SOURCES, name))
    .filter((name) => !NOT_PYTHON.test(name))
    .sort();
  if (process.env.ALL !== undefined) return all;
  const step = Math.max(1, Math.floor(all.length / SAMPLE_SIZE));
  return all.filter((_, index) => index % step === 0);
}

it.runIf(hasOracle && existsSync(SOURCES))(
  "the standard library has the same trees as in CPython",
  () => {
    const differing: string[] = [];
    const names = files();
    for (let i = 0; i < names.length; i += BATCH) {
      const batch = names.slice(i, i + BATCH);
      const expected = oracleFileTrees(batch);
      batch.forEach((name, k) => {
        const source = decodeSource(readFileSync(name), name);
        // The names of characters are the one thing that is not implemented.
        if (/\\N\{/.test(source)) return;
        if (dump(parse(source, name), source) !== expected[k]) differing.push(name);
      });
    }
    expect(names.length).toBeGreaterThan(100);
    expect(differing).toEqual([]);
  },
  300_000,
);
