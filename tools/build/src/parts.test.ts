import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundleParts } from "./parts.js";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "parts-"));
  write("package.json", JSON.stringify({ type: "module", sideEffects: false }));
  write("src/numbers.ts", "export const WIDTH = 0x20;\nexport class Wrong extends Error {}");
  write("src/words.ts", "export let made = 0;\nexport const next = (): number => ++made;");
  write("src/all.ts", 'export * from "./numbers.js";\nexport * from "./words.js";');
  write("src/both.ts", 'import { next } from "./words.js";\nexport const state = { place: next() };');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** What the program exports, and the parts that it has loaded. */
async function run(parts: Parameters<typeof bundleParts>[1]) {
  const scripts = await bundleParts(
    {
      absWorkingDir: root,
      entryPoints: [join(root, "src/main.ts")],
      outfile: join(root, "out.cjs"),
      bundle: true,
      platform: "node",
      format: "cjs",
      minify: true,
      banner: { js: "(function (exports, require, module, loadPart) { const importMetaUrl = 'here';" },
      footer: { js: "})" },
      define: { "import.meta.url": "importMetaUrl" },
      logLevel: "silent",
    },
    parts,
  );
  const loaded: string[] = [];
  const module = { exports: {} as Record<string, (...args: unknown[]) => unknown> };
  const program = new Script(readFileSync(join(root, "out.cjs"), "utf8")).runInThisContext();
  program(module.exports, createRequire(import.meta.url), module, (name: string) => {
    loaded.push(name);
    return new Script(scripts.get(name) as string).runInThisContext();
  });
  return { program: module.exports, loaded, scripts };
}

const part = (name: string, ...functions: string[]) => ({ name, roots: { [`src/${name}.ts`]: functions } });

test("a part is loaded when it is first called, and shares what the program has", async () => {
  write(
    "src/late.ts",
    `import { sep } from "node:path";
     import * as words from "./words.js";
     import { WIDTH, Wrong } from "./all.js";
     import { helper } from "./helper.js";
     export function late(width: number) { if (width > WIDTH) throw new Wrong(sep); return helper() + words.next(); }
     export const where = () => import.meta.url;`,
  );
  write("src/helper.ts", "export const helper = (): number => 'only the part has this'.length;");
  write(
    "src/main.ts",
    `import { late, where } from "./late.js";
     import { next, Wrong } from "./all.js";
     export { late, next, where };
     export const isWrong = () => { try { late(33) } catch (error) { return error instanceof Wrong; } };`,
  );
  const { program, loaded, scripts } = await run([part("late", "late", "where")]);
  expect(program.next()).toBe(1);
  expect(loaded).toEqual([]);
  expect(program.late(32)).toBe(22 + 2);
  expect(program.isWrong()).toBe(true);
  expect(program.next()).toBe(3);
  expect(program.where()).toBe("here");
  expect(loaded).toEqual(["late"]);
  expect(readFileSync(join(root, "out.cjs"), "utf8")).not.toContain("only the part has this");
  // Numbers stand where they are used.
  expect(scripts.get("late")).toContain("32");
});

test("what two parts need, and what that needs, is there once", async () => {
  for (const name of ["one", "two"])
    write(`src/${name}.ts`, `import { state } from "./both.js"; export const ${name} = () => state;`);
  write("src/main.ts", 'export { one } from "./one.js"; export { two } from "./two.js";');
  const { program, loaded } = await run([part("one", "one"), part("two", "two")]);
  expect(program.one()).toBe(program.two());
  expect(program.one()).toEqual({ place: 1 });
  expect(loaded).toEqual(["one", "two"]);
});

test("what a file of exports names is put where it is needed", async () => {
  write("src/rare.ts", "export const rare = (): string => 'seldom needed';");
  write("src/index.ts", 'export { next } from "./words.js"; export { rare } from "./rare.js";');
  write("src/late.ts", 'import { rare } from "./index.js"; export const late = () => rare();');
  write(
    "src/main.ts",
    'import * as all from "./index.js"; import { late } from "./late.js"; export const run = () => [all.next(), late()];',
  );
  const { program, scripts } = await run([part("late", "late")]);
  expect(program.run()).toEqual([1, "seldom needed"]);
  expect(scripts.get("late")).toContain("seldom needed");
});

test("a part calls another", async () => {
  write("src/one.ts", 'import { two } from "./two.js"; export const one = () => two() + 1;');
  write("src/two.ts", "export const two = () => 2;");
  write("src/main.ts", 'export { one } from "./one.js";');
  const { program, loaded } = await run([part("one", "one"), part("two", "two")]);
  expect(program.one()).toBe(3);
  expect(loaded).toEqual(["one", "two"]);
});

test("what is no function of the part cannot be imported from it", async () => {
  write("src/late.ts", "export const LIST = []; export const late = () => LIST;");
  write("src/main.ts", 'import { late, LIST } from "./late.js"; export const both = () => [late(), LIST];');
  await expect(run([part("late", "late")])).rejects.toThrow(/No matching export.*LIST/s);
});
