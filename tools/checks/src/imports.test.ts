// The rules on imports are those of biome.json and of `turbo boundaries`. Each is shown here to refuse what it is
// for, in a small workspace under the repository's own configuration.

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
let workspace: string;

function write(file: string, text: string): void {
  mkdirSync(dirname(join(workspace, file)), { recursive: true });
  writeFileSync(join(workspace, file), text);
}

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), "imports-"));
  for (const file of [
    "biome.json",
    "turbo.json",
    "package.json",
    "pnpm-workspace.yaml",
    "pnpm-lock.yaml",
    ".gitignore",
  ]) {
    cpSync(join(root, file), join(workspace, file));
  }
  symlinkSync(join(root, "node_modules"), join(workspace, "node_modules"));
  const manifests = {
    memory: { dependencies: {}, devDependencies: { vitest: "*", "fast-check": "*" } },
    gc: { dependencies: { "@hotpy/memory": "workspace:^" } },
    "python-parser": {},
    "jit-llvm": { dependencies: { koffi: "*" } },
  };
  for (const [name, rest] of Object.entries(manifests)) {
    write(`packages/${name}/package.json`, JSON.stringify({ name: `@hotpy/${name}`, version: "0.0.0", ...rest }));
    write(`packages/${name}/src/index.ts`, "export const one = 1;\n");
  }
});

afterAll(() => rmSync(workspace, { recursive: true }));

/** The rules of biome that a file of one line breaks, by their names. */
function lint(file: string, text: string): string[] {
  write(file, `${text}\n`);
  const script = join(root, "node_modules/@biomejs/biome/bin/biome");
  const { stdout } = spawnSync(process.execPath, [script, "lint", "--reporter=json", file], {
    cwd: workspace,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { category: string; severity: string }[] };
  rmSync(join(workspace, file));
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ category }) => category.split("/").at(-1) as string);
}

describe("biome refuses", () => {
  test.each([
    ["Python in the kit", "packages/gc/src/a.ts", 'import "@hotpy/python-parser";', "noRestrictedImports"],
    ["Python in the kit's tests", "packages/gc/src/a.test.ts", 'import "@hotpy/python-parser";', "noRestrictedImports"],
    [
      "Python's types in the kit",
      "packages/gc/src/a.ts",
      'export type { Module } from "@hotpy/python-parser";',
      "noRestrictedImports",
    ],
    [
      "Python in the kit, on demand",
      "packages/gc/src/a.ts",
      'await import("@hotpy/python-parser");',
      "noRestrictedImports",
    ],
    ["the runtime in the kit", "packages/gc/src/a.ts", 'import "@hotpy/runtime";', "noRestrictedImports"],
    [
      "the inside of another package",
      "packages/gc/src/a.ts",
      'import "@hotpy/memory/src/index.js";',
      "noRestrictedImports",
    ],
    ["node: in the kit", "packages/gc/src/a.ts", 'import "node:fs";', "noNodejsModules"],
    [
      "node: in the language, on demand",
      "packages/python-parser/src/a.ts",
      'await import("node:fs");',
      "noNodejsModules",
    ],
    ["an undeclared dependency", "packages/gc/src/a.ts", 'import "@hotpy/dict";', "noUndeclaredDependencies"],
    ["an undeclared dependency of a test", "packages/gc/src/a.test.ts", 'import "vitest";', "noUndeclaredDependencies"],
    ["a test's dependency in a source", "packages/memory/src/a.ts", 'import "vitest";', "noUndeclaredDependencies"],
  ])("%s", (_, file, text, rule) => {
    expect(lint(file, text)).toContain(rule);
  });

  test("a cycle", () => {
    write("packages/gc/src/b.ts", 'import { a } from "./a.js";\nexport const b = () => a;\n');
    expect(lint("packages/gc/src/a.ts", 'import { b } from "./b.js";\nexport const a = () => b;')).toContain(
      "noImportCycles",
    );
    rmSync(join(workspace, "packages/gc/src/b.ts"));
  });
});

test.each([
  ["packages/gc/src/a.ts", 'import "@hotpy/memory";'],
  ["packages/memory/src/a.test.ts", 'import "vitest"; import "node:fs";'],
  ["packages/jit-llvm/src/a.ts", 'import "node:fs"; import "koffi";'],
])("biome lets pass in %s: %s", (file, text) => {
  expect(lint(file, text)).toEqual([]);
});

describe("turbo refuses", () => {
  function boundaries(file: string, text: string): string {
    write(file, `${text}\n`);
    const script = join(root, "node_modules/turbo/bin/turbo");
    const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", NO_COLOR: "1" };
    const { stdout, stderr, status } = spawnSync(process.execPath, [script, "boundaries"], {
      cwd: workspace,
      encoding: "utf8",
      env,
    });
    rmSync(join(workspace, file));
    return `${status} ${stdout}${stderr}`;
  }

  test("a path into another package", () => {
    expect(boundaries("packages/gc/src/c.test.ts", 'import "../../memory/src/index.js";')).toMatch(
      /^1[\s\S]*leaves the package/,
    );
  });

  test("an undeclared dependency", () => {
    expect(boundaries("packages/gc/src/c.ts", 'import "@hotpy/python-parser";')).toMatch(
      /^1[\s\S]*not a\s+\|?\s*dependency/,
    );
  });

  test("nothing else", () => {
    expect(boundaries("packages/gc/src/c.ts", 'import "@hotpy/memory";')).toMatch(/^0/);
  });
});
