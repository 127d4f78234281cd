import type { FileOutcome, Kind } from "./outcome.js";

/**
 * Why a test that CPython passes is not passed; `missing`: it was never begun, as its class could not be set up; `unsteady`: it passes now and
 * then, as somebody has written into the list.
 */
export type Shortfall = Exclude<Kind, "ok"> | "missing" | "unsteady";

/** What a file in `results/` says of a file of CPython's tests. */
export interface Entry {
  /** Tests that pass, of those that CPython passes. */
  readonly passed: number;
  readonly total: number;
  /** Seconds that the file takes, roughly: a power of two. */
  readonly seconds: number;
  /** Why the file cannot be imported, where it cannot. */
  readonly unloaded: string | undefined;
  /** Tests that CPython passes and HotPy does not, with the reason in a few words. */
  readonly shortfalls: ReadonlyMap<string, { readonly kind: Shortfall; readonly reason: string }>;
  /** Tests that CPython itself does not pass here; they do not count. */
  readonly excluded: ReadonlySet<string>;
}

/** How CPython and HotPy did, as an entry. Reasons that somebody wrote for a shortfall are kept from `before`, and times that are about right. */
export function makeEntry(hotpy: FileOutcome, cpython: FileOutcome, taken: number, before?: Entry): Entry {
  const known = before?.seconds ?? Infinity;
  const isAboutRight = taken <= known * 1.5 && taken >= known / 4;
  const seconds = isAboutRight ? known : 2 ** Math.max(0, Math.ceil(Math.log2(taken)));
  const total = [...cpython.tests.values()].filter(({ kind }) => kind === "ok").length;
  if (hotpy.unloaded !== undefined) {
    return { passed: 0, total, seconds, unloaded: hotpy.unloaded, shortfalls: new Map(), excluded: new Set() };
  }
  const shortfalls: [string, { kind: Shortfall; reason: string }][] = [];
  const excluded: string[] = [];
  let passed = 0;
  for (const name of new Set([...cpython.tests.keys(), ...hotpy.tests.keys()])) {
    const outcome = hotpy.tests.get(name);
    const unsteady = before?.shortfalls.get(name);
    if (cpython.tests.get(name)?.kind !== "ok") excluded.push(name);
    else if (unsteady?.kind === "unsteady") shortfalls.push([name, unsteady]);
    else if (outcome?.kind === "ok") passed++;
    else {
      const kind = outcome?.kind ?? "missing";
      const known = before?.shortfalls.get(name);
      shortfalls.push([name, { kind, reason: known?.kind === kind ? known.reason : (outcome?.reason ?? "") }]);
    }
  }
  return {
    passed,
    total,
    seconds,
    unloaded: undefined,
    shortfalls: new Map(shortfalls.sort()),
    excluded: new Set(excluded.sort()),
  };
}

/** What is not as the entry says, a sentence each; empty where all is. */
export function differences(entry: Entry, now: FileOutcome): string[] {
  if ((entry.unloaded === undefined) !== (now.unloaded === undefined)) {
    return [now.unloaded === undefined ? "can be imported now" : `cannot be imported: ${now.unloaded}`];
  }
  const found: string[] = [];
  let passed = 0;
  for (const [name, { kind, reason }] of now.tests) {
    const known = entry.shortfalls.get(name);
    if (entry.excluded.has(name) || known?.kind === "unsteady") continue;
    if (kind === "ok") passed++;
    if (kind === "ok" && known !== undefined) found.push(`${name} passes now`);
    if (kind !== "ok" && known?.kind !== kind) found.push(`${name}: ${kind}: ${reason}`);
  }
  if (found.length === 0 && passed !== entry.passed) found.push(`${passed} tests pass, not ${entry.passed}`);
  return found;
}

/**
 * The entry for the tests and the CPython that are here. Both are Debian's newest or not: newer tests ask for what has been mended since, and CPython's library,
 * which HotPy runs too, does not pass them where it is older. Tests that the list does not know, and CPython passes, must pass.
 */
export function fitted(entry: Entry, cpython: FileOutcome): Entry {
  const names = [...cpython.tests];
  const passing = names.filter(
    ([name, { kind }]) => kind === "ok" && !entry.excluded.has(name) && !entry.shortfalls.has(name),
  );
  return {
    ...entry,
    unloaded: cpython.unloaded ?? entry.unloaded,
    passed: passing.length,
    excluded: new Set([...entry.excluded, ...names.flatMap(([name, { kind }]) => (kind === "ok" ? [] : [name]))]),
  };
}

const EXCLUDED = "not passed by CPython here";

/** The text of a file in `results/`. */
export function print(entry: Entry): string {
  const lines = [`${entry.passed} of ${entry.total} pass, in about ${entry.seconds} s`];
  if (entry.unloaded !== undefined) lines.push(`cannot be imported: ${entry.unloaded}`);
  for (const [name, { kind, reason }] of entry.shortfalls) lines.push(`${kind} ${name}: ${reason}`.trimEnd());
  for (const name of entry.excluded) lines.push(`${EXCLUDED}: ${name}`);
  return lines.join("\n") + "\n";
}

/** @throws {Error} with the line that is of no known form */
export function parse(text: string): Entry {
  let passed = 0;
  let total = 0;
  // Of a list that does not tell.
  let seconds = Infinity;
  let unloaded: string | undefined;
  const shortfalls = new Map<string, { kind: Shortfall; reason: string }>();
  const excluded = new Set<string>();
  for (const line of text.trimEnd().split("\n")) {
    const [, count, all, taken = "Infinity"] = /^(\d+) of (\d+) pass(?:, in about (\d+) s)?$/.exec(line) ?? [];
    const [, why] = /^cannot be imported: (.*)$/.exec(line) ?? [];
    const [, kind, name, reason = ""] = /^(fail|skip|crashed|late|missing|unsteady) (.+?):(?: (.*))?$/.exec(line) ?? [];
    if (count !== undefined) [passed, total, seconds] = [count, all, taken].map(Number);
    else if (why !== undefined) unloaded = why;
    else if (line.startsWith(`${EXCLUDED}: `)) excluded.add(line.slice(EXCLUDED.length + 2));
    else if (name !== undefined) shortfalls.set(name, { kind: kind as Shortfall, reason });
    else throw new Error(`not a line of a list of results: ${line}`);
  }
  return { passed, total, seconds, unloaded, shortfalls, excluded };
}
