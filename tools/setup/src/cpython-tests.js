import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { BuildError, withLock } from "@hotpy-tools/build";
import { cache, cpythonTests } from "./cache.js";

const debianPackage = "libpython3.11-testsuite";

/**
 * CPython's own tests, in the cache. Debian's package is
 * unpacked and not installed: it would want the newest python3.11, and the oracle should be the one that is there.
 *
 * @throws {BuildError} where they are not to be had
 */
export async function ensureCpythonTests() {
  mkdirSync(cache, { recursive: true });
  if (existsSync(cpythonTests)) return;
  await withLock(`${cpythonTests}.lock`, async () => {
    if (!existsSync(cpythonTests)) unpack(cpythonTests);
  });
}

function unpack(target) {
  console.error(`setup: unpacking ${debianPackage} in ${target}`);
  const work = `${target}.new`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  if (!run(work, ["apt-get", "download", debianPackage])) {
    throw new BuildError(`apt-get download ${debianPackage} failed; after apt-get update it should not`);
  }
  const archive = readdirSync(work).find((name) => name.endsWith(".deb"));
  if (!run(work, ["dpkg-deb", "--extract", archive, "package"])) throw new BuildError(`${archive} cannot be unpacked`);
  // The package `test` itself and its helpers come with Python, the tests with this package: together they are whole.
  const library = join(work, "library");
  cpSync("/usr/lib/python3.11/test", join(library, "test"), { recursive: true });
  cpSync(join(work, "package/usr/lib/python3.11/test"), join(library, "test"), { recursive: true });
  renameSync(library, target);
  rmSync(work, { recursive: true });
}

function run(directory, [program, ...args]) {
  return spawnSync(program, args, { cwd: directory, stdio: ["ignore", 2, 2] }).status === 0;
}
