import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * The directory with CPython's package `test`, which the set-up makes (tools/setup/src/cache.js).
 *
 * @throws {Error} where it is not there
 */
export function testLibrary(): string {
  const cache = process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache");
  const library = join(cache, "hotpy", "cpython-tests-3.11");
  if (!existsSync(library)) throw new Error("CPython's tests are not on this machine. `npm run setup` brings them");
  return library;
}
