import { closeSync, openSync } from "node:fs";
import { isatty } from "node:tty";
import { expect, test } from "vitest";
import { isTerminal } from "./terminals.js";

test("files, devices that are no terminals and closed descriptors are none; terminals are", () => {
  for (const path of ["/dev/null", import.meta.filename, "/dev/ptmx"]) {
    const descriptor = openSync(path, "r");
    expect([path, isTerminal(descriptor)]).toEqual([path, isatty(descriptor)]);
    closeSync(descriptor);
    expect(isTerminal(descriptor)).toBe(false);
  }
});
