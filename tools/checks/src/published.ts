import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { readJson } from "./workspace.js";

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/**
 * Packs every package as it would be published and hands it to publint and to "are the types wrong?".
 * The packages must have been built.
 *
 * @returns the reports of those packages that have problems
 */
export async function checkPublished(root: string): Promise<string[]> {
  const { packageManager } = readJson<{ packageManager: string }>(join(root, "package.json"));
  const directory = mkdtempSync(join(tmpdir(), "hotpy-pack-"));
  try {
    const pack = ["--filter", "./packages/*", "--recursive", "pack", "--pack-destination", directory];
    execFileSync("npx", ["--yes", packageManager, ...pack], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    const waiting = readdirSync(directory).map((name) => join(directory, name));
    const problems: string[] = [];
    const worker = async (): Promise<void> => {
      for (let archive = waiting.pop(); archive; archive = waiting.pop()) {
        problems.push(...(await failure(bin("publint"), [archive, "--strict"])));
        problems.push(...(await failure(bin("@arethetypeswrong/cli", "attw"), [archive, "--profile", "esm-only"])));
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, worker));
    return problems;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** The output of a command that failed; nothing where it succeeded. */
async function failure(script: string, args: string[]): Promise<string[]> {
  try {
    await run(process.execPath, [script, ...args]);
    return [];
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    return [stdout + stderr];
  }
}

/** The script behind a command of an installed package. */
function bin(packageName: string, command = packageName): string {
  const manifest = findManifest(packageName);
  const { bin } = readJson<{ bin: string | Record<string, string> }>(manifest);
  return join(dirname(manifest), typeof bin === "string" ? bin : (bin[command] as string));
}

function findManifest(packageName: string): string {
  const places = require.resolve.paths(packageName) ?? [];
  for (const place of places) {
    const manifest = join(place, packageName, "package.json");
    try {
      return require.resolve(manifest);
    } catch {
      // Not in this node_modules: look in the next one up.
    }
  }
  throw new Error(`${packageName} is not installed`);
}
