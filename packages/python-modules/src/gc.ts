import { NULL, type Word } from "@hotpy/memory";
import type { Builtins } from "@hotpy/python-builtins";

/** The loop's back-edge is the safepoint at which collections happen, and after them the finalisers. */
const surrogateSource = `
def collect(is_pending):
    while is_pending():
        pass
    return 0
`;

const OLDEST_GENERATION = 2;
/** What an object has held may die only once its finaliser has run: so many collections follow each other, then it is enough. */
const MOST_ROUNDS = 100;

/**
 * The module `gc`. As reference counts do in CPython, collections go on when the collector is disabled. How many objects
 * have died is not known to a collector that only looks at the living: `collect` returns 0.
 */
export function defineGc({ library }: Builtins): void {
  const { realm, argument } = library;
  const { heap } = realm;
  const surrogate = realm.defineSurrogates(surrogateSource);
  let isEnabled = true;
  let kind: "minor" | "full" = "full";
  let collectionsBefore = 0;
  let finalisedBefore = 0;
  let rounds = 0;

  const collections = (): number => heap.statistics.minorCollections + heap.statistics.fullCollections;
  let isPending = NULL;

  function request(): void {
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
    rounds = 0;
    request();
    if (isPending === NULL)
      isPending = realm.native({
        name: "is_pending",
        parameters: "()",
        run: () => realm.bool(isUnfinished()),
      });
    return realm.tailCall(surrogate("collect"), isPending);
  }

  function setEnabled(value: boolean): Word {
    isEnabled = value;
    return realm.none;
  }

  realm.defineModule({
    name: "gc",
    functions: [
      { name: "collect", parameters: "(generation=2)", run: collect, frames: true, leaf: false },
      { name: "enable", parameters: "()", run: () => setEnabled(true) },
      { name: "disable", parameters: "()", run: () => setEnabled(false) },
      { name: "isenabled", parameters: "()", run: () => realm.bool(isEnabled) },
    ],
  });
}
