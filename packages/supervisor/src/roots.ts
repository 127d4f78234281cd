/// All roots, and the one function that changes their states. See root.ts for what the states mean.

import { POLL_INTERVAL } from "@hotpy/interpreter";
import { type Address, type Memory, TRACE_VALID } from "@hotpy/memory";
import { type Anchor, exitKey, type PassContext, type Trace } from "@hotpy/trace";
import type { Place } from "./place.js";
import { FOLLOWING, Root, type RootState, TraceNode } from "./root.js";
import { TraceIds } from "./trace-ids.js";

export interface RootsEnvironment {
  readonly memory: Memory;
  /** Most traces that may live. */
  readonly limit: number;
  /** A root is dead: frees what others keep for it. Its traces' ids are given to others after this. */
  onDead(root: Root): void;
}

export class Roots {
  readonly #environment: RootsEnvironment;
  readonly #i32: Int32Array;
  readonly #ids = new TraceIds();
  /** By id of a trace that is not dead. */
  readonly #nodes: (TraceNode | undefined)[] = [];
  /** Of loops, installed or being made, by code object and offset of the loop's anchor. */
  readonly #loops = new Map<Address, Map<number, Root>>();
  readonly #all = new Set<Root>();
  readonly #draining = new Set<Root>();
  #size = 0;
  /** Activations of compiled code and recordings under way: they may hold ids of what drains. */
  #holds = 0;

  constructor(environment: RootsEnvironment) {
    this.#environment = environment;
    this.#i32 = environment.memory.i32;
  }

  /** Traces that are not dead. */
  get size(): number {
    return this.#size;
  }

  /** Roots that are not dead. */
  all(): readonly Root[] {
    return [...this.#all];
  }

  /** A trace that is not dead. */
  node(id: number): TraceNode | undefined {
    return this.#nodes[id];
  }

  /** A root that is not dead. */
  withId(id: number): Root | undefined {
    for (const root of this.#all) if (root.id === id) return root;
    return undefined;
  }

  /** The root with the loop trace of this anchor, installed or being made: what links to it is made after it. */
  loopAt(code: Address, offset: number): Root | undefined {
    return this.#loops.get(code)?.get(offset);
  }

  /** Whether a loop of this code has a root, installed or being made. */
  hasLoop(code: Address): boolean {
    return this.#loops.has(code);
  }

  /** A root to be recorded, or undefined: there is no room. */
  create(place: Place): Root | undefined {
    const id = this.reserve();
    if (id === undefined) return undefined;
    const root = new Root(id, place);
    this.#all.add(root);
    return root;
  }

  /** The id of a trace to be recorded, or undefined: there is no room. */
  reserve(): number | undefined {
    if (this.#size >= this.#environment.limit) this.#makeRoom();
    return this.#size >= this.#environment.limit ? undefined : this.#ids.reserve();
  }

  /** A reserved id is not needed. */
  unreserve(id: number): void {
    this.#ids.free(id);
  }

  /** Adds a recorded trace to the tree of its root. */
  add(root: Root, trace: Trace, inherited: PassContext["inherited"]): TraceNode {
    const { parent } = trace;
    const start = parent === undefined ? 0 : (this.#nodes[parent.trace]?.distance(parent.exit) ?? 0);
    const node = new TraceNode(root, trace, inherited, start);
    if (parent !== undefined) {
      root.bridges.set(exitKey(parent.trace, parent.exit), trace);
      // The words of the root's other traces are set when it is installed.
      this.#i32[(TRACE_VALID >>> 2) + trace.id] = 1;
    }
    root.nodes.push(node);
    this.#nodes[trace.id] = node;
    this.#size++;
    if (trace.end.kind === "link") {
      const target = this.#nodes[trace.end.target]?.root;
      if (target === undefined) throw new Error(`trace ${trace.id} links to ${trace.end.target}, which is dead`);
      root.linksTo.add(target);
      target.linkedFrom.add(root);
    }
    return node;
  }

  /** Takes back the bridge that was added last: it could not be compiled. */
  removeBridge(root: Root): void {
    const node = root.nodes.pop() as TraceNode;
    const { id, parent } = node.trace;
    root.bridges.delete(exitKey((parent as NonNullable<Trace["parent"]>).trace, parent?.exit as number));
    this.#i32[(TRACE_VALID >>> 2) + id] = 0;
    this.#nodes[id] = undefined;
    this.#size--;
  }

  /** From now on ids of traces may be held, until `release`. */
  hold(): void {
    this.#holds++;
  }

  release(): void {
    this.#holds--;
    this.settle();
  }

  /** Draining roots die if nothing is held. */
  settle(): void {
    if (this.#holds > 0) return;
    for (const root of this.#draining) this.transition(root, "dead");
  }

  /** Changes the state of a root; the only place that does. */
  transition(root: Root, to: RootState): void {
    const from = root.state;
    if (!FOLLOWING[from].includes(to)) throw new Error(`root ${root.id} is ${from} and cannot become ${to}`);
    root.state = to;
    if (to === "making") this.#announce(root);
    else if (from === "making" && to !== "installed") this.#closeLoop(root);
    if (to === "installed") this.#open(root);
    else if (to === "draining") this.#close(root, from);
    else if (to === "dead") this.#bury(root);
  }

  /** Lets the interpreter loop enter a root. */
  #open(root: Root): void {
    const i32 = this.#i32;
    const { id, place } = root;
    i32[(TRACE_VALID >>> 2) + id] = 1;
    i32[place.entry >>> 2] = id + 1;
    i32[place.countdown >>> 2] = 0;
  }

  #announce(root: Root): void {
    if (root.place.kind !== "loop") return;
    const { code, ip } = root.anchor as Anchor;
    const loops = this.#loops.get(code);
    if (loops === undefined) this.#loops.set(code, new Map([[ip, root]]));
    else loops.set(ip, root);
  }

  /** Lets nothing enter a root any more, nor what links to it. */
  #close(root: Root, from: RootState): void {
    this.#draining.add(root);
    if (from !== "installed") return;
    const i32 = this.#i32;
    const { place, nodes } = root;
    i32[place.entry >>> 2] = 0;
    i32[place.countdown >>> 2] = Math.min(place.backOff.next, POLL_INTERVAL);
    for (const { trace } of nodes) i32[(TRACE_VALID >>> 2) + trace.id] = 0;
    this.#closeLoop(root);
    for (const other of root.linkedFrom) if (other.state === "installed") this.transition(other, "draining");
  }

  #closeLoop({ place, anchor }: Root): void {
    if (place.kind !== "loop") return;
    const { code, ip } = anchor as Anchor;
    const loops = this.#loops.get(code) as Map<number, Root>;
    loops.delete(ip);
    if (loops.size === 0) this.#loops.delete(code);
  }

  /** Frees all that a root has. */
  #bury(root: Root): void {
    this.#draining.delete(root);
    this.#all.delete(root);
    for (const target of root.linksTo) target.linkedFrom.delete(root);
    this.#environment.onDead(root);
    for (const { trace } of root.nodes) {
      this.#nodes[trace.id] = undefined;
      if (trace.id !== root.id) this.#ids.free(trace.id);
    }
    this.#ids.free(root.id);
    this.#size -= root.nodes.length;
  }

  /** Drops the roots that have not been entered since room was needed last. */
  #makeRoom(): void {
    for (const root of this.#all) {
      if (root.state === "installed" && !root.isUsed) this.transition(root, "draining");
      root.isUsed = false;
    }
    this.settle();
  }
}
