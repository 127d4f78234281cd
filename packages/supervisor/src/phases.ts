import type { Pass } from "@hotpy/trace";

/** Runs something, and counts the time that it takes to a phase of this name. */
export type Measure = <T>(phase: string, run: () => T) => T;

/** Where time goes: each moment belongs to one phase, the innermost of those that have begun. */
export class Phases {
  readonly #times = new Map<string, number>();
  readonly #counts = new Map<string, number>();
  #phase: string;
  #since: number;

  /**
   * @param now milliseconds of a clock
   * @param outermost the phase of what belongs to no other
   */
  constructor(
    private readonly now: () => number,
    outermost: string,
  ) {
    this.#phase = outermost;
    this.#since = now();
  }

  /** Counts what runs to a phase. */
  readonly measure: Measure = (phase, run) => {
    const before = this.#phase;
    this.#enter(phase);
    this.#counts.set(phase, (this.#counts.get(phase) ?? 0) + 1);
    try {
      return run();
    } finally {
      this.#enter(before);
    }
  };

  /** Milliseconds until now, and how often it was begun, by phase in the order in which they began first. */
  read(): { readonly phase: string; readonly milliseconds: number; readonly count: number }[] {
    this.#enter(this.#phase);
    return [...this.#times].map(([phase, milliseconds]) => ({
      phase,
      milliseconds,
      count: this.#counts.get(phase) ?? 0,
    }));
  }

  #enter(phase: string): void {
    const now = this.now();
    this.#times.set(this.#phase, (this.#times.get(this.#phase) ?? 0) + now - this.#since);
    this.#since = now;
    this.#phase = phase;
  }
}

/** The passes, each a phase by its name. A pass that stands there twice stays one. */
export function measuredPasses(passes: readonly Pass[], measure: Measure): readonly Pass[] {
  const measured = new Map(
    passes.map((pass) => [
      pass,
      { ...pass, run: (...args: Parameters<Pass["run"]>) => measure(pass.name, () => pass.run(...args)) },
    ]),
  );
  return passes.map((pass) => measured.get(pass) as Pass);
}
