/// Traces that another thread makes, as the thread of the program sees it.

import type { LeafHelper } from "@hotpy/bytecode";
import { type FixedObjects, type Helpers, tellObjects } from "@hotpy/trace";
import type { Made, Maker } from "./maker.js";
import { type Channel, type Reply, type Request, tellHelper } from "./messages.js";

/** What a supervisor needs to have traces made in another thread. */
export interface Background {
  /** To a thread that a workshop serves; see `createWorkshop`. */
  readonly channel: Channel;
  /** Lets the code run that has been made for a root. @throws Error if it cannot. */
  load(root: number, code: unknown): void;
  /** Told how long that thread took for a trace, in milliseconds by phase. */
  onTimes?(times: Readonly<Record<string, number>>): void;
}

/** Orders that may wait: what is recorded later is for what the program does later. */
const MOST_ORDERS = 12;

export function createBackgroundMaker(
  { channel, load, onTimes }: Background,
  objects: FixedObjects,
  helpers: Helpers,
): Maker {
  const waiting = new Map<number, { readonly root: number; readonly done: Parameters<Maker["make"]>[1] }>();
  let next = 0;
  let helpersTold = 0;

  /** Helpers are only ever added. */
  function newHelpers(): LeafHelper[] {
    if (helpers.size === helpersTold) return [];
    const added = [...helpers.values()].slice(helpersTold);
    helpersTold = helpers.size;
    return added;
  }

  const send = (request: Request): void => channel.send(request);

  function receive(reply: Reply<unknown>): void {
    const { root, done } = waiting.get(reply.order) as { root: number; done: Parameters<Maker["make"]>[1] };
    waiting.delete(reply.order);
    onTimes?.(reply.times);
    if ("error" in reply) return done(undefined, new Error(reply.error));
    const { trace, code } = reply;
    const made: Made = { trace, inherited: undefined, isKeptElsewhere: true, install: () => load(root, code) };
    done(made, undefined);
  }

  return {
    make({ trace, root }, done) {
      const order = next++;
      waiting.set(order, { root, done });
      send({
        kind: "make",
        order,
        root,
        trace,
        objects: tellObjects(trace, objects),
        helpers: newHelpers().map(tellHelper),
      });
    },
    poll() {
      if (waiting.size === 0) return;
      for (let reply = channel.receive(); reply !== undefined; reply = channel.receive())
        receive(reply as Reply<unknown>);
    },
    get isBehind() {
      return waiting.size >= MOST_ORDERS;
    },
    release: (root) => send({ kind: "release", root }),
  };
}
