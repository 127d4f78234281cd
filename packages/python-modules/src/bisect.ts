import { type Address, NULL, type Word } from "@hotpy/memory";
import { type Builtins, fitsSize, sizeWord } from "@hotpy/python-builtins";
import { type NativeDefinition, NOT_PLAIN } from "@hotpy/python-objects";
import { tailCallSource } from "./source-call.js";
import { defineSourceModule } from "./source-module.js";

const source = `
def bisect_right(a, x, lo, hi, key):
    if hi is None:
        hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if x < (a[mid] if key is None else key(a[mid])):
            hi = mid
        else:
            lo = mid + 1
    return lo

def bisect_left(a, x, lo, hi, key):
    if hi is None:
        hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if (a[mid] if key is None else key(a[mid])) < x:
            lo = mid + 1
        else:
            hi = mid
    return lo

def insort_right(a, x, lo, hi, key):
    at = bisect_right(a, x if key is None else key(x), lo, hi, key)
    a.insert(at, x)

def insort_left(a, x, lo, hi, key):
    at = bisect_left(a, x if key is None else key(x), lo, hi, key)
    a.insert(at, x)
`;

/** The module `_bisect`. In lists and tuples of plain values it runs no Python code. */
export function defineBisect(builtins: Builtins): void {
  const { library } = builtins;
  const { realm, lists, argument } = library;
  const { plain, pythonKernel: kernel } = realm;
  const { less } = plain;

  /** The position of argument 1 in the sequence; -1: Python code must say it. */
  function find(args: Address, isLeft: boolean): number {
    const [a, x] = [argument(args, 0), argument(args, 1)];
    if (argument(args, 4) !== NULL && argument(args, 4) !== realm.none) return -1;
    if (!lists.isList(a) && !lists.isTuple(a)) return -1;
    let low = argument(args, 2) === NULL ? 0 : smallOf(argument(args, 2));
    let high =
      argument(args, 3) === NULL || argument(args, 3) === realm.none ? lists.length(a) : smallOf(argument(args, 3));
    if (low < 0 || high < 0 || high > lists.length(a)) return -1;
    while (low < high) {
      const middle = (low + high) >> 1;
      const item = lists.item(a, middle);
      const isLess = isLeft ? less(item, x) : less(x, item);
      if (isLess === NOT_PLAIN) return -1;
      if ((isLess === 1) === isLeft) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  const smallOf = (word: Word): number => ((word & 1) !== 0 ? word >> 1 : -1);

  /** The source's function with the arguments as they are, the bounds as integers. What is read after a bound is kept: `__index__` may run where the arguments lie. */
  function bySource(args: Address, name: string): Word {
    return library.withHandles(() => {
      const [a, x, low, high, key] = [0, 1, 2, 3, 4].map((place) =>
        realm.handles.push(argument(args, place) || realm.none),
      );
      const lowest = argument(args, 2) === NULL ? realm.int(0) : sizeWord(realm, argument(args, 2));
      if (lowest === NULL) return NULL;
      realm.handles.set(low, lowest);
      const highest = highWord(realm.handles.get(high));
      if (highest === NULL) return NULL;
      realm.handles.set(high, highest);
      if (realm.integers.sign(realm.handles.get(low)) < 0) return realm.raise("ValueError", "lo must be non-negative");
      return tailCallSource(library, surrogate, name, [a, x, low, high, key].map(realm.handles.get));
    });
  }

  const indexName = realm.intern("__index__");

  /** The upper bound: an integer or None. */
  function highWord(word: Word): Word {
    if (word === realm.none) return word;
    if (!realm.integers.isInteger(realm.valueOf(word)) && realm.lookupOnType(realm.typeOf(word), indexName) === NULL)
      return realm.raise("TypeError", `argument should be integer or None, not '${realm.typeName(word)}'`);
    const name = realm.typeName(word);
    const index = realm.index(word);
    if (index === NULL || fitsSize(realm, index)) return index;
    return realm.raise("OverflowError", `cannot fit '${name}' into an index-sized integer`);
  }

  const native = (name: string, run: (args: Address) => Word, kernel: CallableFunction): NativeDefinition => ({
    name,
    kernel: { 2: kernel },
    parameters: "(a, x, lo=0, hi=None, *, key=None)",
    frames: true,
    run,
  });
  const bisecting =
    (isLeft: boolean) =>
    (args: Address): Word => {
      const found = find(args, isLeft);
      return found < 0 ? bySource(args, isLeft ? "bisect_left" : "bisect_right") : realm.int(found);
    };
  const inserting =
    (isLeft: boolean) =>
    (args: Address): Word => {
      const a = argument(args, 0);
      const found = lists.isList(a) ? find(args, isLeft) : -1;
      if (found < 0) return bySource(args, isLeft ? "insort_left" : "insort_right");
      lists.insert(a, found, argument(args, 1));
      return realm.none;
    };

  const surrogate = defineSourceModule(builtins, {
    name: "_bisect",
    source,
    functions: [
      native("bisect_left", bisecting(true), kernel.bisectLeft),
      native("bisect_right", bisecting(false), kernel.bisectRight),
      native("insort_left", inserting(true), kernel.insortLeft),
      native("insort_right", inserting(false), kernel.insortRight),
    ],
    doc: "Bisection algorithms.",
  });
}
