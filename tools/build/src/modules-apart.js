import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, relative } from "node:path";

/**
 * The WebAssembly modules of the sources, in base64 there, become files beside the program, which knows them by their names: as text they would be in memory
 * four times at each start, in the script, in V8's code of it, as what is decoded, and as what V8 compiles.
 *
 * @param {string} root the repository
 * @returns {{ plugin: import("esbuild").Plugin, files: ReadonlyMap<string, Buffer> }} the files by name, once the plugin has been used
 */
export function modulesApart(root) {
  const files = new Map();
  const nameOf = (path, base64) => {
    const bytes = Buffer.from(base64, "base64");
    const [, name] = relative(root, path).split("/");
    const file = `${name}.${createHash("sha1").update(bytes).digest("hex").slice(0, 12)}.wasm`;
    files.set(file, bytes);
    return file;
  };
  return {
    files,
    plugin: {
      name: "modules-apart",
      setup({ onLoad }) {
        onLoad({ filter: /\/src\/generated\/(kernel|loop)\.ts$/ }, ({ path }) => ({
          contents: readFileSync(path, "utf8").replace(
            /(?<=MODULE(?:: string)? =\s+")AGFzbQ[A-Za-z0-9+/]*=*(?=")/,
            (base64) => nameOf(path, base64),
          ),
          loader: "ts",
          resolveDir: dirname(path),
        }));
      },
    },
  };
}
