import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Callables, type OddCall, oddProgram } from "./generate.js";
import { RECEIVERS } from "./values.js";

export const PRELUDE = readFileSync(fileURLToPath(new URL("prelude.py", import.meta.url)), "utf8");
const CPYTHON = "/usr/bin/python3.11";
/** The command as users start it: the bundle, which `npm test` has built before. */
const HOTPY = fileURLToPath(new URL("../../dist/bundle/main.js", import.meta.url));
/** A run of a few thousand calls takes two seconds. One that takes longer than this is ended: some call has no end. */
const CHILD = { encoding: "utf8", maxBuffer: 1 << 28, timeout: 20_000, killSignal: "SIGKILL" } as const;
/** The same where more options make HotPy slower. */
const SLOW_TIMEOUT = 90_000;
const CPYTHON_KIB = 2_000_000;

const NO_CALL: OddCall = { receiver: "0", call: "0" };

/** How the outcome of a call begins that has ended HotPy. */
const ENDED = "ended: ";

/** Whether a call has ended HotPy, by an error of ours or because it has no end. */
export function hasEnded({ hotpy }: Difference): boolean {
  return hotpy === "nothing" || hotpy.startsWith(ENDED);
}

/** A call whose outcome is not CPython's. */
export interface Difference extends OddCall {
  readonly cpython: string;
  readonly hotpy: string;
}

/** What a callable has in CPython and HotPy, by receiver or module: all, and those that HotPy lacks. */
export interface Inventory {
  readonly callables: Callables;
  /** "str.isalpha", each once. */
  readonly missing: readonly string[];
}

/** Attributes that are not called: they show the implementation, differ from run to run, or end the program. */
const NOT_CALLED =
  /^(__(hash|sizeof|dir|reduce|reduce_ex|getstate|setstate|subclasshook|doc|dict|module|getnewargs|init_subclass|class|class_getitem|new|init|delattr|setattr|getattribute|text_signature|objclass|code|globals|builtins|closure|self|base|bases|mro|slots|basicsize|itemsize|flags|dictoffset|weakrefoffset|prepare|subclasses|qualname|name|annotations|defaults|kwdefaults|func|wrapped|isabstractmethod|traceback|cause|context|suppress_context|abstractmethods)__|gi_\w+|mro)$/;
const NOT_FUNCTIONS =
  /^(__\w+__|_|exit|quit|copyright|credits|license|help|open|input|breakpoint|id|globals|locals|vars|dir|exec|eval|compile|print|sys\.(?!exit|intern|getsizeof)\w*|time\.(?!sleep)\w*|gc\.(?!isenabled)\w*|sys\.getsizeof)$/;

/** What a program prints in CPython and in HotPy. */
export function inBoth(program: string): [string, string] {
  return inScratch((path) => {
    writeFileSync(path, program);
    const options = { encoding: "utf8", maxBuffer: CHILD.maxBuffer, cwd: dirname(path) } as const;
    return [execFileSync(CPYTHON, [path], options), execFileSync(process.execPath, [HOTPY, path], options)];
  });
}

/** What both have, found by `dir`. */
export function inventory(): Inventory {
  const lines = RECEIVERS.map((receiver) => `show(lambda: ${receiver})`);
  const program = `${PRELUDE}
import builtins
def show(make):
    value = make()
    print(type(value).__name__, *dir(value))
${lines.join("\n")}
for module in (builtins, math, sys, time, gc):
    prefix = "" if module is builtins else module.__name__ + "."
    print("module", *[prefix + name for name in dir(module) if callable(getattr(module, name))])
`;
  const [theirs, ours] = inBoth(program).map((text) => text.split("\n").map((line) => line.split(" ")));
  const methods: Record<string, string[]> = {};
  const functions: string[] = [];
  const missing = new Set<string>();
  theirs.forEach(([owner, ...names], i) => {
    const has = new Set(ours[i]);
    for (const name of names) if (!has.has(name)) missing.add(owner === "module" ? name : `${owner}.${name}`);
    const both = names.filter((name) => has.has(name));
    if (owner === "module") functions.push(...both.filter((name) => !NOT_FUNCTIONS.test(name)));
    else if (i < RECEIVERS.length) methods[RECEIVERS[i]] = both.filter((name) => !NOT_CALLED.test(name));
  });
  return { callables: { methods, functions }, missing: [...missing].sort() };
}

/** Makes the calls in CPython and in HotPy, and compares line by line. What differs between two runs of CPython is not compared. */
export function differences(
  calls: readonly OddCall[],
  prelude = PRELUDE,
  options: readonly string[] = [],
): Difference[] {
  const theirs = inCPython(prelude, calls, 0);
  const again = inCPython(
    prelude,
    calls.map((call, i) => (theirs.has(i) ? call : NO_CALL)),
    1,
  );
  for (const [i, outcome] of again) if (theirs.get(i) !== outcome) theirs.delete(i);
  const ours = inHotPy(prelude, calls, options);
  return calls.flatMap((call, i) => {
    const [cpython, hotpy] = [theirs.get(i), ours.get(i) ?? "nothing"];
    return cpython === undefined || cpython === hotpy ? [] : [{ ...call, cpython, hotpy }];
  });
}

/** A call that ends CPython itself (it takes all memory or too long, or overflows the stack of C) has no outcome; the rest goes on in another run. */
function inCPython(prelude: string, calls: readonly OddCall[], hashSeed: number): Map<number, string> {
  const outcomes = new Map<number, string>();
  const env = { PYTHONHASHSEED: `${hashSeed}`, PYTHONIOENCODING: "utf-8" };
  const limited = `ulimit -v ${CPYTHON_KIB}; exec ${CPYTHON} -u -W ignore "$0"`;
  inScratch((path) => {
    for (let from = 0; from < calls.length; ) {
      writeFileSync(path, oddProgram(prelude, calls, from));
      const { stdout, stderr, status } = spawnSync("/bin/sh", ["-c", limited, path], {
        ...CHILD,
        env,
        cwd: dirname(path),
      });
      if (status !== null && status !== 0 && stderr !== "") throw new Error(`CPython: ${stderr}`);
      collect(stdout, outcomes);
      while (outcomes.has(from)) from++;
      from++;
    }
  });
  return outcomes;
}

/**
 * What ends HotPy (an error of ours, a feature that is not there, a call that takes too long) is the outcome of the call that ended it; the rest goes on
 * in another run. It runs in a process of its own, as nothing else ends a loop that looks at no interrupts.
 */
function inHotPy(prelude: string, calls: readonly OddCall[], more: readonly string[]): Map<number, string> {
  const outcomes = new Map<number, string>();
  const options = ["-X", "jit=off", "-X", "seed=0", "-X", "deterministic", "-X", "heap=256", "-W", "ignore", ...more];
  inScratch((path) => {
    for (let from = 0; from < calls.length; ) {
      writeFileSync(path, oddProgram(prelude, calls, from));
      const { stdout, stderr, status } = spawnSync(process.execPath, [HOTPY, ...options, path], {
        ...CHILD,
        timeout: more.length > 0 ? SLOW_TIMEOUT : CHILD.timeout,
        cwd: dirname(path),
      });
      collect(stdout, outcomes);
      let end = from;
      while (outcomes.has(end)) end++;
      if (end < calls.length) outcomes.set(end, ENDED + (status === null ? "took too long" : stderr));
      from = end + 1;
    }
  });
  return outcomes;
}

function collect(text: string, outcomes: Map<number, string>): void {
  for (const line of text.split("\n")) {
    const space = line.indexOf(" ");
    if (space < 0) continue;
    outcomes.set(Number(line.slice(0, space)), line.slice(space + 1).replaceAll(/ at 0x[0-9a-f]+>/g, " at 0x0>"));
  }
}

/** Gives a path for a program to `use`, and removes it. */
function inScratch<T>(use: (path: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), "hotpy-odd-"));
  try {
    return use(join(directory, "odd.py"));
  } finally {
    rmSync(directory, { recursive: true });
  }
}
