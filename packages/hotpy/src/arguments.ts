import { isAbsolute, sep } from "node:path";
import type { Command } from "commander";
import { applyOption, defaultSettings, OptionError, optionsHelp, type Settings } from "./settings.js";

/** What the command line asks for. */
export type Request =
  | { readonly kind: "run"; readonly source: Source; readonly argv: readonly string[]; readonly settings: Settings }
  | { readonly kind: "print"; readonly text: string };

export type Source =
  /** `path` is absolute, as tracebacks show it. */
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "command"; readonly text: string }
  | { readonly kind: "stdin" };

/** What `-V` prints: the language's version first, as programs that parse it expect. */
const VERSION = "Python 3.11 (HotPy)";

interface ParsedOptions {
  readonly c?: string;
  readonly X?: Settings | "help";
}

/**
 * Reads arguments as Python does: everything after the program is the program's own.
 * @throws OptionError
 */
export async function parseArguments(args: readonly string[]): Promise<Request> {
  // Most starts have no options: the argument parser is not even loaded.
  if (args.length === 0) return run({ kind: "stdin" }, [""], defaultSettings());
  if (!args[0].startsWith("-") || args[0] === "-") return run(programOf(args[0]), args, defaultSettings());

  const { Command, CommanderError } = await import("commander");
  const { own, rest } = splitAtCommand(args);
  const parser = describe(new Command());
  try {
    parser.parse(own, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0)
      return { kind: "print", text: error.code === "commander.version" ? VERSION : parser.helpInformation() };
    throw new OptionError(`${error.message.replace(/^error: /, "")}\n${parser.helpInformation()}`);
  }
  const { c, X } = parser.opts<ParsedOptions>();
  if (X === "help") return { kind: "print", text: optionsHelp() };
  const settings = X ?? defaultSettings();
  if (c !== undefined) return run({ kind: "command", text: c }, ["-c", ...parser.args, ...rest], settings);
  return parser.args.length === 0
    ? run({ kind: "stdin" }, [""], settings)
    : run(programOf(parser.args[0]), parser.args, settings);
}

function describe(parser: Command): Command {
  const set = (argument: string, sofar: Settings | "help" | undefined): Settings | "help" => {
    if (argument === "help" || sofar === "help") return "help";
    const settings = sofar ?? defaultSettings();
    applyOption(settings, argument);
    return settings;
  };
  return parser
    .name("hotpy")
    .argument("[program]", "a Python program; - is standard input")
    .argument("[arguments...]", "the program's own arguments")
    .option("-c <command>", "run the command; what follows are its arguments")
    .option<Settings | "help" | undefined>("-X <name[=value]>", "set an option of the VM; -X help lists them", set)
    .version(VERSION, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this")
    .passThroughOptions()
    .exitOverride()
    .configureOutput({ writeOut: () => undefined, writeErr: () => undefined });
}

/** `-c` ends the options: what follows its command is not ours, dashes or not. */
function splitAtCommand(args: readonly string[]): { own: readonly string[]; rest: readonly string[] } {
  for (let index = 0; index < args.length; index++) {
    if (!args[index].startsWith("-") || args[index] === "-") break;
    if (args[index] === "-c") return { own: args.slice(0, index + 2), rest: args.slice(index + 2) };
    if (args[index] === "-X") index++;
  }
  return { own: args, rest: [] };
}

/** As Python does, a relative path is put behind the current directory as it stands: `./x.py` becomes `/here/./x.py`. */
function programOf(path: string): Source {
  if (path === "-") return { kind: "stdin" };
  return { kind: "file", path: isAbsolute(path) ? path : `${process.cwd()}${sep}${path}` };
}

const run = (source: Source, argv: readonly string[], settings: Settings): Request => ({
  kind: "run",
  source,
  argv,
  settings,
});
