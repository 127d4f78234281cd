import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Failure, runOnce } from "./measure.js";
import { type Estimate, estimate } from "./statistics.js";
import type { Subject } from "./subject.js";

/**
 * Seconds to start and end: each subject with an empty program, and bare Node.js, which bounds what we can reach.
 * Interleaved; a first round that fills the caches of files is not counted.
 */
export async function measureStartup(
  subjects: readonly Subject[],
  rounds: number,
  timeout: number,
): Promise<Map<string, Estimate | Failure>> {
  const directory = mkdtempSync(join(tmpdir(), "startup-"));
  const empty = join(directory, "empty");
  writeFileSync(empty, "");
  const node: Subject = { name: "node", version: process.version, command: [process.execPath] };
  const all = [node, ...subjects];
  try {
    const seconds = new Map<string, number[]>(all.map(({ name }) => [name, []]));
    const failures = new Map<string, Failure>();
    for (let round = -1; round < rounds; round++) {
      for (const subject of all) {
        const run = await runOnce(subject, [empty], timeout);
        if ("failed" in run) failures.set(subject.name, run);
        else if (round >= 0) seconds.get(subject.name)?.push(run.seconds);
      }
    }
    return new Map(all.map(({ name }) => [name, failures.get(name) ?? estimate(seconds.get(name) as number[])]));
  } finally {
    rmSync(directory, { recursive: true });
  }
}
