import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loopPeeling } from "@hotpy/loop-peeling";
import { reserveMemory } from "@hotpy/memory";
import { specialiser } from "@hotpy/specialiser";
import {
  createFixedObjects,
  NO_HELPERS,
  type Pass,
  type PassContext,
  parseTrace,
  printTrace,
  runPipeline,
} from "@hotpy/trace";
import { describe, expect, it } from "vitest";
import { escapeAnalysis } from "./index.js";

const context: PassContext = {
  objects: createFixedObjects(reserveMemory({ size: 256 * 1024 * 1024 })),
  helpers: NO_HELPERS,
};
const folder = fileURLToPath(new URL("../test/", import.meta.url));

// Expected texts are blessed anew by `vitest run -u`.
async function check(input: string, expected: string, passes: readonly Pass[]): Promise<void> {
  const trace = parseTrace(readFileSync(input, "utf8"));
  const result = runPipeline(trace, passes, context, { verify: true });
  await expect(printTrace(result, NO_HELPERS, { renumber: true })).toMatchFileSnapshot(expected);
}

describe("escape analysis", () => {
  it.each(readdirSync(`${folder}input`))("%s", (file) =>
    check(`${folder}input/${file}`, `${folder}expected/${file}`, [escapeAnalysis]),
  );
});

describe("all passes", () => {
  it.each(readdirSync(`${folder}pipeline/input`))("%s", (file) =>
    check(`${folder}pipeline/input/${file}`, `${folder}pipeline/expected/${file}`, [
      specialiser,
      loopPeeling,
      specialiser,
      escapeAnalysis,
      specialiser,
    ]),
  );
});
