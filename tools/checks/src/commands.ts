import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { readJson } from "./workspace.js";

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** Runs a program of Node.js. Its output if it failed; nothing if it succeeded. */
export async function failure(args: readonly string[], cwd?: string): Promise<string[]> {
  try {
    await run(process.execPath, args, { cwd, maxBuffer: 1 << 26 });
    return [];
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    return [stdout + stderr];
  }
}

/** What `check` finds on each item, of as many items at a time as there are processors. */
export async function each<T>(items: readonly T[], check: (item: T) => Promise<string[]>): Promise<string[]> {
  const waiting = [...items];
  const problems: string[] = [];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) problems.push(...(await check(item)));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return problems;
}

/** The script behind a command of an installed package. */
export function bin(packageName: string, command = packageName): string {
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
