// Runs a program once after a build: it leaves V8's code of what most programs use beside the command (see hotpy/src/code-cache.ts and machine-code.ts),
// so that the first program of a user starts as the later ones do.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./warm-up.py", import.meta.url));

/** Milliseconds; usually it takes two seconds. */
const PATIENCE = 60_000;

/** @param {string} output directory of the bundle. Where the program does not run, for want of a standard library for example, only time is lost. */
export function warmUp(output) {
  spawnSync(process.execPath, [join(output, "main.js"), "-I", program], {
    env: { ...process.env, HOTPY_CACHE: "" },
    stdio: "ignore",
    timeout: PATIENCE,
  });
}
