import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { differences, fitted, makeEntry, parse, print } from "./list.js";
import { type RunOptions, runFile } from "./run-file.js";
import { testLibrary } from "./test-library.js";

const results = new URL("../results/", import.meta.url);
const hotpy = fileURLToPath(new URL("../../../hotpy", import.meta.url));
const cpython = "/usr/bin/python3.11";

interface Options {
  readonly update?: true;
  readonly hotpy: string;
  readonly jobs: number;
  readonly limit: number;
  readonly within: number;
}

const positive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("It must be a positive number.");
  return value;
};

const program = new Command("conformance")
  .description("Runs CPython's own tests on HotPy and compares what passes with the lists in results/.")
  .argument("[names...]", "files of tests, such as test_list; all that have a list, if none is given")
  .option("--update", "write the lists, after asking CPython too which tests pass here")
  .option("--hotpy <options>", "options of HotPy, divided by spaces", "")
  .option("--jobs <number>", "files that run at the same time", positive, availableParallelism())
  .option("--limit <seconds>", "how long a test may take", positive, 60)
  .option("--within <seconds>", "only files that take no longer, by their lists", positive, Infinity)
  .action(main);

await program.parseAsync();

async function main(names: string[], options: Options): Promise<void> {
  const run: RunOptions = {
    command: [hotpy, ...options.hotpy.split(" ").filter((word) => word !== "")],
    library: testLibrary(),
    limit: options.limit,
  };
  const listed = readdirSync(results)
    .filter((file) => parse(readFileSync(new URL(file, results), "utf8")).seconds <= options.within)
    .map((file) => file.replace(/\.txt$/, ""));
  const waiting = names.length > 0 ? [...names] : listed;
  let changed = 0;
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const differs = await (options.update ? update(name, run) : check(name, run));
      // Others have counted meanwhile.
      changed += differs;
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, work));
  const entries = readdirSync(results).map((file) => parse(readFileSync(new URL(file, results), "utf8")));
  const passed = entries.reduce((sum, each) => sum + each.passed, 0);
  const loaded = entries.filter((each) => each.unloaded === undefined).length;
  console.log(`by the lists ${loaded} of ${entries.length} files load, ${passed} tests pass`);
  if (changed > 0) {
    console.error(`${changed} files are not as listed; \`npm run conformance -- --update NAME\` writes what is so now`);
    process.exitCode = 1;
  }
}

/** Whether the file's tests do not as its list says: 1 or 0. Tests known to take too long are not run. */
async function check(name: string, run: RunOptions): Promise<number> {
  const path = new URL(`${name}.txt`, results);
  if (!existsSync(path)) {
    console.error(`${name}: has no list yet`);
    return 1;
  }
  const entry = parse(readFileSync(path, "utf8"));
  const leftOut = [...entry.shortfalls].flatMap(([test, { kind }]) => (kind === "late" ? [test] : []));
  const ours = await runFile(name, { ...run, leftOut });
  let found = differences(entry, ours);
  if (found.length > 0) {
    const theirs = await runFile(name, { ...run, command: [cpython], leftOut });
    found = differences(fitted(entry, theirs), ours);
  }
  for (const sentence of found) console.error(`${name}: ${sentence}`);
  return found.length > 0 ? 1 : 0;
}

/** Writes the file's list. Always 0: nothing differs from it now. */
async function update(name: string, run: RunOptions): Promise<number> {
  const path = new URL(`${name}.txt`, results);
  const before = existsSync(path) ? parse(readFileSync(path, "utf8")) : undefined;
  const theirs = await runFile(name, { ...run, command: [cpython] });
  const began = performance.now();
  const ours = await runFile(name, run);
  const entry = makeEntry(ours, theirs, (performance.now() - began) / 1000, before);
  writeFileSync(path, print(entry));
  console.log(`${name}: ${print(entry).split("\n")[0]}${entry.unloaded === undefined ? "" : `; ${entry.unloaded}`}`);
  return 0;
}
