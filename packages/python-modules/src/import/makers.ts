import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";

/**
 * Which threads are making which modules. Whoever wants a module that another thread makes waits until it is complete, unless that thread waits itself,
 * over others perhaps, for the one that wants it: for a module that the latter makes, or parked until a native of the latter has ended. Then a module that
 * is not complete has to do.
 */
export interface Makers {
  /** `begin_module`, `end_module` and `is_made_elsewhere`, for the machinery in Python. */
  readonly natives: readonly NativeDefinition[];
  /** Whether another thread than the running one makes it. */
  isMadeElsewhere(name: string): boolean;
}

/** Milliseconds after which a thread within a native looks again. */
const LOOK = 2;

export function createMakers({ realm, argument }: Library): Makers {
  const { threads, strings } = realm;
  /** Numbers of threads by names of modules. */
  const makers = new Map<string, number>();
  /** Names of modules by the numbers of threads that wait for them. */
  const wanted = new Map<number, string>();
  const key = threads.newKey();
  const text = (args: number): string => strings.toJS(realm.valueOf(argument(args, 0)));

  /** Whether a thread waits for the running one: by a module that the latter makes, or by a thread that does. */
  function waitsForRunning(thread: number): boolean {
    for (let at: number | undefined = thread; at !== undefined; ) {
      if (at === threads.running.ident || (threads.isInNative() && threads.isParked(at))) return true;
      const name = wanted.get(at);
      at = name === undefined ? undefined : makers.get(name);
    }
    return false;
  }

  function isMadeElsewhere(name: string): boolean {
    const maker = makers.get(name);
    return maker !== undefined && maker !== threads.running.ident;
  }

  return {
    isMadeElsewhere,
    natives: [
      {
        // True: the running thread makes it from now on. False: it goes on with what there is. None: it looks again later.
        name: "begin_module",
        parameters: "(name, /)",
        leaf: false,
        run(args) {
          const name = text(args);
          const { ident } = threads.running;
          wanted.delete(ident);
          const maker = makers.get(name);
          if (maker === undefined) {
            makers.set(name, ident);
            return realm.bool(true);
          }
          if (waitsForRunning(maker)) return realm.bool(false);
          wanted.set(ident, name);
          // Nobody tells when a thread is parked.
          threads.wait(key, threads.isInNative() ? threads.now() + LOOK : Number.POSITIVE_INFINITY);
          return realm.none;
        },
      },
      {
        name: "end_module",
        parameters: "(name, /)",
        run(args) {
          makers.delete(text(args));
          threads.wake(key);
          return realm.none;
        },
      },
      {
        name: "is_made_elsewhere",
        parameters: "(name, /)",
        run: (args) => realm.bool(isMadeElsewhere(text(args))),
      },
    ],
  };
}
