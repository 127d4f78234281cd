/// Runs a trace in the world and notes everything that could be seen: the state at each point where it could be left,
/// and how it ended.

import { createMeanings } from "@hotpy/bytecode";
import { EXIT_FRAMES_COMPLETE, NULL, STATE_EXIT_NUMBER, STATE_EXIT_TRACE, STATE_FRAME } from "@hotpy/memory";
import type { Random } from "@hotpy/object-model/testing";
import type { Exit } from "../exits.js";
import { exitsOf, snapshotOf } from "../exits.js";
import { printFrames } from "../frame-text.js";
import { type Instruction, NO_EXIT } from "../instruction.js";
import { createTraceInterpreter } from "../interpreter.js";
import { materialise, readExitBuffer, writeExitBuffer } from "../materialise.js";
import { createObjectPrinter } from "../object-graph.js";
import { compileRecovery, EXIT_ASKS, RECORD_COUNTDOWN, RECORD_PROGRAM } from "../recovery.js";
import type { ExitNumber, Snapshot, Trace } from "../trace.js";
import type { World } from "./world.js";

export interface Observation {
  /** State by point of the program and iteration. */
  readonly states: ReadonlyMap<string, string>;
  /** States at points of the loop that stand in the prologue: of some early iteration. */
  readonly early: readonly { readonly place: string; readonly state: string }[];
  /** How the trace ended: where it was left, or that it has returned; and the state then. */
  readonly end: { readonly place: string; readonly state: string };
}

/** Where in the program a snapshot is: the instructions of its frames. */
const placeOf = ({ frames, action }: Snapshot): string =>
  `${action} ${frames.map(({ code, ip }) => `${code}+${ip}`).join(">")}`;

/** Key of {@link Observation.states}. */
export const keyOf = (place: string, iteration: number): string => `${place} iteration ${iteration}`;

/**
 * Runs `trace` on the world that `random` builds. `original` is the trace as it was recorded: points of its loop that
 * now stand in the prologue belong to its first iterations. A bridge is run from the exit of `root` that it names.
 */
export function observe(world: World, trace: Trace, original: Trace, random: Random, root: Trace = trace): Observation {
  const { memory } = world;
  const states = new Map<string, string>();
  const early: { place: string; state: string }[] = [];
  const meanings = createMeanings(memory, {
    allocate: world.allocate,
    barrier: () => {},
    helper: () => {
      throw new Error("recipes call nothing");
    },
    isValid: () => true,
    callCode: () => NULL,
  });
  const inLoop = new Set(
    original.loop === undefined
      ? []
      : [original.loop.head, ...exitsIn(original.loop.body)].map((exit) => placeOf(snapshotOf(original, exit))),
  );
  const shift = trace.loop?.peeled === true && original.loop?.peeled !== true ? 1 : 0;
  const bodyExits = new Set(exitsIn(trace.loop?.body ?? []));

  function describe(exit: Exit, values: readonly (number | bigint)[], from: Trace = trace): string {
    const { i32 } = memory;
    const running = i32[STATE_FRAME >>> 2];
    const stack = i32.slice(world.frame >>> 2, (world.frame >>> 2) + 256);
    materialise(memory, meanings, from, exit, world.frame, values);
    const state = (): string => {
      const print = createObjectPrinter(memory, world.layoutOf);
      const top = printFrames(memory, i32[STATE_FRAME >>> 2], world.frame, print);
      return [top, ...world.roots.map(print), world.log.join()].join("\n");
    };
    const text = state();
    const program = compileRecovery(memory, from, exit);
    const record = world.allocate((RECORD_PROGRAM + 4 * program.length + 7) & ~7);
    i32.set(program, (record + RECORD_PROGRAM) >>> 2);
    i32[(record + RECORD_COUNTDOWN) >>> 2] = 0;
    i32.set(stack, world.frame >>> 2);
    writeExitBuffer(memory, exit.kinds, values);
    if (world.leaving.rebuild(record, world.frame) === EXIT_ASKS && state() !== text)
      throw new Error(`recovered:\n${state()}\n\nmaterialised:\n${text}`);
    i32[STATE_FRAME >>> 2] = running;
    i32.set(stack, world.frame >>> 2);
    return text;
  }

  /** Iteration of the original that an exit point belongs to; `undefined` if that is not known. */
  function iterationOf(exit: Exit, place: string, iteration: number): number | undefined {
    if (exit.place === "head" || bodyExits.has(exit.number)) return iteration + shift;
    return inLoop.has(place) ? undefined : 0;
  }

  world.reset(random, root.id);
  const traces = [root, trace];
  const interpreter = createTraceInterpreter(
    {
      memory,
      helpers: world.helpers,
      allocate: world.allocate,
      barrier: () => {},
      traceOf: (id) => traces.find((one) => one.id === id),
      bridgeOf: (id, exit) => (id === trace.parent?.trace && exit === trace.parent.exit ? trace.id : undefined),
      callCode: world.callCode,
    },
    {
      onExitPoint: (running, exit, values, iteration) => {
        if (running !== trace) return;
        const place = placeOf(exit.snapshot);
        const original = iterationOf(exit, place, iteration);
        const state = describe(exit, values);
        if (original === undefined) {
          early.push({ place, state });
          return;
        }
        const at = keyOf(place, original);
        const before = states.get(at);
        if (before !== undefined && before !== state) throw new Error(`two states at ${at}:\n${before}\n\n${state}`);
        states.set(at, state);
      },
    },
  );
  const result = interpreter.enter(root.id, world.frame);
  if (result !== NULL) {
    const print = createObjectPrinter(memory, world.layoutOf);
    return {
      states,
      early,
      end: { place: "return", state: [...[result, ...world.roots].map(print), world.log.join()].join("\n") },
    };
  }
  if (memory.i32[STATE_EXIT_TRACE >>> 2] === EXIT_FRAMES_COMPLETE)
    return { states, early, end: { place: "frames complete", state: "" } };
  const left = traces.find(({ id }) => id === memory.i32[STATE_EXIT_TRACE >>> 2]) as Trace;
  const exit = exitsOf(left, world.helpers)[memory.i32[STATE_EXIT_NUMBER >>> 2]];
  return {
    states,
    early,
    end: { place: placeOf(exit.snapshot), state: describe(exit, readExitBuffer(memory, exit.kinds), left) },
  };
}

function exitsIn(instructions: readonly Instruction[]): ExitNumber[] {
  return instructions.flatMap(({ exit }) => (exit === NO_EXIT ? [] : [exit]));
}
