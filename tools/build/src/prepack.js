// The script "prepack" of every package, which `pnpm pack` and `pnpm publish` run first, in the package's directory:
// what is packed is built from what is checked out.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundle } from "./bundle.js";
import { buildKernels } from "./kernels.js";
import { withLock } from "./lock.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const directory = process.cwd();

// Packages that are packed at the same time build the same dependencies.
await withLock(join(root, ".hotpy/build.lock"), async () => {
  await buildKernels(root);
  const { status } = spawnSync(join(root, "node_modules/.bin/tsc"), ["-b", directory], { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exitCode = 1;
  else if (existsSync(join(directory, "src/main.ts"))) await bundle(root, join(directory, "dist/bundle"));
});
