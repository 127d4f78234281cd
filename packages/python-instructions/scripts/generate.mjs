// Writes src/generated/*.ts from the instruction definitions. `npm run generate`.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bundle = join(root, "dist/generate.mjs");
await build({
  entryPoints: [join(root, "scripts/generated-files.ts")],
  outfile: bundle,
  bundle: true,
  format: "esm",
  platform: "node",
  conditions: ["source"],
  logLevel: "error",
});
const { generatedFiles } = await import(pathToFileURL(bundle).href);
mkdirSync(join(root, "src/generated"), { recursive: true });
for (const [name, text] of Object.entries(await generatedFiles()))
  writeFileSync(join(root, "src/generated", name), text);
