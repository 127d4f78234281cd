import { isAbsolute, sep } from "node:path";
import { applyOption, defaultSettings, OptionError, optionsHelp, type Settings } from "./settings.js";
import { type FlagCounts, NO_ARGUMENT, usage, WITH_ARGUMENT } from "./usage.js";

/** What the command line asks for. */
export type Request =
  | {
      readonly kind: "run";
      readonly source: Source;
      readonly argv: readonly string[];
      /** All arguments, as they were given. */
      readonly commandLine: readonly string[];
      readonly settings: Settings;
      /** How often each option of one letter was given. */
      readonly flags: FlagCounts;
      /** What `-W` says. */
      readonly warnings: readonly string[];
    }
  | { readonly kind: "print"; readonly text: string };

export type Source =
  /** `path` is absolute, as tracebacks show it. */
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "command"; readonly text: string }
  | { readonly kind: "module"; readonly name: string }
  | { readonly kind: "stdin" };

/** What `-V` prints: the language's version first, as programs that parse it expect. */
const VERSION = "Python 3.11 (HotPy)";

/**
 * Reads arguments as Python does: letters may be combined, and everything after the program is the program's own.
 * @throws OptionError
 */
export function parseArguments(args: readonly string[]): Request {
  const settings = defaultSettings();
  const flags: Record<string, number> = {};
  const warnings: string[] = [];
  const run = (source: Source, argv: readonly string[]): Request => ({
    kind: "run",
    source,
    argv,
    commandLine: args,
    settings,
    flags,
    warnings,
  });

  for (let index = 0; index < args.length; index++) {
    const argument = args[index];
    if (argument === "--") return program(args.slice(index + 1));
    if (argument === "--help") return { kind: "print", text: usage() };
    if (argument === "--version") return { kind: "print", text: VERSION };
    if (!argument.startsWith("-") || argument === "-") return program(args.slice(index));
    for (let at = 1; at < argument.length; at++) {
      const letter = argument[at];
      if (letter === "h" || letter === "?") return { kind: "print", text: usage() };
      if (letter === "V") return { kind: "print", text: VERSION };
      if (NO_ARGUMENT.has(letter)) {
        flags[letter] = (flags[letter] ?? 0) + 1;
        continue;
      }
      if (!WITH_ARGUMENT.has(letter))
        throw new OptionError(`unknown option ${argument.startsWith("--") ? argument : `-${letter}`}\n${usage()}`);
      const given = at + 1 < argument.length ? argument.slice(at + 1) : args[++index];
      if (given === undefined) throw new OptionError(`argument expected for the -${letter} option\n${usage()}`);
      const rest = args.slice(index + 1);
      if (letter === "c") return run({ kind: "command", text: given }, ["-c", ...rest]);
      if (letter === "m") return run({ kind: "module", name: given }, ["-m", ...rest]);
      if (letter === "W") warnings.push(given);
      else if (given === "help") return { kind: "print", text: optionsHelp() };
      else applyOption(settings, given);
      break;
    }
  }
  return program([]);

  function program(rest: readonly string[]): Request {
    return rest.length === 0 ? run({ kind: "stdin" }, [""]) : run(programOf(rest[0]), rest);
  }
}

/** As Python does, a relative path is put behind the current directory as it stands: `./x.py` becomes `/here/./x.py`. */
function programOf(path: string): Source {
  if (path === "-") return { kind: "stdin" };
  return { kind: "file", path: isAbsolute(path) ? path : `${process.cwd()}${sep}${path}` };
}
