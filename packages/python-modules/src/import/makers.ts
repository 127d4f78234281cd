import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";

/**
 * Which threads are making which modules. Whoever wants a module that another thread makes waits until it is complete, unless that thread waits itself,
 * over others perhaps, for the one that wants it, or the latter is within a native, from which others could then not return into theirs: then a module
 * that is not complete has to do.
 */
export interface Makers {
  /** `begin_module`, `end_module` and `is_made_elsewhere`, for the machinery in Python. */
  readonly natives: readonly NativeDefinition[];
  /** Whether another thread than the running one makes it. */
  isMadeElsewhere(name: string): boolean;
}

export function createMakers({ realm, argument }: Library): Makers {
  const { threads, strings } = realm;
  /** Numbers of threads by names of modules. */
  const makers = new Map<string, number>();
  /** Names of modules by the numbers of threads that wait for them. */
  const wanted = new Map<number, string>();
  const key = threads.newKey();
  const text = (args: number): string => strings.toJS(realm.valueOf(argument(args, 0)));

  /** Whether a thread waits for a module that the other one makes, or for a thread that does. */
  function waitsFor(thread: number, other: number): boolean {
    for (let at: number | undefined = thread; at !== undefined; ) {
      if (at === other) return true;
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
          if (waitsFor(maker, ident) || threads.isInNative()) return realm.bool(false);
          wanted.set(ident, name);
          threads.wait(key, Number.POSITIVE_INFINITY);
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
