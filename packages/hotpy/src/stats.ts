/// `-X stats`: where the time of a run went, told at its end.

import { PerformanceObserver } from "node:perf_hooks";
import type { CollectorStatistics } from "@hotpy/gc";
import type { TracingOptions } from "@hotpy/runtime";
import { Phases, type Supervisor } from "@hotpy/supervisor";
import { Hottest } from "./hottest.js";

/** Measures from when it is made. */
export interface Stats {
  readonly phases: Phases;
  /** Counts what a supervisor does from now on. `place` says where in the program a piece of code lies. */
  follow(supervisor: Supervisor, place: (code: number, offset: number) => string): void;
  /** Told of calls of helpers, if these are to be counted. */
  readonly onCall: TracingOptions["onCall"];
  readonly onEntry: TracingOptions["onEntry"];
  /** Told how long the thread that makes traces took for one, in milliseconds by phase. */
  readonly onTimes: (times: Readonly<Record<string, number>>) => void;
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

/** @param most exits and helpers to name */
export function createStats(most: number): Stats {
  const hottest = most > 0 ? new Hottest() : undefined;
  const phases = new Phases(() => performance.now(), "interpreter");
  const counts = new Map<Counted, number>(COUNTED.map((event) => [event, 0]));
  const elsewhere = new Map<string, number>();
  let host = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) host += duration;
  });
  observer.observe({ entryTypes: ["gc"] });
  return {
    phases,
    onCall: hottest?.onCall,
    onEntry: hottest?.onEntry,
    onTimes(times) {
      for (const [phase, milliseconds] of Object.entries(times))
        elsewhere.set(phase, (elsewhere.get(phase) ?? 0) + milliseconds);
    },
    follow(supervisor, place) {
      supervisor.subscribe((each) => {
        const event = each.event as Counted;
        const count = counts.get(event);
        if (count !== undefined) counts.set(event, count + 1);
        if (each.event === "trace") hottest?.trace(each.optimised, place);
        if (each.event === "exit") hottest?.exit(supervisor, each.trace, each.exit, place);
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
        ...[...elsewhere].map(([phase, milliseconds]) =>
          line(`in another thread: ${phase}`, milliseconds.toFixed(1), " ms"),
        ),
        line("V8's collector (in the above)", host.toFixed(1), share(host)),
        ...[...counts].map(([event, count]) => line(LABELS[event], String(count))),
        line("minor collections", String(collector.minorCollections)),
        line("full collections", String(collector.fullCollections)),
        ...(hottest?.report(most) ?? []),
        "",
      ].join("\n");
    },
  };
}
