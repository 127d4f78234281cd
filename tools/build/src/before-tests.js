import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildKernels } from "./kernels.js";

/** Tests run from source: the kernels are the one thing that must be built for them. What they leave among temporary files goes with the run. */
export default async () => {
  await buildKernels(fileURLToPath(new URL("../../..", import.meta.url)));
  const scratch = mkdtempSync(join(tmpdir(), "hotpy-tests-"));
  process.env.TMPDIR = scratch;
  return () => rmSync(scratch, { recursive: true, force: true });
};
