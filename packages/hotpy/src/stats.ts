/// `-X stats`: where the time of a run went, told at its end.

import { PerformanceObserver } from "node:perf_hooks";
import type { CollectorStatistics } from "@hotpy/gc";
import { Phases, type Supervisor } from "@hotpy/supervisor";

/** Measures from when it is made. */
export interface Stats {
  readonly phases: Phases;
  /** Counts what a supervisor does from now on. */
  follow(supervisor: Supervisor): void;
  /** The report, lines of text. Waits until V8 has told of its last collections. */
  report(collector: Readonly<CollectorStatistics>): Promise<string>;
}

const COUNTED = ["trace", "abort", "rejected", "invalidate", "blacklist", "exit"] as const;
type Counted = (typeof COUNTED)[number];

const LABELS: Record<Counted, string> = {
  trace: "traces made",
  abort: "recordings given up",
  rejected: "traces rejected",
  invalidate: "traces made invalid",
  blacklist: "places left to the interpreter",
  exit: "exits taken",
};

export function createStats(): Stats {
  const phases = new Phases(() => performance.now(), "interpreter");
  const counts = new Map<Counted, number>(COUNTED.map((event) => [event, 0]));
  let host = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) host += duration;
  });
  observer.observe({ entryTypes: ["gc"] });
  return {
    phases,
    follow(supervisor) {
      supervisor.subscribe(({ event }) => {
        const count = counts.get(event as Counted);
        if (count !== undefined) counts.set(event as Counted, count + 1);
      });
    },
    async report(collector) {
      const times = phases.read();
      await new Promise((resolve) => setImmediate(resolve));
      observer.disconnect();
      const whole = times.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
      const line = (name: string, value: string, rest = ""): string => `${name.padEnd(32)}${value.padStart(10)}${rest}`;
      const share = (milliseconds: number): string =>
        ` ms${`${((100 * milliseconds) / whole).toFixed(1)} %`.padStart(9)}`;
      return [
        ...times.map(({ phase, milliseconds, count }) =>
          line(phase, milliseconds.toFixed(1), share(milliseconds) + (count > 0 ? `${count}`.padStart(10) : "")),
        ),
        line("all", whole.toFixed(1), " ms"),
        line("V8's collector (in the above)", host.toFixed(1), share(host)),
        ...[...counts].map(([event, count]) => line(LABELS[event], String(count))),
        line("minor collections", String(collector.minorCollections)),
        line("full collections", String(collector.fullCollections)),
        "",
      ].join("\n");
    },
  };
}
