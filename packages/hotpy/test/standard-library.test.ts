import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { runProgram } from "./harness.js";

/// Programs that import the standard library, beside CPython: its sources come from the machine, so what they do is not recorded. But for those that
/// CPython's own faults make fail now and then (threads that import the same package are told of a deadlock).

const FOLDER = fileURLToPath(new URL("./standard-library/", import.meta.url));
const MINUTE = 60_000;

describe("programs over the standard library do what they do in CPython", () => {
  for (const name of readdirSync(FOLDER).filter((file) => file.endsWith(".py"))) {
    const path = join(FOLDER, name);
    const record = path.replace(/py$/, "out");
    const out = existsSync(record)
      ? readFileSync(record, "utf8")
      : execFileSync("/usr/bin/python3.11", ["-B", path], { encoding: "utf8" });
    for (const settings of [{ jit: "off" }, { threshold: 2 }] as const) {
      it(
        `${name} ${JSON.stringify(settings)}`,
        async () => expect(await runProgram(path, settings)).toEqual({ out, err: "", code: 0 }),
        MINUTE,
      );
    }
  }
});
