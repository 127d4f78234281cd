/// Bridges: an exit that is taken often is gone on from by a trace of its own.

import { type Exit, exitKey, lengthOf, type Trace } from "@hotpy/trace";
import type { SupervisorEnvironment } from "./environment.js";
import type { SupervisorEvent } from "./events.js";
import { Left } from "./left.js";
import type { SupervisorOptions } from "./options.js";
import { LOST_BY_EXIT } from "./pace.js";
import { BackOff, NEVER } from "./place.js";
import type { Recording } from "./recording.js";
import type { ExitCounter, Root, TraceNode } from "./root.js";
import type { Roots } from "./roots.js";

/** Times that an exit is taken until it asks again whether there is time for a bridge. */
const WAITING_EXITS = 8;

/** Counts an exit that has just been taken, its frames in memory, and lets a bridge grow there if it is taken often. */
export type CountExit = (node: TraceNode, exit: Exit) => Left;

export function createGrowth(
  { executor }: SupervisorEnvironment,
  options: SupervisorOptions,
  roots: Roots,
  recording: Recording,
  report: (event: SupervisorEvent) => void,
): CountExit {
  function counterOf({ counters, root }: TraceNode, exit: Exit): ExitCounter {
    let counter = counters[exit.number];
    if (counter === undefined) {
      const backOff = new BackOff(options.exitThreshold, options.attempts);
      // A tree of many bridges is rarely done with one more: the larger it is, the more often an exit must be taken to be worth one.
      const price = 1 + root.bridges.size / options.cheapBridges;
      counters[exit.number] = counter = { isWaiting: false, countdown: Math.ceil(backOff.next * price), backOff };
    }
    return counter;
  }

  /**
   * How often bridges have grown from this very place, each from the one before. After some, what they guard is never the same
   * twice (the version of keys that come and go, a pattern of numbers), and another would be left as fast.
   */
  function repetitions(trace: Trace, exit: Exit): number {
    const { code, ip } = exit.snapshot.frames[exit.snapshot.frames.length - 1];
    let times = 0;
    for (
      let above: Trace | undefined = trace;
      above?.parent !== undefined;
      above = roots.node(above.parent.trace)?.trace
    )
      if (above.anchor.code === code && above.anchor.ip === ip) times++;
    return times;
  }

  /** Whether a tree may get another bridge. */
  const mayGrow = (root: Root): boolean =>
    root.bridges.size < options.bridgesPerRoot && lengthOf(root.tree) < options.treeLength;

  function install(root: Root, exit: Exit, bridge: Trace, inherited: TraceNode["inherited"]): void {
    roots.add(root, bridge, inherited);
    try {
      executor.grow(root.tree, bridge, exit);
    } catch (error) {
      roots.removeBridge(root);
      throw error;
    }
  }

  /** Records a bridge. Returns whether an exception is pending. */
  function grow(node: TraceNode, exit: Exit, counter: ExitCounter, id: number, isMegamorphic: boolean): boolean {
    const { root, trace } = node;
    roots.hold();
    const start = { kind: "bridge", id, parent: trace, exit, isMegamorphic } as const;
    const { isDone, raised } = recording.run(start, root, node.inherited, (bridge, facts) =>
      install(root, exit, bridge, facts),
    );
    if (!isDone) {
      roots.unreserve(id);
      counter.backOff.fail();
      counter.countdown = counter.backOff.next;
      if (counter.backOff.isGivenUp)
        report({ event: "blacklist", kind: "bridge", code: trace.anchor.code, offset: trace.anchor.ip });
    }
    roots.release();
    return raised;
  }

  return (node, exit) => {
    const { root, trace } = node;
    if (root.state !== "installed" || exit.place !== "instruction" || recording.isBusy) return Left.Open;
    // Code from before the bridge has grown may still run.
    if (root.bridges.has(exitKey(trace.id, exit.number))) return Left.Open;
    const counter = counterOf(node, exit);
    if (counter.backOff.isGivenUp) return Left.DeadEnd;
    if (--counter.countdown > 0) return counter.isWaiting ? Left.Waiting : Left.Counting;
    if (recording.mustWait(root.place.lost)) {
      root.place.lost += WAITING_EXITS * LOST_BY_EXIT;
      counter.countdown = WAITING_EXITS;
      counter.isWaiting = true;
      return Left.Waiting;
    }
    const repeats = repetitions(trace, exit);
    const limit = root.place.kind === "loop" ? options.loopRepeats : options.functionRepeats;
    if (!mayGrow(root) || repeats >= limit) {
      counter.backOff.giveUp();
      counter.countdown = NEVER;
      return Left.Open;
    }
    const id = roots.reserve();
    if (id === undefined) {
      counter.countdown = counter.backOff.next;
      return Left.Open;
    }
    root.place.lost = 0;
    counter.isWaiting = false;
    return grow(node, exit, counter, id, repeats >= limit - 2) ? Left.Raised : Left.Counting;
  };
}
