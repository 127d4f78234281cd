/// Traces that another thread makes, as the thread of the program sees it.

import { type FixedObjects, type Helpers, type Trace, tellObjects } from "@hotpy/trace";
import type { Done, Made, Maker, Order } from "./maker.js";
import { type Channel, type HelperTold, type Keep, type Reply, type Request, tellHelper } from "./messages.js";

/** What a supervisor needs to have traces made in another thread. */
export interface Background {
  /** Starts a thread that a workshop serves; see `createWorkshop`. Called once at most. */
  start(): Channel;
  /** Traces that are made before that; 100 by default. Passes and compiler are slow in each thread until the engine has optimised them, and a trace that is made elsewhere comes late. */
  readonly startAfter?: number;
  /** Lets the code run that has been made for a root. @throws Error if it cannot. */
  load(root: number, code: unknown): void;
  /** Told how long that thread took for a trace, in milliseconds by phase. */
  onTimes?(times: Readonly<Record<string, number>>): void;
}

/** Orders that may wait: what is recorded later is for what the program does later. */
const MOST_ORDERS = 12;

/** A trace made here, of which the other thread has not been told. */
type MadeHere = Pick<Keep, "root" | "trace" | "inherited">;

/** @param here makes traces until the other thread is ready */
export function createBackgroundMaker(
  { start, startAfter = 100, load, onTimes }: Background,
  objects: FixedObjects,
  helpers: Helpers,
  here: Maker,
): Maker {
  const waiting = new Map<number, { readonly root: number; readonly done: Done }>();
  let channel: Channel | undefined;
  /** Until the other thread is ready. */
  let madeHere: MadeHere[] | undefined = [];
  let ordersHere = 0;
  let next = 0;
  let helpersTold = 0;

  /** Helpers are only ever added. */
  function newHelpers(): HelperTold[] {
    if (helpers.size === helpersTold) return [];
    const added = [...helpers.values()].slice(helpersTold);
    helpersTold = helpers.size;
    return added.map(tellHelper);
  }

  const send = (request: Request): void => channel?.send(request);
  const about = (trace: Trace): Pick<Keep, "objects" | "helpers"> => ({
    objects: tellObjects(trace, objects),
    helpers: newHelpers(),
  });

  function makeHere(order: Order, list: MadeHere[], done: Done): void {
    here.make(order, (made, error) => {
      const isInstalled = done(made, error);
      if (made !== undefined && isInstalled)
        list.push({ root: order.root, trace: made.trace, inherited: made.inherited });
      return isInstalled;
    });
  }

  /** From now on the other thread makes traces. */
  function handOver(list: readonly MadeHere[]): void {
    madeHere = undefined;
    for (const each of list) send({ kind: "keep", ...each, ...about(each.trace) });
  }

  function receive(reply: Reply<unknown>): void {
    const { root, done } = waiting.get(reply.order) as { root: number; done: Done };
    waiting.delete(reply.order);
    onTimes?.(reply.times);
    if ("error" in reply) return void done(undefined, new Error(reply.error));
    const { trace, code } = reply;
    const made: Made = { trace, inherited: undefined, isKeptElsewhere: true, install: () => load(root, code) };
    done(made, undefined);
  }

  return {
    make(order, done) {
      if (madeHere !== undefined) {
        if (ordersHere++ >= startAfter) channel ??= start();
        if (!channel?.isReady()) return makeHere(order, madeHere, done);
        handOver(madeHere);
      }
      const { trace, root } = order;
      waiting.set(next, { root, done });
      send({ kind: "make", order: next++, root, trace, ...about(trace) });
    },
    poll() {
      if (waiting.size === 0 || channel === undefined) return;
      for (let reply = channel.receive(); reply !== undefined; reply = channel.receive())
        receive(reply as Reply<unknown>);
    },
    get isBehind() {
      return waiting.size >= MOST_ORDERS;
    },
    release(root) {
      if (madeHere === undefined) send({ kind: "release", root });
      else madeHere = madeHere.filter((each) => each.root !== root);
    },
  };
}
