// Parts of a program that are loaded when a function of theirs is first called, each a script of its own: a program that does without does not even
// have V8 read its compiled code.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build, transform } from "esbuild";

/**
 * @typedef {object} Part
 * @property {string} name of its file
 * @property {Record<string, readonly string[]>} roots by file, the functions through which the rest of the program uses it
 */

/** @typedef {import("esbuild").BuildOptions} BuildOptions */

/**
 * Bundles a program with its parts. What a part needs of the rest it is handed when it is loaded, so no file is there twice; numbers are
 * put where they are used.
 *
 * A part's script is a function `(shared, require, importMetaUrl) => functions`; the program calls `loadPart(name)` for it.
 *
 * @param {BuildOptions} options of the program, with one entry point
 * @param {readonly Part[]} parts
 * @returns {Promise<Map<string, string>>} the scripts of the parts by name; the program itself is written
 */
export async function bundleParts(options, parts) {
  const root = /** @type {string} */ (options.absWorkingDir);
  const rootFiles = new Map(parts.flatMap((part) => Object.keys(part.roots).map((file) => [join(root, file), part])));
  /** @type {Map<string, PartText>} */
  let texts = new Map();
  /** What is not in a part. It grows by what several parts need, and by what that needs. */
  let outside = await filesOf(options, stubs(rootFiles, root, texts));
  for (;;) {
    texts = new Map();
    /** @type {Map<string, string>} */
    const owners = new Map();
    const several = new Set();
    for (const part of parts) {
      const text = await bundlePart(options, part, root, rootFiles, outside);
      texts.set(part.name, text);
      for (const file of text.files) {
        if (owners.has(file)) several.add(file);
        owners.set(file, part.name);
      }
    }
    const next = await filesOf(options, stubs(rootFiles, root, texts));
    const isStable = several.size === 0 && [...next].every((file) => outside.has(file) || !owners.has(file));
    if (isStable) break;
    outside = new Set([...outside, ...next, ...several]);
  }
  await build({ ...options, plugins: [...(options.plugins ?? []), stubs(rootFiles, root, texts)] });
  const scripts = new Map();
  for (const [name, { script }] of texts) {
    const { code } = await transform(`part(${script});`, {
      minify: true,
      target: options.target ?? "esnext",
      charset: "ascii",
    });
    scripts.set(name, code.replace(/^part/, "").replace(/;\s*$/, ""));
  }
  return scripts;
}

/**
 * @typedef {object} PartText
 * @property {string} script
 * @property {ReadonlySet<string>} files of which something is in it
 * @property {readonly { file: string, name: string }[]} shared what it is handed, in order
 */

/** Files of which something is in the bundle. */
async function filesOf(options, plugin) {
  const { metafile } = await build({
    ...options,
    write: false,
    metafile: true,
    sourcemap: false,
    plugins: [...(options.plugins ?? []), plugin],
  });
  return filesIn(metafile, options.absWorkingDir);
}

function filesIn(metafile, root) {
  const files = new Set();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
      const path = join(root, file);
      if (bytesInOutput > 0 && !(path.endsWith("index.ts") && isIndex(path))) files.add(path);
    }
  }
  return files;
}

/** Whether a file has nothing of its own: what it exports of others need not be where it is. */
function isIndex(file) {
  return (
    /^export .* from /m.test(sourceOf(file)) &&
    !/^(export )?(async |abstract |default )*(const|let|var|function|class|enum)\b/m.test(sourceOf(file))
  );
}

function sourceOf(file) {
  if (!sources.has(file)) sources.set(file, readFileSync(file, "utf8"));
  return sources.get(file);
}
const sources = new Map();

/** The number that a file exports under a name, as it is written there. */
function numberOf(file, name) {
  return new RegExp(`^export const ${name} = (-?[0-9][\\w.]*);`, "m").exec(sourceOf(file))?.[1];
}

/** The names of the values that a file exports. */
function exportsOf(file) {
  const text = sourceOf(file);
  const declared = text.matchAll(
    /^export (?:async )?(?:const|let|function\*?|(?:abstract )?class|enum) (?:(\w+)|\[([^\]]*)\])/gm,
  );
  const listed = text.matchAll(/^export \{([^}]*)\}/gm);
  const starred = text.matchAll(/^export \* from "([^"]+)\.js";$/gm);
  const names = [
    ...[...declared].flatMap(([, name, several]) => (name === undefined ? several.split(",") : [name])),
    ...[...listed]
      .flatMap(([, list]) => list.split(",").filter((each) => !/^\s*(type\s|$)/.test(each)))
      .map((each) => each.split(" as ").at(-1)),
    ...[...starred].flatMap(([, other]) => exportsOf(join(dirname(file), `${other}.ts`))),
  ];
  // Overloads have one name.
  return [...new Set(names.map((name) => name.trim()))];
}

/** Bundles one part; `outside` are the files that it is handed. @returns {Promise<PartText>} */
async function bundlePart(options, part, root, rootFiles, outside) {
  const entries = Object.entries(part.roots);
  const { outputFiles, metafile } = await build({
    ...options,
    entryPoints: undefined,
    stdin: {
      contents: entries
        .map(([file, names]) => `export { ${names.join(", ")} } from ${JSON.stringify(join(root, file))};`)
        .join("\n"),
      resolveDir: root,
    },
    write: false,
    metafile: true,
    sourcemap: false,
    format: "esm",
    banner: {},
    footer: {},
    minify: false,
    // Inlines numbers.
    minifySyntax: true,
    plugins: [
      ...(options.plugins ?? []),
      {
        name: "outside",
        setup({ onLoad, onResolve, resolve }) {
          onResolve({ filter: /.*/ }, async ({ path, pluginData, ...rest }) => {
            if (pluginData === "resolved" || rest.kind === "entry-point") return undefined;
            const found = await resolve(path, { ...rest, pluginData: "resolved" });
            if (found.errors.length > 0) return found;
            const owner = rootFiles.get(found.path);
            const isOutside = owner === undefined ? outside.has(found.path) : owner !== part;
            return isOutside ? { path: found.path, external: true, sideEffects: false } : found;
          });
          // What is outside cannot be exported without its names.
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const text = sourceOf(path);
            if (!/^export \* from/m.test(text)) return undefined;
            const contents = text.replace(
              /^export \* from "(\.[^"]+)\.js";$/gm,
              (_, other) =>
                `export { ${exportsOf(join(dirname(path), `${other}.ts`)).join(", ")} } from "${other}.js";`,
            );
            return { contents, loader: "ts", resolveDir: dirname(path) };
          });
        },
      },
    ],
  });
  /** @type {{ file: string, name: string }[]} */
  const shared = [];
  const handed = new Map();
  const keyOf = (file, name) => {
    const id = `${file} ${name}`;
    if (!handed.has(id)) {
      handed.set(id, `s${shared.length}`);
      shared.push({ file, name });
    }
    return handed.get(id);
  };
  const names = (list) =>
    list
      .split(",")
      .map((each) => each.trim())
      .filter((each) => each !== "")
      .map((each) => each.split(" as "));
  const body = /** @type {import("esbuild").OutputFile[]} */ (outputFiles)[0].text
    .replace(/^import (?:(\w+),? )?(?:\* as (\w+) |\{([^}]*)\} )?from "([^"]+)";$/gm, (_, one, all, list, file) => {
      if (!file.startsWith("/")) {
        const required = `require(${JSON.stringify(file)})`;
        const fields = list && `{ ${names(list).map(([name, local = name]) => `${name}: ${local}`)} }`;
        return [one, all, fields]
          .filter(Boolean)
          .map((target) => `const ${target} = ${required};`)
          .join(" ");
      }
      if (one) throw new Error(`${part.name}: ${file} has no default export`);
      if (all) return `const ${all} = shared.${keyOf(file, ALL)};`;
      return names(list)
        .map(([name, local = name]) => `const ${local} = ${numberOf(file, name) ?? `shared.${keyOf(file, name)}`};`)
        .join(" ");
    })
    .replace(/^import "[^"]+";$/gm, "")
    .replace(
      /^export \{([^}]*)\};\s*$/m,
      (_, list) => `return { ${names(list).map(([local, name = local]) => `${name}: ${local}`)} };`,
    );
  return {
    script: `function (shared, require, importMetaUrl) {\n${body}\n}`,
    files: filesIn(metafile, root),
    shared,
  };
}

/** All that a file exports, as one object. */
const ALL = "*";

/** In place of the roots: functions that load the part. */
function stubs(rootFiles, root, texts) {
  return {
    name: "parts",
    /** @param {import("esbuild").PluginBuild} build */
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^part:/ }, ({ path }) => ({ path, namespace: "part", sideEffects: false }));
      onLoad({ filter: /.*/, namespace: "part" }, ({ path }) => {
        const name = path.slice("part:".length);
        const shared = texts.get(name)?.shared ?? [];
        return {
          resolveDir: root,
          contents: [
            ...shared.map(
              ({ file, name }, index) =>
                `import ${name === ALL ? "*" : `{ ${name}`} as s${index} ${name === ALL ? "" : "}"} from ${JSON.stringify(file)};`,
            ),
            "let functions;",
            `export const load = () => functions ??= loadPart(${JSON.stringify(name)})({ ${shared.map((_, index) => `s${index}`)} }, require, importMetaUrl);`,
          ].join("\n"),
        };
      });
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const part = rootFiles.get(path);
        if (part === undefined) return undefined;
        const names = Object.entries(part.roots).find(([file]) => join(root, file) === path)?.[1] ?? [];
        return {
          resolveDir: root,
          contents: [
            `import { load } from "part:${part.name}";`,
            ...names.map((name) => `export function ${name}(...args) { return load().${name}(...args); }`),
          ].join("\n"),
        };
      });
    },
  };
}
