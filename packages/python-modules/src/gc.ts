import { NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";
import { numberAttributes } from "./number-attributes.js";
import { tailCallSource } from "./source-call.js";

/** The loop's back-edge is the safepoint at which collections happen, and after them the finalisers. */
const surrogateSource = `
def collect(found_after, generation):
    import gc
    tell(gc, 'start', generation, 0)
    found = found_after()
    while found is None:
        found = found_after()
    tell(gc, 'stop', generation, found)
    return found

def tell(gc, phase, generation, found):
    for callback in list(gc.callbacks):
        callback(phase, {'generation': generation, 'collected': found, 'uncollectable': 0})

def get_stats(numbers, found):
    return [{'collections': number, 'collected': each, 'uncollectable': 0} for number, each in zip(numbers, found)]
`;

const OLDEST_GENERATION = 2;
/** What an object has held may die only once its finaliser has run: so many collections follow each other, then it is enough. */
const MOST_ROUNDS = 100;

/**
 * The module `gc`. As reference counts do in CPython, collections go on when the collector is disabled. How many objects
 * have died is not known to a collector that only looks at the living: in `collect` the heap looks for the dead, and tells of those
 * that CPython's collector finds, whose reference counts are not 0. What collections in between have freed is not among them.
 */
export function defineGc({ library }: Builtins): void {
  const { realm, argument } = library;
  const { heap } = realm;
  const surrogate = realm.defineSurrogates(surrogateSource);
  let isEnabled = true;
  let kind: "minor" | "full" = "full";
  /** In this call of `collect`; in all, by generations. */
  let found = 0;
  const collected = [0, 0, 0];
  let collectionsBefore = 0;
  let finalisedBefore = 0;
  let rounds = 0;

  const collections = (): number => heap.statistics.minorCollections + heap.statistics.fullCollections;
  /** A native that gives how much was found, or None as long as a collection is pending. */
  let foundAfter = NULL;

  function request(): void {
    heap.reportCircularGarbage((object) => {
      if (realm.isContainer(object)) found++;
    });
    collectionsBefore = collections();
    finalisedBefore = heap.finalisers.taken();
    heap.requestCollection(kind);
  }

  function isUnfinished(): boolean {
    if (collections() === collectionsBefore) return true;
    if (heap.finalisers.taken() === finalisedBefore || ++rounds === MOST_ROUNDS) return false;
    request();
    return true;
  }

  function collect(args: number): Word {
    const generation = argument(args, 0) === NULL ? OLDEST_GENERATION : realm.indexNumber(argument(args, 0));
    if (generation === undefined) return NULL;
    if (generation < 0 || generation > OLDEST_GENERATION) return realm.raise("ValueError", "invalid generation");
    kind = generation === OLDEST_GENERATION ? "full" : "minor";
    found = 0;
    rounds = 0;
    request();
    if (foundAfter === NULL)
      foundAfter = realm.native({
        name: "found_after",
        parameters: "()",
        run() {
          if (isUnfinished()) return realm.none;
          heap.reportCircularGarbage(undefined);
          collected[kind === "full" ? OLDEST_GENERATION : 0] += found;
          return realm.int(found);
        },
      });
    return realm.tailCall(surrogate("collect"), foundAfter, realm.int(generation));
  }

  function setEnabled(value: boolean): Word {
    isEnabled = value;
    return realm.none;
  }

  function referrers(args: number): Word {
    if (realm.observers.audit?.("gc.get_referrers", argument(args, 0)) === false) return NULL;
    const wanted = new Set(library.lists.itemsOf(argument(args, 0)));
    return realm.list(
      realm
        .containers()
        .filter((each) => each !== argument(args, 0) && realm.referents(each).some((word) => wanted.has(word))),
    );
  }

  let thresholds: readonly Word[] = [700, 10, 10].map((each) => realm.int(each));
  let debug = 0;
  let frozen = 0;
  const number = (args: number, index: number): number | undefined => realm.indexNumber(argument(args, index));

  function setThreshold(args: number): Word {
    const given = [0, 1, 2].map((index) => (argument(args, index) === NULL ? undefined : number(args, index)));
    if (realm.pending() !== NULL) return NULL;
    thresholds = thresholds.map((before, index) => (given[index] === undefined ? before : realm.int(given[index])));
    return realm.none;
  }

  function stats(): Word {
    const { minorCollections, fullCollections } = heap.statistics;
    const numbers = realm.list([minorCollections, 0, fullCollections].map((each) => realm.int(each)));
    const found = realm.list(collected.map((each) => realm.int(each)));
    return tailCallSource(library, surrogate, "get_stats", [numbers, found]);
  }

  realm.defineModule({
    name: "gc",
    attributes: () => ({
      callbacks: realm.list([]),
      garbage: realm.list([]),
      ...numberAttributes(realm, {
        DEBUG_STATS: 1,
        DEBUG_COLLECTABLE: 2,
        DEBUG_UNCOLLECTABLE: 4,
        DEBUG_SAVEALL: 32,
        DEBUG_LEAK: 38,
      }),
    }),
    functions: [
      { name: "get_threshold", parameters: "()", run: () => realm.tuple(thresholds) },
      { name: "set_threshold", parameters: "(threshold0, threshold1=None, threshold2=None, /)", run: setThreshold },
      { name: "get_count", parameters: "()", run: () => realm.tuple([0, 0, 0].map((each) => realm.int(each))) },
      { name: "get_stats", parameters: "()", frames: true, leaf: false, run: stats },
      { name: "get_debug", parameters: "()", run: () => realm.int(debug) },
      {
        name: "set_debug",
        parameters: "(flags, /)",
        run(args) {
          const flags = number(args, 0);
          if (flags === undefined) return NULL;
          debug = flags;
          return realm.none;
        },
      },
      {
        name: "get_objects",
        parameters: "(generation=None)",
        leaf: false,
        run(args) {
          const isAny = argument(args, 0) === NULL || argument(args, 0) === realm.none;
          const told = isAny ? realm.int(-1) : argument(args, 0);
          if (realm.observers.audit?.("gc.get_objects", told) === false) return NULL;
          if (isAny) return realm.list(realm.containers());
          const generation = realm.integers.isInteger(realm.valueOf(argument(args, 0))) ? number(args, 0) : undefined;
          if (generation === undefined) {
            const name = realm.typeName(argument(args, 0));
            return realm.raise("TypeError", `argument should be integer or None, not '${name}'`);
          }
          if (generation === -1) return realm.list(realm.containers());
          if (generation < 0) return realm.raise("ValueError", "generation parameter cannot be negative");
          if (generation > OLDEST_GENERATION)
            return realm.raise(
              "ValueError",
              `generation parameter must be less than the number of available generations (${OLDEST_GENERATION + 1})`,
            );
          return realm.list(generation === OLDEST_GENERATION ? realm.containers() : []);
        },
      },
      { name: "get_referrers", parameters: "(*objs)", leaf: false, run: referrers },
      {
        name: "get_referents",
        parameters: "(*objs)",
        leaf: false,
        run: (args) =>
          realm.observers.audit?.("gc.get_referents", argument(args, 0)) === false
            ? NULL
            : realm.list(library.lists.itemsOf(argument(args, 0)).flatMap(realm.referents)),
      },
      { name: "is_tracked", parameters: "(obj, /)", run: (args) => realm.bool(realm.isContainer(argument(args, 0))) },
      { name: "is_finalized", parameters: "(obj, /)", run: () => realm.bool(false) },
      {
        name: "freeze",
        parameters: "()",
        run() {
          frozen = realm.containers().length;
          return realm.none;
        },
      },
      {
        name: "unfreeze",
        parameters: "()",
        run() {
          frozen = 0;
          return realm.none;
        },
      },
      { name: "get_freeze_count", parameters: "()", run: () => realm.int(frozen) },
      { name: "collect", parameters: "(generation=2)", run: collect, frames: true, leaf: false },
      { name: "enable", parameters: "()", run: () => setEnabled(true) },
      { name: "disable", parameters: "()", run: () => setEnabled(false) },
      { name: "isenabled", parameters: "()", run: () => realm.bool(isEnabled) },
    ],
  });
}
