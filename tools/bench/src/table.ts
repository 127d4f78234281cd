import { basename } from "node:path";
import Table from "cli-table3";
import { type Comparison, overall } from "./comparison.js";
import type { Estimate } from "./statistics.js";

/** Speeds as a table for the terminal: programs down, subjects across, the geometric mean last. */
export function terminalTable(comparisons: readonly Comparison[]): string {
  const { head, rows } = cells(comparisons, withSpread);
  const table = new Table({
    head,
    style: { head: [], border: [] },
    colAligns: ["left", ...head.slice(1).map(() => "right" as const)],
  });
  table.push(...rows);
  return table.toString();
}

/** The same as a Markdown table, without the spread. */
export function markdownTable(comparisons: readonly Comparison[], title: string): string {
  const { head, rows } = cells(comparisons, (speed) => round(speed.median));
  const line = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  return [
    line([title, ...head.slice(1)]),
    line(head.map((_, i) => (i === 0 ? "---" : "---:"))),
    ...rows.map(line),
  ].join("\n");
}

function cells(
  comparisons: readonly Comparison[],
  show: (speed: Estimate) => string,
): { head: string[]; rows: string[][] } {
  const subjects = [...new Set(comparisons.map(({ subject }) => subject))];
  const programs = [...new Set(comparisons.map(({ program }) => program))];
  const cell = (speed: Estimate | undefined): string => (speed ? show(speed) : "–");
  const rows = programs.map((program) => [
    basename(program, ".py"),
    ...subjects.map((subject) =>
      cell(comparisons.find((each) => each.program === program && each.subject === subject)?.speed),
    ),
  ]);
  const means = subjects.map((subject) => cell(overall(comparisons.filter((each) => each.subject === subject))));
  return { head: ["", ...subjects], rows: [...rows, ["geometric mean", ...means]] };
}

function withSpread({ median, low, high }: Estimate): string {
  return low === high ? round(median) : `${round(median)} (${round(low)}–${round(high)})`;
}

function round(ratio: number): string {
  return ratio >= 10 ? ratio.toFixed(0) : ratio < 0.1 ? ratio.toFixed(3) : ratio.toFixed(2);
}
