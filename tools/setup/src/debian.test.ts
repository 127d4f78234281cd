import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ensureDebianPackages, missingPackages } from "./debian.js";

/** A directory of pretended system programs, the only one on the PATH. */
let programs: string;

function pretend(name: string, script: string): void {
  writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(programs, name), 0o755);
}

beforeEach(() => {
  programs = mkdtempSync(join(tmpdir(), "programs-"));
  vi.stubEnv("PATH", programs);
  vi.spyOn(console, "error").mockImplementation(() => {});
  pretend("dpkg-query", 'echo "cmake installed"; echo "pypy3 config-files"');
  pretend("apt-get", `echo "$*" >> ${programs}/log`);
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(programs, { recursive: true });
});

test("a package that was removed but for its configuration is missing", () => {
  expect(missingPackages(["cmake", "pypy3", "chromium"])).toEqual(["pypy3", "chromium"]);
});

test("root installs what is missing, and only that", () => {
  vi.spyOn(process, "getuid").mockReturnValue(0);
  ensureDebianPackages(["cmake", "pypy3"]);
  expect(readFileSync(join(programs, "log"), "utf8")).toBe("update\ninstall --yes --no-install-recommends pypy3\n");
});

test("others install through sudo", () => {
  vi.spyOn(process, "getuid").mockReturnValue(1000);
  pretend("sudo", `[ "$2" = true ] || { shift; exec "$@"; }`);
  ensureDebianPackages(["pypy3"]);
  expect(readFileSync(join(programs, "log"), "utf8")).toContain("install --yes");
});

test("without sudo the exact command is printed", () => {
  vi.spyOn(process, "getuid").mockReturnValue(1000);
  expect(() => ensureDebianPackages(["cmake", "pypy3"])).toThrow(
    "sudo apt-get update && sudo apt-get install --yes --no-install-recommends pypy3\n",
  );
});

test("a failed apt-get is an error with the command", () => {
  vi.spyOn(process, "getuid").mockReturnValue(0);
  pretend("apt-get", "exit 100");
  expect(() => ensureDebianPackages(["pypy3"])).toThrow(/apt-get failed[\s\S]*install --yes/);
});

test("on another system it lists what is needed", () => {
  rmSync(join(programs, "dpkg-query"));
  expect(() => ensureDebianPackages(["cmake"])).toThrow(/no Debian[\s\S]*cmake/);
});
