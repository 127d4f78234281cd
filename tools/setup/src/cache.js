import { homedir } from "node:os";
import { join } from "node:path";

/** Where the set-up keeps what it makes, once per machine. */
export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "hotpy");

/** A directory with CPython's package `test`, which can stand in PYTHONPATH; there once the set-up has run. */
export const cpythonTests = join(cache, "cpython-tests-3.11");
