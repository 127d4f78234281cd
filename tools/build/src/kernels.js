import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { build } from "esbuild";
import { BuildError } from "./errors.js";
import { unlessUnchanged } from "./unchanged.js";

/// Kernels: leaf operations in AssemblyScript over the memory of the virtual machine, in `packages/*/kernel/`.
///
///     packages/P/kernel/index.ts                 what the kernel exports
///     packages/P/kernel/generated/constants.ts   made here: the whole numbers that P and its dependencies export
///     packages/P/src/generated/kernel.ts         made here: the module in base64, and the types of its functions
///
/// A kernel may import the sources of another package's: `import { … } from "@hotpy/object-model/kernel/strings"`. Where it has a file
/// `kernel/for/Q/F.ts`, that one stands in place of `F.ts` of package Q: so it gives what Q leaves to others, without a call out of the module.

/** The compiler takes a second to load, and is rarely needed. */
const { version: compilerVersion } = createRequire(import.meta.url)("assemblyscript/package.json");

const options = [
  ["-O3", "--converge", "--noAssert"],
  ["--runtime", "stub", "--use", "abort="],
  ["--importMemory", "--noExportMemory", "--enable", "simd"],
  ["--bindings", "raw"],
].flat();

const header = "/* Made from the package's kernel by tools/build. Do not edit. */\n";

/**
 * Compiles the kernels whose sources have changed since they were compiled last.
 *
 * @param {string} root the repository
 * @param {Date} [time] time stamp of what is written; the present by default
 * @throws {BuildError} where a kernel does not compile; the compiler has printed why
 */
export async function buildKernels(root, time = new Date()) {
  const names = packagesWithKernels(root);
  const files = {
    stamp: join(root, ".hotpy/kernels"),
    // Constants come from all of the sources, and manifests say from which.
    directories: readdirSync(join(root, "packages")).flatMap((name) =>
      ["src", "kernel"].map((each) => join(root, "packages", name, each)),
    ),
    made: names.flatMap((name) => [constantsFile(root, name), moduleFile(root, name)]),
  };
  const manifests = names.map((name) => readFileSync(join(root, "packages", name, "package.json"), "utf8"));
  const more = JSON.stringify([compilerVersion, options, manifests]);
  await unlessUnchanged(files, more, () => buildChanged(root, names, time));
}

async function buildChanged(root, names, time) {
  const write = (file, text) => {
    if (existsSync(file) && readFileSync(file, "utf8") === text) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    utimesSync(file, time, time);
  };
  const constants = await constantsOf(root, names);
  names.forEach((name, i) => write(constantsFile(root, name), constants[i]));
  const fingerprint = fingerprintOf(root, names);
  for (const name of names) {
    const output = moduleFile(root, name);
    const stamp = `${header}/* ${fingerprint} */\n`;
    if (existsSync(output) && readFileSync(output, "utf8").startsWith(stamp)) continue;
    write(output, stamp + (await compile(root, name)));
  }
}

const packagesWithKernels = (root) =>
  readdirSync(join(root, "packages"))
    .filter((name) => existsSync(join(root, "packages", name, "kernel/index.ts")))
    .sort();

const constantsFile = (root, name) => join(root, "packages", name, "kernel/generated/constants.ts");

const moduleFile = (root, name) => join(root, "packages", name, "src/generated/kernel.ts");

/** The text of each package's constants: the whole numbers among its exports and those of the workspace's packages that it depends on. */
async function constantsOf(root, names) {
  const parts = names.map((name) => [`packages/${name}`, ...dependenciesOf(root, name)]);
  const sources = [...new Set(parts.flat())];
  const { outputFiles } = await build({
    stdin: {
      contents: sources.map((each, i) => `export * as from${i} from "./${each}/src/index.js";`).join("\n"),
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    conditions: ["source"],
    logLevel: "error",
    plugins: [withoutKernels],
  });
  const exports = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`
  );
  return parts.map((each) => {
    const numbers = each
      .flatMap((source) => Object.entries(exports[`from${sources.indexOf(source)}`]))
      .filter(([, value]) => Number.isInteger(value));
    return header + [...new Map(numbers)].map(([key, value]) => `export const ${key} = ${value};\n`).join("");
  });
}

/** Directories of the workspace's packages that a package depends on. */
function dependenciesOf(root, name) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(root, "packages", name, "package.json"), "utf8"));
  return Object.keys(dependencies)
    .filter((each) => each.startsWith("@hotpy/"))
    .map((each) => each.replace("@hotpy", "packages"));
}

/** Constants are needed before there are kernels. */
const withoutKernels = {
  name: "without-kernels",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/generated\/kernel\.js$/ }, () => ({ path: "kernel", namespace: "none" }));
    onLoad({ filter: /./, namespace: "none" }, () => ({ contents: 'export const MODULE = "";' }));
  },
};

/** Changes with any source of a kernel, as they may import each other. */
function fingerprintOf(root, names) {
  const hash = createHash("sha256").update(JSON.stringify([compilerVersion, options]));
  for (const name of names) {
    const directory = join(root, "packages", name, "kernel");
    const files = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    for (const file of files.sort()) hash.update(`${name}/${file}\n`).update(readFileSync(join(directory, file)));
  }
  return hash.digest("hex").slice(0, 16);
}

async function compile(root, name) {
  const { default: asc } = await import("assemblyscript/asc");
  const files = new Map();
  const { error, stdout, stderr } = await asc.main(
    [`packages/${name}/kernel/index.ts`, "--outFile", "kernel.wasm", "--baseDir", root, ...options],
    {
      readFile: (file) => readSource(root, name, file),
      writeFile: (file, contents) => void files.set(file, contents),
      listFiles: () => [],
    },
  );
  if (error) {
    console.error(stdout.toString() + stderr.toString());
    throw new BuildError(`the kernel of packages/${name} does not compile; the errors are above`);
  }
  const binary = files.get("kernel.wasm");
  const module = new WebAssembly.Module(binary);
  if (WebAssembly.Module.customSections(module, "data").length > 0 || hasData(binary))
    throw new BuildError(`the kernel of packages/${name} has static data, for which there is no place in memory`);
  return `
/** What the kernel calls: by module, the names of functions. */
export interface KernelImports {
${importsOf(module)}}

/** The kernel's functions. Addresses and words are the memory's; nothing here reaches a safepoint. */
export interface Kernel {
${functionsOf(root, name, files.get("kernel.d.ts"))}}

/** The WebAssembly module, in base64. */
export const MODULE =
  "${Buffer.from(binary).toString("base64")}";
`;
}

/** Sources of the compiler's own library are known to it; others lie in the repository. `name`: the package whose kernel is compiled. */
function readSource(root, name, file) {
  const shared = /@hotpy\/([a-z-]+)\/kernel\/(.*)$/.exec(file);
  if (shared === null) return read(join(root, file));
  const [, other, inside] = shared;
  const own = join(root, "packages", name, "kernel/for", other, inside);
  if (!existsSync(own)) return read(join(root, "packages", other, "kernel", inside));
  // For the compiler it lies where the other one does, four directories below the root.
  const up = "../".repeat(inside.split("/").length + 3);
  return readFileSync(own, "utf8").replace(
    /(?<= from ")\.[^"]*(?=")/g,
    (to) => up + relative(root, join(dirname(own), to)),
  );
}

const read = (path) => (existsSync(path) ? readFileSync(path, "utf8") : null);

/** Whether a module has a data section. */
function hasData(binary) {
  let at = 8;
  while (at < binary.length) {
    const id = binary[at++];
    let size = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = binary[at++];
      size |= (byte & 127) << shift;
      if (byte < 128) break;
    }
    if (id === 11) return true;
    at += size;
  }
  return false;
}

function importsOf(module) {
  const modules = new Map();
  for (const { module: from, name, kind } of WebAssembly.Module.imports(module))
    if (kind === "function") modules.set(from, [...(modules.get(from) ?? []), name]);
  return [...modules]
    .map(
      ([from, names]) =>
        `  readonly ${from}: Readonly<Record<${names.map((each) => `"${each}"`).join(" | ")}, CallableFunction>>;\n`,
    )
    .join("");
}

/** Signatures from the compiler's declarations, documentation from the sources. */
function functionsOf(root, owner, declarations) {
  const found = declarations.matchAll(
    /\* (\S+)\/(\w+)\n(?: {3}\* @.*\n)* {3}\*\/\n {2}export function (\w+)(\(.*\).*);/g,
  );
  return [...found]
    .map(([, file, internal, name, signature]) => {
      const source = readSource(root, owner, `${file}.ts`) ?? "";
      const documentation = new RegExp(String.raw`(/\*\*(?:(?!\*/)[\s\S])*\*/\n)export function ${internal}\(`).exec(
        source,
      );
      return `${(documentation?.[1] ?? "").replace(/^(?=.)/gm, "  ")}  ${name}${signature};\n`;
    })
    .join("");
}
