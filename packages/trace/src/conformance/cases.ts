import { type ConformanceCase, createRandom } from "@hotpy/object-model/testing";
import { createFixedObjects } from "../fixed-objects.js";
import type { Pass, PassContext } from "../pass.js";
import { printTrace } from "../text/print.js";
import type { Trace } from "../trace.js";
import { verifyTrace } from "../verify.js";
import { keyOf, type Observation, observe } from "./observe.js";
import { randomBridge, randomTrace } from "./random-trace.js";
import { World } from "./world.js";

/** Sizes of the random part. */
export interface PassConformanceOptions {
  /** First seed. Default 1. */
  readonly seed?: number;
  /** Random traces, and as many bridges. Default 300. */
  readonly traces?: number;
  /** Memories that each is run in. Default 4. */
  readonly inputs?: number;
}

/** Traces per case: a failure names the seed. */
const BATCH = 50;

/**
 * The test suite of passes, for any test framework: `for (const { name, run } of passConformance([mine])) test(name, run);`
 *
 * Random traces and bridges are run by the trace interpreter before and after the passes, in the same memories. Equal must be: the
 * state (frames, objects, effects so far) at each point where the optimised trace could be left, and how the run ends. It
 * may end earlier than the original, at a point where that could be left.
 * @param passes run in order, without check of what they require
 */
export function passConformance(
  passes: readonly Pass[],
  options: PassConformanceOptions = {},
): readonly ConformanceCase[] {
  const { seed = 1, traces = 300, inputs = 4 } = options;
  let world: World | undefined;
  const cases: ConformanceCase[] = [];
  for (let first = seed; first < seed + traces; first += BATCH) {
    const last = Math.min(first + BATCH, seed + traces) - 1;
    cases.push({
      name: `keeps the meaning of random traces and bridges ${first} to ${last}`,
      run: () => {
        world ??= new World();
        for (let current = first; current <= last; current++) checkSeed(world, passes, current, inputs);
      },
    });
  }
  cases.push({
    name: "returns the same trace each time",
    run: () => {
      world ??= new World();
      for (let current = seed; current < seed + Math.min(traces, 20); current++) {
        const trace = randomTrace(world, createRandom(current));
        const text = (): string => printTrace(runPasses(world as World, passes, trace), (world as World).helpers);
        if (text() !== text()) throw new Error(`seed ${current}: two runs of the passes differ`);
      }
    },
  });
  return cases;
}

function runPasses(world: World, passes: readonly Pass[], trace: Trace): Trace {
  const context: PassContext = { objects: createFixedObjects(world.memory), helpers: world.helpers };
  return passes.reduce((current, pass) => {
    const next = pass.run(current, context);
    const problems = verifyTrace(next, world.helpers);
    if (problems.length > 0) {
      throw new Error(
        `after ${pass.name}: ${problems.join("; ")}\n${printTrace(current, world.helpers)}\nbecame\n${printTrace(next, world.helpers)}`,
      );
    }
    return next;
  }, trace);
}

function checkSeed(world: World, passes: readonly Pass[], seed: number, inputs: number): void {
  check(world, passes, seed, inputs, randomTrace(world, createRandom(seed)));
  const { root, bridge } = randomBridge(world, createRandom(seed));
  check(world, passes, seed, inputs, bridge, root);
}

function check(world: World, passes: readonly Pass[], seed: number, inputs: number, trace: Trace, root?: Trace): void {
  const problems = verifyTrace(trace, world.helpers);
  if (problems.length > 0)
    throw new Error(`the random trace of seed ${seed} is not well-formed: ${problems.join("; ")}`);
  const optimised = runPasses(world, passes, trace);
  for (let input = 0; input < inputs; input++) {
    const random = (): ReturnType<typeof createRandom> => createRandom(seed * 1000 + input);
    const before = observe(world, trace, trace, random(), root ?? trace);
    const difference = compare(before, observe(world, optimised, trace, random(), root ?? optimised));
    if (difference !== undefined) {
      throw new Error(
        `seed ${seed}, input ${input}: ${difference}\n${printTrace(trace, world.helpers)}\nbecame\n${printTrace(optimised, world.helpers)}`,
      );
    }
  }
}

function compare(before: Observation, after: Observation): string | undefined {
  for (const [place, state] of after.states) {
    const expected = before.states.get(place);
    if (expected === undefined) return `the run comes to ${place}, which the original does not`;
    if (expected !== state) return `at ${place} the state is\n${state}\ninstead of\n${expected}`;
  }
  for (const { place, state } of after.early) {
    const expected = [1, 2, 3].map((iteration) => before.states.get(keyOf(place, iteration)));
    if (!expected.includes(state))
      return `at ${place} in the prologue the state is\n${state}\ninstead of one of\n${expected.join("\n\n")}`;
  }
  return compareEnds(before, after);
}

/** The optimised trace ends as the original does, or has left earlier, where the original could have left. */
function compareEnds(before: Observation, after: Observation): string | undefined {
  const { place, state } = after.end;
  if (place === before.end.place && state === before.end.state) return undefined;
  const earlier = [...before.states].some(
    ([key, possible]) => key.startsWith(`${place} iteration `) && possible === state,
  );
  return earlier
    ? undefined
    : `the run ends at ${place} with\n${state}\ninstead of at ${before.end.place} with\n${before.end.state}`;
}
