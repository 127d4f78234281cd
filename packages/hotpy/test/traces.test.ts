import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { programNames, programPath, runProgram } from "./harness.js";

/// The traces that each program makes, in a text file: a change that makes recordings fail, or needs more of them, shows in
/// review. `npm run traces:update` writes the file.

const EXAMPLES = fileURLToPath(new URL("../../../examples/", import.meta.url));
const MINUTES = 60_000;

/** What is counted of an event in the trace log. */
interface Logged {
  readonly event: string;
  readonly kind: string;
  readonly reason?: string;
}

it(
  "each program makes the traces that it has made before",
  async () => {
    const examples = readdirSync(EXAMPLES).filter((name) => name.endsWith(".py"));
    const paths = [...examples.map((name) => join(EXAMPLES, name)), ...programNames().map(programPath)];
    const text: string[] = [];
    for (const path of paths) {
      const counts = [...(await countsOf(path))].sort().map(([what, count]) => `  ${count} ${what}\n`);
      if (counts.length > 0) text.push(`${basename(dirname(path))}/${basename(path)}\n${counts.join("")}`);
    }
    await expect(text.join("")).toMatchFileSnapshot("traces.txt");
  },
  5 * MINUTES,
);

/** How many traces there are of each kind, and how many recordings were given up for each reason. */
async function countsOf(path: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  await runProgram(path, { jit: "wasm", seed: 0 }, (line) => {
    const { event, kind, reason } = JSON.parse(line) as Logged;
    const what = { trace: kind, abort: `${kind} given up: ${reason}`, rejected: "rejected" }[event];
    if (what !== undefined) counts.set(what, (counts.get(what) ?? 0) + 1);
  });
  return counts;
}
