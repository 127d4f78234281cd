import Table from "cli-table3";
import { type MicroResult, speeds } from "./micro.js";
import { geometricMean, median } from "./statistics.js";
import type { Subject } from "./subject.js";

/** Operations down; the nanoseconds that each subject takes, and its speed in parts of the first one's. Each group ends with its geometric mean. */
export function microTable(results: readonly MicroResult[], [base, ...others]: readonly Subject[]): string {
  const head = ["", `${base?.name} (ns)`, ...others.flatMap(({ name }) => [`${name} (ns)`, "speed"])];
  const table = new Table({
    head,
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
    style: { head: [], border: [] },
    colAligns: ["left", ...head.slice(1).map(() => "right" as const)],
  });
  for (const group of new Set(results.map(({ operation }) => operation.group))) {
    const members = results.filter(({ operation }) => operation.group === group);
    for (const { operation, ...rest } of members) {
      const [own = 0, ...times] = rest.seconds.map(median);
      const ratios = speeds({ operation, ...rest });
      table.push([
        `${group}: ${operation.name}`,
        nanoseconds(own),
        ...times.flatMap((time, i) => [nanoseconds(time), ratio(ratios[i]?.median ?? 0)]),
      ]);
    }
    const means = others.map((_, i) => geometricMean(members.map((member) => speeds(member)[i]?.median ?? 1)));
    table.push([`${group}, geometric mean`, "", ...means.flatMap((mean) => ["", ratio(mean)])]);
  }
  return table.toString();
}

const nanoseconds = (seconds: number): string => (seconds * 1e9).toFixed(seconds < 1e-7 ? 1 : 0);
const ratio = (speed: number): string => speed.toFixed(2);
