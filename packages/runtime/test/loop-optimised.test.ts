import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

/* V8 optimises a WebAssembly function only once it has been entered often enough, and never says whether it did. This is
 * the check that the interpreter's loop is optimised, and that nothing it calls out of line is deoptimised for ever. */

const MOST_BYTECODE = 48 * 1024;
const MARK = "the loop is warm";

interface Loop {
  readonly bytes: number;
  readonly baseline: { readonly atStart: boolean; readonly warm: boolean; readonly atEnd: boolean };
}

let directory = "";
let output = "";
let loop: Loop;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "hotpy-loop-"));
  const bundle = join(directory, "harness.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("loop-harness.ts", import.meta.url))],
    outfile: bundle,
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["source"],
    logLevel: "error",
    // The mark is printed by V8 itself, so that it comes at its place among V8's own lines.
    banner: {
      js: `const markWarm = new Function("%DebugPrint('${MARK}')"); const isBaseline = new Function("f", "return %IsLiftoffFunction(f)");`,
    },
  });
  output = execFileSync(process.execPath, ["--allow-natives-syntax", "--trace-deopt", bundle], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  loop = JSON.parse(/^loop: (.*)$/m.exec(output)?.[1] ?? "{}");
}, 120_000);
afterAll(() => rmSync(directory, { recursive: true, force: true }));

test("the loop is under 48 KB of WebAssembly's bytecode", () => {
  expect(loop.bytes).toBeGreaterThan(10_000);
  expect(loop.bytes).toBeLessThan(MOST_BYTECODE);
});

test("V8 optimises the loop, and it stays optimised", () => {
  expect(loop.baseline).toEqual({ atStart: true, warm: false, atEnd: false });
});

test("nothing that the loop calls is deoptimised again and again once it is warm", () => {
  const [, after] = output.split(MARK);
  expect(after).toBeDefined();
  const deoptimised = after.match(/<JSFunction \w+/g) ?? [];
  expect(deoptimised.length).toBeLessThan(5);
});
