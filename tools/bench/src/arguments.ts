import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Command, InvalidArgumentError } from "commander";

export interface Arguments {
  /** Absolute paths. */
  readonly programs: readonly string[];
  readonly rounds: number;
  readonly iterations: number;
  readonly timeout: number;
  readonly cpython: string | undefined;
  readonly pypy: boolean;
  readonly options: string;
  /** Two configurations of HotPy, or none. */
  readonly compare: readonly string[];
  readonly ladder: boolean;
  readonly startup: boolean;
  readonly micro: boolean;
  /** The arguments as they were given. */
  readonly words: readonly string[];
  readonly json: string | undefined;
  readonly svg: string | undefined;
}

const suite = join(import.meta.dirname, "../programs");
const examples = join(import.meta.dirname, "../../../examples");

/** @param words the command line, without the program's own name; relative paths are the user's, as npm changes directory */
export function parseArguments(words: readonly string[], directory = process.env.INIT_CWD ?? process.cwd()): Arguments {
  const command = new Command("npm run bench --")
    .description(
      "Runs Python programs on Debian's CPython 3.11, PyPy and HotPy, interleaved, and prints how fast each is\n" +
        "relative to CPython: the whole process, and one iteration in the steady state for programs that time them.",
    )
    .argument("[programs...]", "Python programs", [])
    .option("--rounds <number>", "how often each is run", positive, 5)
    .option("--iterations <number>", "iterations in one process, for programs that time them", positive, 10)
    .option("--timeout <seconds>", "when to end a process", positive, 120)
    .option("--options <options>", 'options of HotPy, such as "-X jit=off"', "")
    .option("--no-pypy", "leave PyPy out")
    .option("--cpython <path>", "where Debian's python3.11 is; another build is refused")
    .option("--compare <options>", 'two configurations of HotPy: --compare "-X jit=off" "-X step=16"', collect, [])
    .option("--suite", "the programs of tools/bench/programs, beside those given", false)
    .option("--ladder", "what each of the sixteen steps bought, as a Markdown table", false)
    .option("--startup", "the time of an empty program, beside bare Node.js", false)
    .option("--micro", "the time of single operations; words choose among the lists in tools/bench/micro", false)
    .option("--json <file>", "write all that was measured")
    .option("--svg <file>", "draw the speeds");
  command.parse(twoConfigurations(words), { from: "user" });
  const options = command.opts();
  if (options.compare.length !== 0 && options.compare.length !== 2) command.error("--compare takes two configurations");
  const given = [...(options.suite ? programsIn(suite) : []), ...command.args.map((path) => resolve(directory, path))];
  return {
    ...(options as Arguments),
    words: command.args,
    programs: given.length > 0 ? given : programsIn(examples),
    json: options.json && resolve(directory, options.json),
    svg: options.svg && resolve(directory, options.svg),
  };
}

/** `--compare A B` as `--compare A --compare B`: an option of several values may not begin them with a dash. */
function twoConfigurations(words: readonly string[]): string[] {
  const at = words.indexOf("--compare");
  if (at < 0 || words.indexOf("--compare", at + 1) >= 0) return [...words];
  return [...words.slice(0, at + 2), "--compare", ...words.slice(at + 2)];
}

function programsIn(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith(".py"))
    .sort()
    .map((name) => join(directory, name));
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("It must be a positive number.");
  return value;
}
