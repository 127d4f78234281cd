// Writes src/generated/*.ts from the instruction definitions. `npm run generate`; with --check it only says whether
// they are up to date.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bundle = join(tmpdir(), `hotpy-generate-${process.pid}.mjs`);
await build({
  entryPoints: [join(root, "src/generate.ts")], outfile: bundle, bundle: true, format: "esm", platform: "node", conditions: ["source"], logLevel: "error",
});
const { generatedFiles } = await import(pathToFileURL(bundle).href);
rmSync(bundle);

const read = (file) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
};
mkdirSync(join(root, "src/generated"), { recursive: true });
let stale = 0;
for (const [name, text] of Object.entries(generatedFiles())) {
  const file = join(root, "src/generated", name);
  if (read(file) === text) continue;
  stale++;
  if (!process.argv.includes("--check")) writeFileSync(file, text);
}
if (process.argv.includes("--check") && stale > 0) {
  console.error("src/generated is out of date: npm run generate");
  process.exitCode = 1;
}
