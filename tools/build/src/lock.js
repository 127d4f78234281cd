import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Runs `action` while no other process does under the same lock file; waits for the other one otherwise.
 * A lock whose process has died is taken over.
 *
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} action
 * @returns {Promise<T>}
 */
export async function withLock(file, action) {
  mkdirSync(dirname(file), { recursive: true });
  while (!acquire(file)) {
    if (isAbandoned(file)) rmSync(file, { force: true });
    else await sleep(50);
  }
  try {
    return await action();
  } finally {
    rmSync(file, { force: true });
  }
}

function acquire(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

function isAbandoned(file) {
  try {
    const owner = Number(readFileSync(file, "utf8"));
    // Empty for the moment between its creation and its writing.
    if (owner === 0) return false;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    // ENOENT: released meanwhile. EPERM: alive, of another user.
    return hasCode(error, "ESRCH");
  }
}

function hasCode(error, code) {
  return error instanceof Error && "code" in error && error.code === code;
}
