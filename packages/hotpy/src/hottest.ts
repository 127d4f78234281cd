/// What compiled code leaves most by, for `-X stats=N`: exits that were taken, and helpers in TypeScript that were called.

import type { TracingOptions } from "@hotpy/runtime";
import type { Supervisor } from "@hotpy/supervisor";
import type { Trace } from "@hotpy/trace";

/** Counts by name. */
export class Hottest {
  readonly #exits = new Map<string, number>();
  readonly #entries = new Map<string, number>();
  readonly #traces = new Map<number, string>();
  readonly #calls = new Map<string, number>();
  readonly #count = (counts: Map<string, number>, name: string): void =>
    void counts.set(name, (counts.get(name) ?? 0) + 1);

  /** A helper in TypeScript is called. */
  readonly onCall = (helper: string): void => this.#count(this.#calls, helper);

  /** A root has been entered by the interpreter. */
  readonly onEntry: TracingOptions["onEntry"] = (root, end) =>
    this.#count(this.#entries, `trace ${root} ${end}${this.#traces.get(root) ?? ""}`);

  trace({ id, kind, anchor }: Trace, place: (code: number, offset: number) => string): void {
    this.#traces.set(id, ` (${kind} at ${place(anchor.code, anchor.ip)})`);
  }

  /** An exit of a trace is taken. `place` says where in the program a piece of code lies. */
  exit(supervisor: Supervisor, trace: number, number: number, place: (code: number, offset: number) => string): void {
    const left = supervisor.exit(trace, number);
    if (left === undefined) return;
    const { instruction, snapshot } = left;
    const { code, ip } = snapshot.frames[snapshot.frames.length - 1];
    const { immediate, op = left.place } = instruction ?? { immediate: undefined };
    const detail = typeof immediate === "string" || typeof immediate === "number" ? ` ${immediate}` : "";
    this.#count(this.#exits, `trace ${trace} exit ${number} (${op}${detail}) at ${place(code, ip)}`);
  }

  /** Lines that name the first of each. */
  report(most: number): string[] {
    const list = (title: string, counts: Map<string, number>): string[] => [
      `${title}:`,
      ...[...counts]
        .sort(([, a], [, b]) => b - a)
        .slice(0, most)
        .map(([name, count]) => `${String(count).padStart(10)}  ${name}`),
    ];
    return [
      ...list("entries", this.#entries),
      ...list("exits", this.#exits),
      ...list("helpers in TypeScript", this.#calls),
    ];
  }
}
