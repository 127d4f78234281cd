import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { type Behaviour, programNames, programPath, recorded, runProgram } from "./harness.js";

/// Programs do with traces what they do in CPython; and which traces each makes stands in a text file: a change that makes recordings fail, or
/// needs more of them, shows in review. `npm run traces:update` writes the file.

const EXAMPLES = fileURLToPath(new URL("../../../examples/", import.meta.url));

/** What is counted of an event in the trace log. */
interface Logged {
  readonly event: string;
  readonly kind: string;
  readonly reason?: string;
}

const texts: string[] = [];

describe("programs with traces do what they do in CPython", () => {
  const examples = readdirSync(EXAMPLES).filter((name) => name.endsWith(".py"));
  for (const name of examples) it(name, async () => expect(await run(join(EXAMPLES, name))).toMatchObject({ code: 0 }));
  for (const name of programNames()) it(name, async () => expect(await run(programPath(name))).toEqual(recorded(name)));
});

it("each program makes the traces that it has made before", async () => {
  await expect(texts.join("")).toMatchFileSnapshot("traces.txt");
});

/** Runs a program, and notes how many traces there are of each kind, and how many recordings were given up for each reason. */
async function run(path: string): Promise<Behaviour> {
  const counts = new Map<string, number>();
  const behaviour = await runProgram(path, { jit: "wasm", seed: 0 }, (line) => {
    const { event, kind, reason } = JSON.parse(line) as Logged;
    const what = { trace: kind, abort: `${kind} given up: ${reason}`, rejected: "rejected" }[event];
    if (what !== undefined) counts.set(what, (counts.get(what) ?? 0) + 1);
  });
  const lines = [...counts].sort().map(([what, count]) => `  ${count} ${what}\n`);
  if (lines.length > 0) texts.push(`${basename(dirname(path))}/${basename(path)}\n${lines.join("")}`);
  return behaviour;
}
