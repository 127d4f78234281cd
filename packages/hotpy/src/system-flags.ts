/// `sys.flags`: as options say, and environment variables, unless `-E` or `-I` hides these.

import type { Platform } from "@hotpy/runtime";
import type { Request } from "./arguments.js";
import { OptionError } from "./settings.js";
import type { FlagCounts } from "./usage.js";

type RunRequest = Extract<Request, { kind: "run" }>;
type Environment = Platform["environment"];

/** What a variable says that may be a number: 1 if it is set to something else. */
function countOf(given = ""): number {
  const number = Number.parseInt(given, 10);
  return given === "" ? 0 : Math.max(0, Number.isNaN(number) ? 1 : number);
}

/** As `-O` and PYTHONOPTIMIZE say. */
export function optimization(flags: FlagCounts, { PYTHONOPTIMIZE: given }: Environment): 0 | 1 | 2 {
  return Math.min(2, Math.max(flags.O ?? 0, countOf(given))) as 0 | 1 | 2;
}

/** Whether `-X name` is given, with whatever value, or the variable set. */
const isChosen = ({ settings }: RunRequest, name: string, variable = ""): boolean =>
  settings.others[name] !== undefined || variable !== "";

/** As `-X utf8` says, which may be 0, or the variable; else UTF-8 is used in place of the C locale's encoding (PEP 540). */
function utf8Mode({ settings }: RunRequest, { PYTHONUTF8, LC_ALL, LC_CTYPE, LANG }: Environment): number {
  const given = settings.others.utf8 ?? (PYTHONUTF8 || undefined);
  if (given !== undefined) return given === "0" ? 0 : 1;
  const locale = LC_ALL || LC_CTYPE || LANG || "C";
  return locale === "C" || locale === "POSIX" ? 1 : 0;
}

/** The least limit of digits that can be set. */
const LEAST_DIGIT_LIMIT = 640;

/** What an option or a variable says of it; undefined: nothing. @throws OptionError */
function digitLimitOf(name: string, given: string | true | undefined): number | undefined {
  if (given === undefined || given === "") return undefined;
  const limit = given !== true && /^[+-]?\d+$/.test(given) ? Number(given) : -1;
  if (limit === 0 || (limit >= LEAST_DIGIT_LIMIT && limit <= 0x7fffffff)) return limit;
  throw new OptionError(`${name}: invalid limit; must be >= ${LEAST_DIGIT_LIMIT} or 0 for unlimited.`);
}

/** Most digits of integers that are made of text or shown; 0: no limit, -1: the usual one. A variable that is wrong is told also where the option counts. */
function digitLimit({ settings }: RunRequest, environment: Environment): number {
  const byVariable = digitLimitOf("PYTHONINTMAXSTRDIGITS", environment.PYTHONINTMAXSTRDIGITS);
  return digitLimitOf("-X int_max_str_digits", settings.others.int_max_str_digits) ?? byVariable ?? -1;
}

/** The fields of `sys.flags` that options and variables may change. */
export function systemFlags(request: RunRequest, environment: Environment): Record<string, number | boolean> {
  const { flags } = request;
  const count = (letter: string, variable?: string): number => Math.max(flags[letter] ?? 0, countOf(variable));
  const isSet = (letter: string, variable?: string): number => (count(letter) > 0 || variable ? 1 : 0);
  const isIsolated = count("I") > 0;
  return {
    debug: count("d", environment.PYTHONDEBUG),
    inspect: count("i") || (environment.PYTHONINSPECT ? 1 : 0),
    interactive: count("i"),
    optimize: optimization(flags, environment),
    dont_write_bytecode: isSet("B", environment.PYTHONDONTWRITEBYTECODE),
    no_user_site: isIsolated ? 1 : isSet("s", environment.PYTHONNOUSERSITE),
    no_site: count("S"),
    ignore_environment: isIsolated ? 1 : count("E"),
    verbose: count("v", environment.PYTHONVERBOSE),
    bytes_warning: count("b"),
    quiet: count("q"),
    hash_randomization: count("R") === 0 && environment.PYTHONHASHSEED === "0" ? 0 : 1,
    isolated: isIsolated ? 1 : 0,
    dev_mode: isChosen(request, "dev", environment.PYTHONDEVMODE),
    utf8_mode: utf8Mode(request, environment),
    safe_path: isIsolated || count("P") > 0 || (environment.PYTHONSAFEPATH ?? "") !== "",
    warn_default_encoding: isChosen(request, "warn_default_encoding", environment.PYTHONWARNDEFAULTENCODING) ? 1 : 0,
    int_max_str_digits: digitLimit(request, environment),
  };
}
