import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { BuildError } from "./errors.js";
import { modulesApart } from "./modules-apart.js";
import { bundleParts } from "./parts.js";

const banner = `
"use strict";
// The bundle may meet an older Node.js than the one that built it.
if (parseInt(process.versions.node) < 20) {
  console.error("hotpy: this is Node.js " + process.versions.node + "; HotPy needs 20.20 or later");
  process.exit(69);
}
const importMetaUrl = require("node:url").pathToFileURL(__filename).href;
`;

/** What the thread runs is compiled by us, so that V8's code of it can be kept. */
const NO_BUILD = "0".repeat(16);
const scriptStart = `(function (exports, require, module, __filename, loadPart) {
const buildId = "${NO_BUILD}";
const importMetaUrl = require("node:url").pathToFileURL(__filename).href;
`;

/**
 * Bundles the command line from the packages' sources: `main.js`, the process, `worker.js`, which starts the
 * thread that runs Python, and `vm.cjs`, what that thread runs, with the WebAssembly modules beside it; `trace-thread.js` and `trace-maker.cjs`, the same of the thread that makes traces. One file instead of some hundred modules saves tens of milliseconds at each start,
 * CommonJS instead of modules another ten: Node.js starts its loader of modules in each thread that has one.
 *
 * @param {string} root the repository
 * @param {string} output directory of the result
 * @throws {BuildError} where the sources do not compile; esbuild has printed why
 */
export async function bundle(root, output) {
  const hotpy = join(root, "packages/hotpy");
  const scratch = `${output}.new`;
  rmSync(scratch, { recursive: true, force: true });
  try {
    /** @type {import("esbuild").BuildOptions} */
    const options = {
      absWorkingDir: root,
      outdir: scratch,
      bundle: true,
      platform: "node",
      target: "node20.20",
      conditions: ["source"],
      // Inlines constants across modules. A bundle's top-level constants are `var`s, which V8 does not fold.
      minify: true,
      sourcemap: "linked",
      external: nativePackages(hotpy),
      logLevel: "warning",
    };
    await build({
      ...options,
      entryPoints: ["main", "worker", "trace-thread"].map((name) => join(hotpy, `src/${name}.ts`)),
      format: "cjs",
      define: { "import.meta.url": "importMetaUrl" },
      banner: { js: banner },
    });
    // The package's other files are modules.
    writeFileSync(join(scratch, "package.json"), '{ "type": "commonjs" }\n');
    /** @type {import("esbuild").BuildOptions} */
    const script = {
      ...options,
      format: "cjs",
      outExtension: { ".js": ".cjs" },
      define: { "import.meta.url": "importMetaUrl", "process.env.HOTPY_BUILD": "buildId" },
      banner: { js: scriptStart },
      footer: { js: "})" },
    };
    await build({ ...script, entryPoints: [join(hotpy, "src/trace-maker.ts")] });
    const { plugin, files } = modulesApart(root);
    const program = { ...script, entryPoints: [join(hotpy, "src/vm.ts")], plugins: [plugin] };
    const parts = await bundleParts(program, partsIn(hotpy));
    for (const [name, bytes] of files) writeFileSync(join(scratch, name), bytes);
    for (const [name, script] of parts) writeFileSync(join(scratch, `${name}.part.cjs`), script);
    nameBuild(join(scratch, "vm.cjs"), parts.values());
  } catch (error) {
    if (!Array.isArray(/** @type {{ errors?: unknown }} */ (error).errors)) throw error;
    throw new BuildError("the sources could not be bundled; the errors are above");
  }
  replace(output, scratch);
}

/** What of the program is loaded when it is first needed; `parts.json` of the command line says it. */
function partsIn(hotpy) {
  try {
    return JSON.parse(readFileSync(join(hotpy, "parts.json"), "utf8"));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return [];
    throw error;
  }
}

/** The program knows a hash of itself and its parts: code that they have compiled may be kept under that. */
function nameBuild(path, parts) {
  const text = readFileSync(path, "utf8");
  const hash = createHash("sha1").update(text);
  for (const part of parts) hash.update(part);
  writeFileSync(path, text.replace(NO_BUILD, hash.digest("hex").slice(0, NO_BUILD.length)));
}

/** Optional dependencies bring native code, which cannot be bundled; they are found at run time, or not there. */
function nativePackages(hotpy) {
  const { optionalDependencies = {} } = JSON.parse(readFileSync(join(hotpy, "package.json"), "utf8"));
  return Object.keys(optionalDependencies);
}

/** Moves file by file, the entry points last: a program that starts meanwhile finds all it imports. */
function replace(output, scratch) {
  mkdirSync(output, { recursive: true });
  const isEntry = (name) => /^((main|worker|trace-thread)\.js|(vm|trace-maker)\.cjs)$/.test(name);
  const files = readdirSync(scratch).sort((a, b) => Number(isEntry(a)) - Number(isEntry(b)));
  const stale = readdirSync(output).filter((name) => !files.includes(name) && name !== "built");
  for (const name of files) renameSync(join(scratch, name), join(output, name));
  for (const name of stale) rmSync(join(output, name), { force: true });
  rmSync(scratch, { recursive: true });
}
