import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { withLock } from "./lock.js";

const lockFile = () => join(mkdtempSync(join(tmpdir(), "lock-")), "sub/lock");

test("one action at a time, released after a failure", async () => {
  const file = lockFile();
  let inside = 0;
  const action = async () => {
    inside++;
    expect(inside).toBe(1);
    await sleep(20);
    inside--;
  };
  await Promise.all([withLock(file, action), withLock(file, action), withLock(file, action)]);
  await expect(withLock(file, () => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  expect(existsSync(file)).toBe(false);
});

test("the lock of a dead process is taken over", async () => {
  const file = lockFile();
  await withLock(file, async () => {});
  const { pid } = spawnSync("true");
  writeFileSync(file, String(pid));
  expect(await withLock(file, async () => 1)).toBe(1);
});
