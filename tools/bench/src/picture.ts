import { basename } from "node:path";
import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { Comparison } from "./comparison.js";

/**
 * Draws speeds as points on a logarithmic axis, one band of rows for each program, with a line for the spread.
 *
 * @param base the name of the subject whose speed is 1
 * @returns an SVG document
 */
export function picture(comparisons: readonly Comparison[], base: string): string {
  const { document } = parseHTML("<html></html>");
  const points = comparisons.flatMap(({ program, subject, speed }) =>
    speed && subject !== base ? [{ program: basename(program, ".py"), subject, ...speed }] : [],
  );
  const longestName = Math.max(0, ...points.map(({ subject }) => subject.length));
  const chart = Plot.plot({
    document,
    width: 720,
    marginLeft: 20 + longestName * 6,
    marginRight: 110,
    x: { type: "log", grid: true, nice: true, label: `speed (${base} = 1)`, tickFormat: "~g" },
    y: { label: null },
    fy: { label: null },
    color: { scheme: "Observable10" },
    marks: [
      Plot.ruleX([1]),
      Plot.ruleY(points, { fy: "program", y: "subject", x1: "low", x2: "high", stroke: "subject" }),
      Plot.dot(points, { fy: "program", y: "subject", x: "median", fill: "subject", r: 4 }),
    ],
  });
  chart.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return `${chart.outerHTML}\n`;
}
