import { mkdtempSync, openSync, readSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findStandardLibrary } from "./index.js";

it("finds the archive", () => {
  const path = findStandardLibrary() ?? "";
  const start = Buffer.alloc(4);
  readSync(openSync(path, "r"), start);
  expect(start.toString("latin1")).toBe("PK\x03\x04");
});

it("looks in its own dependencies first, whatever else is given", () => {
  const elsewhere = join(mkdtempSync(join(tmpdir(), "hotpy-test-")), "program.js");
  expect(findStandardLibrary(elsewhere)).toBe(findStandardLibrary());
});
