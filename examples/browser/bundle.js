// What the page loads, by name: the worker is bundled from the packages, the rest is served as it stands.

import { readFile } from "node:fs/promises";
import { build } from "esbuild";

const here = new URL("./", import.meta.url);

/** Files of the page: name to content. */
export async function bundlePage() {
  const { outputFiles } = await build({
    entryPoints: [new URL("worker.ts", here).pathname],
    bundle: true,
    format: "esm",
    platform: "browser",
    conditions: ["source"],
    write: false,
    outdir: "unused",
  });
  /** @param {string} path */
  const read = async (path) => new Uint8Array(await readFile(new URL(path, here)));
  return new Map([
    ["index.html", await read("index.html")],
    ["page.js", await read("page.js")],
    ["program.py", await read("../nbody.py")],
    ["worker.js", outputFiles[0].contents],
  ]);
}
