/// Bridges: an exit that is taken often is gone on from by a trace of its own.

import type { Address } from "@hotpy/memory";
import { type Exit, lengthOf, mayGoOn, type Trace } from "@hotpy/trace";
import type { SupervisorEvent } from "./events.js";
import type { ExitRecords } from "./exit-records.js";
import { Left } from "./left.js";
import type { Made } from "./maker.js";
import type { SupervisorOptions } from "./options.js";
import { LOST_BY_EXIT } from "./pace.js";
import { BackOff, NEVER } from "./place.js";
import type { Recording } from "./recording.js";
import type { Root, TraceNode } from "./root.js";
import type { Roots } from "./roots.js";

/** Times that an exit is taken until it asks again whether there is time for a bridge. */
const WAITING_EXITS = 8;

export interface Growth {
  /** Times that an exit, which has not been taken before, is to be taken until {@link Growth.asked}. */
  patience(node: TraceNode, exit: Exit): number;
  /** An exit has been taken as often as its record said, its frames are in memory: lets a bridge grow, if it may. */
  asked(node: TraceNode, exit: Exit, record: Address): Left;
}

export function createGrowth(
  options: SupervisorOptions,
  roots: Roots,
  recording: Recording,
  records: ExitRecords,
  report: (event: SupervisorEvent) => void,
): Growth {
  const backOffOf = ({ backOffs }: TraceNode, exit: Exit): BackOff =>
    (backOffs[exit.number] ??= new BackOff(options.exitThreshold, options.attempts));

  function patience(node: TraceNode, exit: Exit): number {
    // An exception is looked at each time.
    if (exit.snapshot.action !== "resume") return 0;
    if (!mayGoOn(exit)) return NEVER;
    // A tree of many bridges is rarely done with one more: the larger it is, the more often an exit must be taken to be worth one.
    const price = 1 + node.root.bridges.size / options.cheapBridges;
    return Math.ceil(backOffOf(node, exit).next * price);
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

  function install({ root }: TraceNode, made: Made): void {
    roots.add(root, made.trace, made.inherited);
    try {
      made.install(root.tree);
    } catch (error) {
      roots.removeBridge(root);
      throw error;
    }
  }

  /** Records a bridge. Returns whether an exception is pending. */
  function grow(node: TraceNode, exit: Exit, record: Address, id: number, isMegamorphic: boolean): boolean {
    const { root, trace } = node;
    // While it is recorded and made, it is left there at a price.
    records.set(record, NEVER, Left.Counting);
    /** Nothing has come of it. */
    function fail(isHopeless: boolean): void {
      roots.unreserve(id);
      // The record goes with its root.
      if (root.state !== "installed") return;
      const backOff = backOffOf(node, exit);
      if (isHopeless) backOff.giveUp();
      else backOff.fail();
      records.set(record, backOff.next, backOff.isGivenUp ? Left.DeadEnd : Left.Counting);
      if (backOff.isGivenUp)
        report({ event: "blacklist", kind: "bridge", code: trace.anchor.code, offset: trace.anchor.ip });
    }
    roots.hold();
    const start = { kind: "bridge", id, parent: trace, exit, isMegamorphic } as const;
    const { outcome, raised } = recording.run(start, root, node.inherited, {
      install(made) {
        install(node, made);
        // Code from before the bridge has grown may still run.
        records.set(record, NEVER, Left.Open);
      },
      fail: () => fail(false),
    });
    if (outcome !== "recorded") fail(outcome === "hopeless");
    roots.release();
    return raised;
  }

  function asked(node: TraceNode, exit: Exit, record: Address): Left {
    const { root, trace } = node;
    if (root.state !== "installed" || recording.isBusy) return Left.Open;
    if (recording.mustWait(root.place.lost)) {
      root.place.lost += WAITING_EXITS * LOST_BY_EXIT;
      records.set(record, WAITING_EXITS, Left.Waiting);
      return Left.Waiting;
    }
    const backOff = backOffOf(node, exit);
    const repeats = repetitions(trace, exit);
    const limit = root.place.kind === "loop" ? options.loopRepeats : options.functionRepeats;
    if (!mayGrow(root) || repeats >= limit) {
      backOff.giveUp();
      records.set(record, NEVER, Left.DeadEnd);
      return Left.Open;
    }
    const id = roots.reserve();
    if (id === undefined) {
      records.set(record, backOff.next, Left.Counting);
      return Left.Open;
    }
    root.place.lost = 0;
    return grow(node, exit, record, id, repeats >= limit - 2) ? Left.Raised : Left.Counting;
  }

  return { patience, asked };
}
