import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { driven } from "./driven.js";

test("only a program that defines main and leaves the call to others gets one", () => {
  const directory = mkdtempSync(join(tmpdir(), "hotpy-bench-test-"));
  const write = (name: string, text: string): string => {
    writeFileSync(join(directory, name), text);
    return join(directory, name);
  };
  const plain = write("plain.py", "print(1)\n");
  const complete = write("complete.py", "def main():\n    print(1)\n\n\nmain()\n");
  const defines = write("defines.py", "def main():\n    return 1\n");
  const [first, second, third] = driven([plain, complete, defines], mkdtempSync(join(tmpdir(), "hotpy-bench-test-")));
  expect([first, second]).toEqual([plain, complete]);
  expect(third.endsWith("/defines.py")).toBe(true);
  expect(readFileSync(third, "utf8")).toMatch(/^def main\(\):\n {4}return 1\n[\s\S]*_drive\(\)\n$/);
});
