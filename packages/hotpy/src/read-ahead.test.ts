import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createReadingAhead, readAhead, takeAhead } from "./read-ahead.js";

const directory = mkdtempSync(join(tmpdir(), "hotpy-ahead-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test("a thread gets the files that are there, each once", () => {
  writeFileSync(join(directory, "a"), "some bytes");
  writeFileSync(join(directory, "empty"), "");
  const ahead = createReadingAhead(directory, ["a", "empty", "missing"]);
  takeAhead(ahead.files);
  ahead.read();
  expect(readAhead(join(directory, "a"))?.toString()).toBe("some bytes");
  expect(readAhead(join(directory, "a"))).toBeUndefined();
  expect(readAhead(join(directory, "empty"))?.length).toBe(0);
  expect(readAhead(join(directory, "missing"))).toBeUndefined();
});

test("a file that has lost its end meanwhile is left to the thread", () => {
  writeFileSync(join(directory, "a"), "some bytes");
  const ahead = createReadingAhead(directory, ["a"]);
  truncateSync(join(directory, "a"), 4);
  takeAhead(ahead.files);
  ahead.read();
  expect(readAhead(join(directory, "a"))).toBeUndefined();
});
