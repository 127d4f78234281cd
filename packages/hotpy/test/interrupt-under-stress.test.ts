import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/// Ctrl-C under `-X gc-stress`, where each iteration of a loop is a safepoint and none is counted.

const HOTPY = fileURLToPath(new URL("../dist/bundle/main.js", import.meta.url));
const PROGRAM = `
print('ready', flush=True)
try:
    while True: x = 1
except KeyboardInterrupt: print('caught')
`;

describe("Ctrl-C under stress", () => {
  for (const options of [["gc-stress"], ["gc-stress=1", "jit=off"], ["gc-stress=1", "threshold=1"]])
    it(`ends a loop that does nothing else, -X ${options.join(" -X ")}`, { timeout: 60_000 }, async () => {
      const settings = options.flatMap((option) => ["-X", option]);
      const child = spawn(process.execPath, [HOTPY, ...settings, "-c", PROGRAM]);
      let output = "";
      child.stdout.on("data", (data: Buffer) => {
        output += data;
        if (output === "ready\n") child.kill("SIGINT");
      });
      const code = await new Promise((resolve) => child.once("exit", resolve));
      expect({ output, code }).toEqual({ output: "ready\ncaught\n", code: 0 });
    });
});
