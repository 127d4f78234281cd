import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkForm } from "./form.js";

let root: string;

const readme = ["What is this?", "When should I use it?", "Install", "Use", "API", "Types", "Compatibility"]
  .map((section) => `## ${section}\n`)
  .join("\n");

const repository = { type: "git", url: "git+https://example.org/hotpy.git" };

function addPackage(folder: string, changes: object = {}, references: string[] = []): void {
  const directory = join(root, "packages", folder);
  mkdirSync(directory, { recursive: true });
  const manifest = {
    name: `@hotpy/${folder}`,
    description: "…",
    keywords: ["virtual-machine"],
    license: "MIT",
    repository: { ...repository, directory: `packages/${folder}` },
    type: "module",
    scripts: { prepack: "node ../../tools/build/src/prepack.js" },
    engines: { node: ">=20.20" },
    files: ["dist", "src"],
    exports: { ".": { source: "./src/index.ts", types: "./dist/index.d.ts", default: "./dist/index.js" } },
    ...changes,
  };
  writeFileSync(join(directory, "package.json"), JSON.stringify(manifest));
  const config = { references: references.map((name) => ({ path: `../${name}` })) };
  writeFileSync(join(directory, "tsconfig.json"), JSON.stringify(config));
  writeFileSync(join(directory, "README.md"), readme);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "form-"));
  writeFileSync(join(root, "package.json"), JSON.stringify({ repository }));
  addPackage("memory");
  addPackage("gc", { dependencies: { "@hotpy/memory": "workspace:^" } }, ["memory"]);
  writeFileSync(
    join(root, "tsconfig.json"),
    JSON.stringify({ references: [{ path: "packages/memory" }, { path: "packages/gc" }] }),
  );
});

afterEach(() => rmSync(root, { recursive: true }));

test("two packages in good form", () => {
  expect(checkForm(root)).toEqual([]);
});

test.each([
  [{ name: "@hotpy/other" }, "the name is"],
  [{ license: "GPL-3.0" }, "the license"],
  [{ type: "commonjs" }, "the type"],
  [{ keywords: [] }, "there are no keywords"],
  [{ repository }, "the repository"],
  [{ scripts: { prepack: "tsc" } }, "the script prepack"],
  [{ files: ["dist"] }, "src is not among the files"],
  [{ dependencies: { koffi: "^3.0.0" } }, "it depends on koffi"],
  [{ exports: { ".": "./dist/index.js" } }, 'exports["."]'],
])("a manifest with %j is refused", (changes, problem) => {
  addPackage("memory", changes);
  expect(checkForm(root).join()).toContain(`packages/memory: ${problem}`);
});

test("a reference that is missing, and one too many", () => {
  addPackage("gc", { dependencies: { "@hotpy/memory": "workspace:^" } });
  addPackage("dict", {}, ["memory"]);
  expect(checkForm(root)).toEqual([
    "packages/dict: tsconfig.json refers to memory, which is no dependency",
    "packages/gc: tsconfig.json has no reference to memory",
    "tsconfig.json of the root has no reference to packages/dict",
  ]);
});

test("a README without a section", () => {
  cpSync(join(root, "packages/memory/tsconfig.json"), join(root, "packages/memory/README.md"));
  expect(checkForm(root)).toHaveLength(7);
});

test("a circle through a test's dependency", () => {
  addPackage("memory", { devDependencies: { "@hotpy/gc": "workspace:^" } });
  expect(checkForm(root)).toEqual([
    "packages depend on each other in a circle: @hotpy/gc -> @hotpy/memory -> @hotpy/gc",
  ]);
});
