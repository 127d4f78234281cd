/// All traces that live, their trees, where roots are installed, and their validity words.

import { type Address, type Memory, TRACE_LIMIT, TRACE_VALID } from "@hotpy/memory";
import { CODE_COUNTER, CODE_TRACE } from "@hotpy/object-model";
import { type Exit, exitKey, exitsOf, type Helpers, type Trace, type TraceTree } from "@hotpy/trace";

/** A root trace with its bridges and the word pair that lets the loop enter it. */
interface Root {
  readonly root: Trace;
  readonly bridges: Map<string, Trace>;
  readonly place: Address;
  /** Byte addresses of the countdown and of the word with trace id + 1. */
  readonly countdown: Address;
  readonly entry: Address;
}

interface TraceRecord {
  readonly trace: Trace;
  readonly root: number;
  /** Dropped, but perhaps still running: it may leave once more. */
  isDropped: boolean;
  exits?: readonly Exit[];
}

export class TraceTable {
  readonly #i32: Int32Array;
  readonly #helpers: Helpers;
  /** Id 0 is not used, so that no forced exit is encoded as 0. */
  #nextId = 1;
  readonly #traces = new Map<number, TraceRecord>();
  readonly #roots = new Map<number, Root>();
  readonly #loops = new Map<string, number>();

  constructor({ i32 }: Memory, helpers: Helpers) {
    this.#i32 = i32;
    this.#helpers = helpers;
  }

  /** An id that was never used, or undefined if there is none left. */
  reserve(): number | undefined {
    return this.#nextId < TRACE_LIMIT ? this.#nextId++ : undefined;
  }

  /** The traces that live. */
  get size(): number {
    return this.#traces.size;
  }

  /** A root trace to be installed at the two cache words of a loop's back-edge, or of a code object. */
  addRoot(root: Trace, cache: Address): TraceTree {
    const isLoop = root.kind === "loop";
    const tree: Root = {
      root,
      bridges: new Map(),
      place: cache,
      countdown: isLoop ? cache : cache + CODE_COUNTER,
      entry: isLoop ? cache + 4 : cache + CODE_TRACE,
    };
    this.#roots.set(root.id, tree);
    this.#traces.set(root.id, { trace: root, root: root.id, isDropped: false });
    if (isLoop) this.#loops.set(anchorKey(root.anchor.code, root.anchor.ip), root.id);
    this.#i32[(TRACE_VALID >>> 2) + root.id] = 1;
    return tree;
  }

  /** Lets the loop enter a root. */
  install(root: number): void {
    const { countdown, entry } = this.#roots.get(root) as Root;
    this.#i32[entry >>> 2] = root + 1;
    this.#i32[countdown >>> 2] = 0;
  }

  addBridge(root: number, bridge: Trace): TraceTree {
    const tree = this.#roots.get(root) as Root;
    const { trace, exit } = bridge.parent as NonNullable<Trace["parent"]>;
    tree.bridges.set(exitKey(trace, exit), bridge);
    this.#traces.set(bridge.id, { trace: bridge, root, isDropped: false });
    this.#i32[(TRACE_VALID >>> 2) + bridge.id] = 1;
    return tree;
  }

  removeBridge(root: number, bridge: Trace): void {
    const { trace, exit } = bridge.parent as NonNullable<Trace["parent"]>;
    this.#roots.get(root)?.bridges.delete(exitKey(trace, exit));
    this.#drop(bridge.id);
  }

  /** Unlinks a root and its bridges; the place counts again from `countdown`. Answers the dropped traces, none if it is gone already. */
  removeRoot(root: number, countdown: number): readonly Trace[] {
    const tree = this.#roots.get(root);
    if (tree === undefined) return [];
    const { anchor, kind } = tree.root;
    this.#roots.delete(root);
    if (kind === "loop") this.#loops.delete(anchorKey(anchor.code, anchor.ip));
    this.#i32[tree.entry >>> 2] = 0;
    this.#i32[tree.countdown >>> 2] = countdown;
    const dropped = [tree.root, ...tree.bridges.values()];
    for (const { id } of dropped) this.#drop(id);
    return dropped;
  }

  #drop(id: number): void {
    (this.#traces.get(id) as TraceRecord).isDropped = true;
    this.#i32[(TRACE_VALID >>> 2) + id] = 0;
  }

  /** Forgets a dropped trace that can no longer be running. */
  forget(id: number): void {
    this.#traces.delete(id);
  }

  trace(id: number): Trace | undefined {
    return this.#traces.get(id)?.trace;
  }

  /** The root of the tree that a living trace belongs to. */
  rootOf(id: number): number | undefined {
    const record = this.#traces.get(id);
    return record === undefined || record.isDropped ? undefined : record.root;
  }

  tree(root: number): TraceTree | undefined {
    return this.#roots.get(root);
  }

  /** The place that a root was added for: the cache words of a back-edge, or a code object. */
  placeOf(root: number): Address {
    return (this.#roots.get(root) as Root).place;
  }

  /** Roots with a trace in their tree that goes on in this one. */
  rootsLinkingTo(target: number): readonly number[] {
    const links = ({ end }: Trace): boolean => end.kind === "link" && end.target === target;
    return [...this.#roots.values()]
      .filter(({ root, bridges }) => links(root) || [...bridges.values()].some(links))
      .map(({ root }) => root.id);
  }

  loopTraceAt(code: Address, offset: number): number | undefined {
    return this.#loops.get(anchorKey(code, offset));
  }

  /** The exits of a trace that has not been forgotten. */
  exits(id: number): readonly Exit[] {
    const record = this.#traces.get(id);
    if (record === undefined) throw new Error(`trace ${id} has left although it was dropped`);
    return (record.exits ??= exitsOf(record.trace, this.#helpers));
  }
}

const anchorKey = (code: Address, offset: number): string => `${code}+${offset}`;
