import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { unlessUnchanged } from "./unchanged.js";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "hotpy-unchanged-"));
  mkdirSync(join(root, "sources/deep"), { recursive: true });
  writeFileSync(join(root, "sources/deep/a.ts"), "1");
});
afterEach(() => rmSync(root, { recursive: true }));

const made = (): string => join(root, "sources/made.ts");

async function isRun(more = "", action = () => writeFileSync(made(), "made")): Promise<boolean> {
  let hasRun = false;
  const files = {
    stamp: join(root, "stamp"),
    directories: [join(root, "sources"), join(root, "missing")],
    made: [made()],
  };
  await unlessUnchanged(files, more, async () => {
    hasRun = true;
    action();
  });
  return hasRun;
}

test("an action runs again when a file has changed, come or gone, and only then", async () => {
  expect(await isRun()).toBe(true);
  expect(await isRun()).toBe(false);
  rmSync(made());
  expect(await isRun()).toBe(true);
  utimesSync(join(root, "sources/deep/a.ts"), 1, 1);
  expect(await isRun()).toBe(true);
  writeFileSync(join(root, "sources/b.ts"), "");
  expect(await isRun()).toBe(true);
  expect(await isRun("another compiler")).toBe(true);
  expect(await isRun("another compiler")).toBe(false);
});

test("an action runs again when it has failed, and when a file was edited meanwhile", async () => {
  const fail = isRun("", () => {
    throw new Error("no");
  });
  await expect(fail).rejects.toThrow("no");
  expect(await isRun("", () => writeFileSync(join(root, "sources/deep/a.ts"), "other"))).toBe(true);
  expect(await isRun()).toBe(true);
  expect(await isRun()).toBe(false);
});
