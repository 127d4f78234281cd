/// A root: a trace that the interpreter loop enters, with the bridges that have grown from its exits, and all that is
/// kept about them. Its state says who may hold the ids of its traces.
///
///                recorded           compiled
///     recording ----------> making ----------> installed
///        |  |                 |  |                 |
///        |  |  what it relies |  |  on has         |  what it relies on has changed; it is a loss; it is cold and
///        |  |  changed        |  |                 |  room is needed; a root that it links to goes
///        |  v                 |  v                 v
///        |  +-----------------|--+----------> draining
///  given |                    |                    |
///   up   |            failed  |                    |  no compiled code runs, and nothing is recorded
///        |                    v                    v
///        +--------------------+--------------->  dead
///
///     recording   its id is reserved. Only the recorder uses it.
///     making      the passes and the compiler work on its trace, perhaps in another thread. Nothing enters it yet.
///     installed   the interpreter loop, compiled code and links of other traces enter it.
///     draining    nothing enters it any more: the words of its place, its validity words and the loops by anchor are cleared, and
///                 all that links to it drains too. What still runs of it leaves at its next check, by its ids.
///     dead        no word, frame, cache or compiled code names it: its ids and constants may be given to others.

import type { Address } from "@hotpy/memory";
import {
  type Anchor,
  type Exit,
  exitsOf,
  type Helpers,
  type PassContext,
  type Trace,
  type TraceTree,
} from "@hotpy/trace";
import type { BackOff, Place } from "./place.js";
import { Profit } from "./profit.js";

export type RootState = "recording" | "making" | "installed" | "draining" | "dead";

/** The states that may follow each. */
export const FOLLOWING: Readonly<Record<RootState, readonly RootState[]>> = {
  recording: ["making", "draining", "dead"],
  making: ["installed", "draining", "dead"],
  installed: ["draining"],
  draining: ["dead"],
  dead: [],
};

/** A trace of a root's tree: the root trace or a bridge. */
export class TraceNode {
  /** Failed attempts to let a bridge grow, by exit number. */
  readonly backOffs: (BackOff | undefined)[] = [];
  /** By exit number; see exit-records.ts. */
  readonly records: Address[] = [];
  #exits?: readonly Exit[];

  /** @param inherited facts that the passes over it started from */
  constructor(
    readonly root: Root,
    readonly trace: Trace,
    readonly inherited: PassContext["inherited"],
    /** Instructions, roughly, from the root's entry to this trace's. */
    readonly start: number,
  ) {}

  /** Instructions, roughly, from the root's entry to an exit, each loop once. */
  distance(exit: number): number {
    const { exits, idLimit } = this.trace;
    return this.start + (idLimit * exit) / exits.length;
  }

  exits(helpers: Helpers): readonly Exit[] {
    return (this.#exits ??= exitsOf(this.trace, helpers));
  }
}

export class Root {
  /** Changed by `Roots.transition` only. */
  state: RootState = "recording";
  readonly profit = new Profit();
  /** Where its trace starts, from when it has been recorded on. */
  anchor?: Anchor;
  /** The root trace first, then bridges by age; empty while it is recorded. */
  readonly nodes: TraceNode[] = [];
  readonly bridges = new Map<string, Trace>();
  /** Positions in the table of constants. */
  readonly constants: number[] = [];
  /** Roots that a trace of this one goes on in, and roots with a trace that goes on in this one. */
  readonly linksTo = new Set<Root>();
  readonly linkedFrom = new Set<Root>();
  /** It has been entered since room was needed last. */
  isUsed = true;

  constructor(
    readonly id: number,
    readonly place: Place,
  ) {}

  /** Its traces, for those who execute them. */
  get tree(): TraceTree {
    return { root: this.nodes[0].trace, bridges: this.bridges };
  }
}
