/// The pass pipeline: a list that users edit.

import { compactExits } from "./exits.js";
import type { Pass, PassContext } from "./pass.js";
import type { Trace } from "./trace.js";
import { assertVerified } from "./verify.js";

/**
 * Checks the order of a pipeline: what a pass requires must stand before it, if it is in the pipeline at all.
 * A pass may stand in it more than once.
 * @throws Error that names the two.
 */
export function checkOrder(passes: readonly Pass[]): void {
  const all = new Set(passes.map(({ name }) => name));
  const before = new Set<string>();
  for (const { name, requires } of passes) {
    const missing = requires.find((other) => other !== name && all.has(other) && !before.has(other));
    if (missing !== undefined) throw new Error(`the pass ${name} must come after ${missing}`);
    before.add(name);
  }
}

/** Options of {@link runPipeline}. */
export interface PipelineOptions {
  /** Verifies the trace before the first pass and after each. */
  readonly verify?: boolean;
}

/**
 * Runs the passes in order, except on what they have made themselves, and numbers the exits of the result. Each finished pass is reported to `context.log` as event `pass`.
 * @throws Error if the order is wrong, or with `verify` if a trace is not well-formed.
 */
export function runPipeline(
  trace: Trace,
  passes: readonly Pass[],
  context: PassContext,
  options: PipelineOptions = {},
): Trace {
  checkOrder(passes);
  if (options.verify) assertVerified(trace, context.helpers, "recording");
  let current = trace;
  const results = new Map<Pass, Trace>();
  for (const pass of passes) {
    // What a pass has made, and no other has changed since, it need not see again.
    if (results.get(pass) === current) continue;
    const next = pass.run(current, context);
    if (options.verify) assertVerified(next, context.helpers, pass.name);
    context.log?.("pass", { pass: pass.name, before: current, after: next });
    results.set(pass, next);
    current = next;
  }
  return compactExits(current);
}
