import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * The directory with CPython's package `test`, which the set-up makes.
 *
 * @throws {Error} where it is not there
 */
export function testLibrary(): string {
  const cache = join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "hotpy");
  const found = existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith("cpython-tests-")) : [];
  const newest = found.sort().at(-1);
  if (newest === undefined) throw new Error("CPython's tests are not on this machine. `npm run setup` brings them");
  return join(cache, newest);
}
