/// The `-X` options: one definition each, from which parsing, errors and `-X help` derive.

/** How Python is to be run; plain data, as it is handed to the thread that runs it. */
export interface Settings {
  /** The VM as it stands after this step of the ladder, 1 … 16. */
  step: number;
  jit: "off" | "trace" | "wasm" | "llvm";
  gc: "generational" | "semispace";
  /** Collect at every so many safepoints; 0: only when needed. */
  gcStress: number;
  /** Check the heap after each collection. */
  gcVerify: boolean;
  /** Names of passes in order; undefined: the standard pipeline. */
  passes: readonly string[] | undefined;
  /** Iterations and calls after which code is hot; undefined: the standard thresholds. */
  threshold: number | undefined;
  /** Seed of string hashing and of chaos. */
  seed: number | undefined;
  deterministic: boolean;
  /** Whether another thread makes traces; undefined: it does, but for runs that are to be the same each time. */
  background: boolean | undefined;
  /** Fail each guard once by force. */
  chaos: boolean;
  traceLog: string | undefined;
  /** Tell at the end where the time went, and so many of the exits and calls in which compiled code spends most; undefined: tell nothing. */
  stats: number | undefined;
  /** Where the standard library's sources are, a directory or a zip archive; undefined: looked for. */
  stdlib: string | undefined;
  /** What other `-X` options say, for `sys._xoptions`: CPython takes any. */
  others: Readonly<Record<string, string | true>>;
  /** Bytes. */
  heapLimit: number | undefined;
}

/** Steps of the ladder from which on the machine has these parts. */
export const STEP = { expansions: 6, traces: 10, specialiser: 14, escapeAnalysis: 15, machineCode: 16 } as const;

/** An option that does not exist or has a value it cannot take; the message names the right ones. */
export class OptionError extends Error {}

interface SettingOption {
  readonly name: string;
  /** How a value is written in the help; undefined for a switch. */
  readonly value?: string;
  /** The value may be left out. */
  readonly isOptional?: true;
  readonly description: string;
  apply(settings: Settings, value: string): void;
}

export function defaultSettings(): Settings {
  return {
    step: 16,
    jit: "wasm",
    gc: "generational",
    gcStress: 0,
    gcVerify: false,
    passes: undefined,
    threshold: undefined,
    seed: undefined,
    deterministic: false,
    background: undefined,
    chaos: false,
    traceLog: undefined,
    stats: undefined,
    stdlib: undefined,
    others: {},
    heapLimit: undefined,
  };
}

/** Whether traces are made only as fast as the time that a program has run allows; else runs are the same each time. */
export const isPaced = ({ deterministic, threshold, gcStress, chaos }: Settings): boolean =>
  !deterministic && threshold === undefined && gcStress === 0 && !chaos;

/** Whether another thread makes traces, if one can be started. Forced exits are this thread's. */
export const makesTracesInBackground = (settings: Settings): boolean =>
  (settings.background ?? isPaced(settings)) && !settings.chaos;

function oneOf<T extends string>(option: string, value: string, choices: readonly T[]): T {
  if (!(choices as readonly string[]).includes(value)) {
    throw new OptionError(`-X ${option}=${value}: must be one of ${choices.join(", ")}`);
  }
  return value as T;
}

function integer(option: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < least || number > most) {
    throw new OptionError(`-X ${option}=${value}: must be an integer from ${least} to ${most}`);
  }
  return number;
}

/** Steps after which the machine stands by itself; what the others brought cannot be taken away any more. */
const RUNGS = ["5", "6", "10", "14", "15", "16"];

const OPTIONS: readonly SettingOption[] = [
  {
    name: "step",
    value: "N",
    description:
      "the VM as it stands after step N of the sixteen: 5 the plain interpreter, 6 core instructions, 10 recorded traces, 14 specialised, 15 with escape analysis, 16 machine code; the other steps have no switch",
    apply: (settings, value) => {
      settings.step = Number(oneOf("step", value, RUNGS));
    },
  },
  {
    name: "jit",
    value: "off|trace|wasm|llvm",
    description: "what runs hot code: the interpreter, the trace interpreter, the built-in backend (default), or LLVM",
    apply: (settings, value) => {
      settings.jit = oneOf("jit", value, ["off", "trace", "wasm", "llvm"]);
    },
  },
  {
    name: "gc",
    value: "generational|semispace",
    description: "the collector",
    apply: (settings, value) => {
      settings.gc = oneOf("gc", value, ["generational", "semispace"]);
    },
  },
  {
    name: "gc-stress",
    value: "N",
    isOptional: true,
    description: "collect at every (N-th) safepoint, move everything, poison what was left behind",
    apply: (settings, value) => {
      settings.gcStress = value === "" ? 1 : integer("gc-stress", value, 1, 1_000_000);
    },
  },
  {
    name: "gc-verify",
    description: "check the heap after each collection: what each field refers to, and that no object is lost",
    apply: (settings) => {
      settings.gcVerify = true;
    },
  },
  {
    name: "passes",
    value: "A,B,…",
    description: "the optimisation passes, in order; empty for none",
    apply: (settings, value) => {
      settings.passes = value === "" ? [] : value.split(",");
    },
  },
  {
    name: "threshold",
    value: "N",
    description: "loop iterations and calls after which code is recorded",
    apply: (settings, value) => {
      settings.threshold = integer("threshold", value, 1, 0x7fffffff);
    },
  },
  {
    name: "deterministic",
    description: "the same run each time: seed 0 where none is given, nothing depends on time",
    apply: (settings) => {
      settings.deterministic = true;
    },
  },
  {
    name: "background",
    value: "on|off",
    description:
      "whether another thread makes machine code of what is hot, while the program goes on: on by default, but for runs with deterministic, threshold, gc-stress or chaos",
    apply: (settings, value) => {
      settings.background = oneOf("background", value, ["on", "off"]) === "on";
    },
  },
  {
    name: "seed",
    value: "N",
    description: "seed of string hashing (as PYTHONHASHSEED) and of chaos",
    apply: (settings, value) => {
      settings.seed = integer("seed", value, 0, 0xffffffff);
    },
  },
  {
    name: "chaos",
    description: "fail each guard of each trace once by force",
    apply: (settings) => {
      settings.chaos = true;
    },
  },
  {
    name: "trace-log",
    value: "FILE",
    description: "write each trace, as recorded and as optimised, and what became of it, as JSON lines",
    apply: (settings, value) => {
      settings.traceLog = value;
    },
  },
  {
    name: "stats",
    value: "N",
    isOptional: true,
    description:
      "tell at the end, on standard error, where the time went: interpreter, traces, what makes them, collections; and the N exits, roots and helpers in TypeScript that were taken, entered and called most",
    apply: (settings, value) => {
      settings.stats = value === "" ? 0 : integer("stats", value, 1, 1000);
    },
  },
  {
    name: "heap",
    value: "MIB",
    description: "limit of the heap in MiB; past it MemoryError is raised",
    apply: (settings, value) => {
      settings.heapLimit = integer("heap", value, 16, 4096) * 1024 * 1024;
    },
  },
  {
    name: "stdlib",
    value: "PATH",
    description: "where the sources of Python 3.11's standard library are, a directory or a zip archive",
    apply: (settings, value) => {
      settings.stdlib = value;
    },
  },
];

/** Applies one `-X` argument, `name` or `name=value`. Names that are like none of ours are kept for the program. @throws OptionError */
export function applyOption(settings: Settings, argument: string): void {
  const [name, ...rest] = argument.split("=");
  const option = OPTIONS.find((candidate) => candidate.name === name);
  if (option === undefined) {
    const isMistyped = OPTIONS.some((known) => isNear(known.name, name));
    if (isMistyped)
      throw new OptionError(
        `unknown option -X ${name}; there are ${OPTIONS.map((known) => known.name).join(", ")} (-X help explains them)`,
      );
    settings.others = { ...settings.others, [name]: rest.length === 0 ? true : rest.join("=") };
    return;
  }
  if (option.value === undefined && rest.length > 0) throw new OptionError(`-X ${name} takes no value`);
  if (option.value !== undefined && !option.isOptional && rest.length === 0)
    throw new OptionError(`-X ${name} needs a value: -X ${name}=${option.value}`);
  option.apply(settings, rest.join("="));
}

/** Whether one text is the other but for a letter that is added, left out or another, or two that are exchanged. */
function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 3) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [restA, restB] = [a, b].map((text) => text.slice(start, text.length - end));
  return Math.max(restA.length, restB.length) <= 1 || (restA.length === 2 && restA === [...restB].reverse().join(""));
}

/** The text of `-X help`. */
export function optionsHelp(): string {
  const usage = ({ name, value, isOptional }: SettingOption): string =>
    `  -X ${name}${value === undefined ? "" : isOptional ? `[=${value}]` : `=${value}`}`;
  return OPTIONS.map((option) => `${usage(option)}\n      ${option.description}\n`).join("");
}
