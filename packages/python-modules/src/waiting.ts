import type { Word } from "@hotpy/memory";
import { ARRAY_ITEMS, LIST_ITEMS, LIST_LENGTH, TUPLE_ITEMS } from "@hotpy/object-model";
import type { Library } from "@hotpy/python-builtins";
import { type NativeDefinition, type Polled, type SystemCalls, SystemFault } from "@hotpy/python-objects";
import { ERRNO } from "./errno.js";
import { createSystem } from "./posix/system.js";

/** Waiting for descriptors: what the sources of several modules share. Pairs are of a descriptor and POLLIN or others. */
export const WAITING_SOURCE = `
def poll_until(pairs, deadline):
    while True:
        found = poll_now(pairs)
        if found or not pause_for(pairs, deadline):
            return found

def deadline_after(milliseconds):
    return float('inf') if milliseconds is None or milliseconds < 0 else clock() + milliseconds
`;

/** The number of a descriptor, or of an object with a method `fileno`. */
export const DESCRIPTOR_SOURCE = `
def descriptor(file):
    if not isinstance(file, int):
        try:
            method = file.fileno
        except AttributeError:
            raise TypeError('argument must be an int, or have a fileno() method.') from None
        file = method()
        if not isinstance(file, int):
            raise TypeError('fileno() returned a non-integer')
    if file < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({file})')
    return file
`;

export interface Waiting {
  /** What {@link WAITING_SOURCE} needs. */
  readonly natives: readonly NativeDefinition[];
  /** A native that calls the system; what it refuses is an OSError. */
  calling(name: string, parameters: string, run: (system: SystemCalls, args: number) => Word): NativeDefinition;
}

export function createWaiting(library: Library): Waiting {
  const { realm, argument } = library;
  const { threads, integers, floats, platform } = realm;
  const { i32 } = realm.memory;
  const { guarded } = createSystem(library);

  function systemCalls(): SystemCalls {
    const system = platform.systemCalls?.();
    if (system === undefined) throw new SystemFault(ERRNO.ENOSYS, "Function not implemented");
    return system;
  }

  const calling: Waiting["calling"] = (name, parameters, run) => ({
    name,
    parameters,
    leaf: false,
    run: (args) => guarded(() => run(systemCalls(), args)),
  });

  function pairsIn(list: Word): Polled[] {
    const items = (i32[(list + LIST_ITEMS) >>> 2] + ARRAY_ITEMS) >>> 2;
    return Array.from({ length: i32[(list + LIST_LENGTH) >>> 2] }, (_, index) => {
      const pair = (i32[items + index] + TUPLE_ITEMS) >>> 2;
      const [descriptor, events] = [i32[pair], i32[pair + 1]].map((word) => integers.toNumber(realm.valueOf(word)));
      return { descriptor, events, result: 0 };
    });
  }

  return {
    calling,
    natives: [
      { name: "clock", parameters: "()", run: () => realm.float(threads.now()) },
      {
        name: "poll_now",
        parameters: "(pairs, /)",
        leaf: false,
        run: (args) =>
          guarded(() => {
            const polled = pairsIn(argument(args, 0));
            if (polled.length > 0) systemCalls().poll(polled, 0);
            const come = polled.filter(({ result }) => result !== 0);
            return realm.list(
              come.map(({ descriptor, result }) => realm.tuple([realm.int(descriptor), realm.int(result)])),
            );
          }),
      },
      {
        name: "pause_for",
        parameters: "(pairs, deadline, /)",
        leaf: false,
        run(args) {
          const deadline = floats.value(argument(args, 1));
          if (threads.now() >= deadline) return realm.bool(false);
          threads.wait(0, deadline, pairsIn(argument(args, 0)));
          return realm.bool(true);
        },
      },
    ],
  };
}
