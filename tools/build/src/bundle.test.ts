import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundle } from "./bundle.js";
import { BuildError } from "./errors.js";

/** A repository whose command line has a worker, a package on demand, a CommonJS package and a native one. */
let root: string;
const output = () => join(root, "packages/hotpy/dist/bundle");

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "bundle-"));
  const exports = { source: "./src/index.ts", default: "./dist/index.js" };
  write("packages/hotpy/package.json", JSON.stringify({ type: "module", optionalDependencies: { native: "1" } }));
  write("packages/hotpy/node_modules/@hotpy/late/package.json", JSON.stringify({ type: "module", exports }));
  write("packages/hotpy/node_modules/@hotpy/late/src/index.ts", 'export const late: string = "late";');
  for (const name of ["common", "native"]) write(`packages/hotpy/node_modules/${name}/package.json`, "{}");
  write("packages/hotpy/node_modules/common/index.js", 'exports.sep = require("path").sep;');
  write("packages/hotpy/node_modules/native/index.js", 'exports.native = "native";');
  write(
    "packages/hotpy/src/main.ts",
    `#!/usr/bin/env node
     import { Worker } from "node:worker_threads";
     import { sep } from "common";
     import native from "native";
     void import("@hotpy/late").then(({ late }) => {
       console.log(sep, native.native, late);
       new Worker(new URL("./worker.js", import.meta.url));
     });`,
  );
  write(
    "packages/hotpy/src/worker.ts",
    `import { readFileSync } from "node:fs";
     import { createRequire } from "node:module";
     import { fileURLToPath } from "node:url";
     import { Script } from "node:vm";
     const path = fileURLToPath(new URL("./vm.cjs", import.meta.url));
     const module = { exports: {} };
     new Script(readFileSync(path, "utf8")).runInThisContext()(module.exports, createRequire(path), module, path);
     console.log("worker", module.exports.here());`,
  );
  write("packages/hotpy/src/trace-thread.ts", "");
  write("packages/hotpy/src/trace-maker.ts", "export const createMaker = 1;");
  write("packages/hotpy/src/vm.ts", "export const here = () => import.meta.url.slice(0, 8);");
});

afterEach(() => rmSync(root, { recursive: true }));

test("the bundle runs without the packages' sources, with what is native found outside", async () => {
  await bundle(root, output());
  rmSync(join(root, "packages/hotpy/node_modules/common"), { recursive: true });
  rmSync(join(root, "packages/hotpy/node_modules/@hotpy"), { recursive: true });
  expect(execFileSync(process.execPath, [join(output(), "main.js")], { encoding: "utf8" })).toBe(
    "/ native late\nworker file:///\n",
  );
});

test("a second build leaves nothing of the first", async () => {
  await bundle(root, output());
  const before = readdirSync(output());
  write("packages/hotpy/node_modules/@hotpy/late/src/index.ts", 'export const late: string = "later";');
  await bundle(root, output());
  const after = readdirSync(output());
  expect(after).toEqual(before);
  expect(execFileSync(process.execPath, [join(output(), "main.js")], { encoding: "utf8" })).toContain("later");
});

test("sources that do not compile leave the old bundle as it is", async () => {
  await bundle(root, output());
  write("packages/hotpy/src/main.ts", "this is no program");
  await expect(bundle(root, output())).rejects.toThrow(BuildError);
  expect(execFileSync(process.execPath, [join(output(), "main.js")], { encoding: "utf8" })).toContain("worker");
});

test("a WebAssembly module is a file beside the program, which knows its name", async () => {
  const bytes = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  write("packages/hotpy/src/generated/kernel.ts", `export const MODULE =\n  "${bytes.toString("base64")}";`);
  write(
    "packages/hotpy/src/vm.ts",
    'import { MODULE } from "./generated/kernel.js"; export const here = () => MODULE;',
  );
  await bundle(root, output());
  const [name] = readdirSync(output()).filter((file) => file.endsWith(".wasm"));
  expect(readFileSync(join(output(), name))).toEqual(bytes);
  expect(readFileSync(join(output(), "vm.cjs"), "utf8")).toContain(`"${name}"`);
});
