// Brings the kernels and packages/hotpy/dist/bundle up to date. Written in JavaScript without dependencies, as it is the
// first thing to run on a fresh clone; what needs an installed package is imported after the install.

import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BuildError, requireNode } from "./errors.js";
import { installDependencies } from "./install.js";
import { withLock } from "./lock.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const output = join(root, "packages/hotpy/dist/bundle");

try {
  requireNode();
  await withLock(join(root, ".hotpy/build.lock"), async () => {
    // The stamp carries the time before the build read its first source, so that an edit made
    // during the build counts as newer.
    const started = new Date();
    installDependencies(root);
    if (process.argv.includes("--install-only")) return;
    const { buildKernels } = await import("./kernels.js");
    await buildKernels(root, started);
    if (process.argv.includes("--kernels-only")) return;
    const { bundle } = await import("./bundle.js");
    await bundle(root, output);
    // What V8 has optimised of the modules that were in it before.
    rmSync(join(output, "wasm.cache"), { force: true });
    const { warmUp } = await import("./warm-up.js");
    warmUp(output);
    mkdirSync(output, { recursive: true });
    const stamp = join(output, "built");
    writeFileSync(stamp, "");
    utimesSync(stamp, started, started);
  });
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(`hotpy: ${error.message}`);
  process.exitCode = 1;
}
