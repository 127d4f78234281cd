import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism } from "node:os";
import { delimiter, join } from "node:path";
import { BuildError, withLock } from "@hotpy-tools/build";
import { cache } from "./cache.js";

// llvm-bindings is C++ against LLVM's headers: minutes to build, 110 MB, of no use to somebody without LLVM.
// So it is no dependency of the workspace. It is built once per machine in a cache, and a link in the root's
// node_modules makes `import "llvm-bindings"` find it.

const recipe = new URL("../llvm-bindings/", import.meta.url);

/**
 * @param {string} root the repository
 * @throws {BuildError} where it could not be built
 */
export async function ensureLlvmBindings(root) {
  const { dependencies } = JSON.parse(readFileSync(new URL("package.json", recipe), "utf8"));
  // Node-API is stable, so an addon outlives updates of Node.js: its version is not in the name.
  const name = `llvm-bindings-${dependencies["llvm-bindings"]}-${process.platform}-${process.arch}`;
  const directory = join(cache, name);
  const built = join(directory, "node_modules/llvm-bindings");
  if (!isUsable(built)) {
    await withLock(`${directory}.lock`, async () => {
      if (!isUsable(built)) build(directory, built);
    });
  }
  link(join(root, "node_modules/llvm-bindings"), built);
}

/** Whether it loads, its shared libraries included, which a system update may have taken away. */
function isUsable(directory) {
  return (
    existsSync(directory) && spawnSync(process.execPath, ["-e", "require(process.argv[1])", directory]).status === 0
  );
}

function build(directory, built) {
  console.error(`setup: building llvm-bindings in ${directory} (once, 2 to 6 minutes)`);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) cpSync(new URL(file, recipe), join(directory, file));
  // The package's own script is not run: it takes Node's headers from the network, and cannot build in parallel.
  run(directory, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
  const jobs = String(Math.min(availableParallelism(), 4));
  const bin = join(directory, "node_modules/.bin");
  run(built, join(bin, "cmake-js"), ["compile", "--parallel", jobs], {
    npm_config_nodedir: headers(directory),
    // Its CMake files look for cmake-js again.
    PATH: `${bin}${delimiter}${process.env.PATH}`,
  });
  if (!isUsable(built)) throw new BuildError(`llvm-bindings was built in ${built} but does not load`);
}

/**
 * The headers of Node-API in the layout of an installed Node.js. They come from npm: a Node.js from Debian or
 * from an archive has headers elsewhere or none, and Node-API is all that llvm-bindings includes.
 */
function headers(directory) {
  const prefix = join(directory, "node");
  const include = join(prefix, "include/node");
  cpSync(join(directory, "node_modules/node-api-headers/include"), include, { recursive: true });
  // cmake-js takes this file's presence for that of the headers.
  writeFileSync(join(include, "node.h"), '#include "node_api.h"\n');
  return prefix;
}

function run(directory, program, args, variables = {}) {
  const { status } = spawnSync(program, args, {
    cwd: directory,
    stdio: ["ignore", 2, 2],
    env: { ...process.env, ...variables },
  });
  if (status !== 0)
    throw new BuildError(`llvm-bindings could not be built: ${program} ${args.join(" ")} failed in ${directory}`);
}

function link(path, target) {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isSymbolicLink() && readlinkSync(path) === target) return;
  rmSync(path, { recursive: true, force: true });
  symlinkSync(target, path);
}
