import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hotpy } from "./interpreters.js";
import { runOnce } from "./measure.js";
import type { Subject } from "./subject.js";

/** The steps from a plain interpreter to a tracing JIT; the index is the step's number, less one. */
const steps = [
  "binary operators by table",
  "VM frame stack",
  "tracing collector",
  "one builtin-function type",
  "types and frames",
  "core instructions",
  "supervisor",
  "tagged integers",
  "guards and exits",
  "tracing interpreter",
  "specialised instructions",
  "deoptimisation",
  "dict with shared keys",
  "specialiser",
  "escape analysis",
  "JIT",
];

/**
 * HotPy as it stands after each step: of the sixteen, those that it says it can be composed to, which is those
 * whose `-X step=N` runs an empty program.
 */
export async function ladder(root: string): Promise<Subject[]> {
  const directory = mkdtempSync(join(tmpdir(), "ladder-"));
  const empty = join(directory, "empty.py");
  writeFileSync(empty, "");
  try {
    const rungs: Subject[] = [];
    for (const [index, step] of steps.entries()) {
      const number = index + 1;
      const subject = hotpy(root, `-X step=${number}`);
      if (!("failed" in (await runOnce(subject, [empty], 60)))) rungs.push({ ...subject, name: `${number} ${step}` });
    }
    return rungs;
  } finally {
    rmSync(directory, { recursive: true });
  }
}
