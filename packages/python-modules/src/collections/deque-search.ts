import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { DEQUE_CHANGES, type NativeDefinition, READS_CONTENTS } from "@hotpy/python-objects";

/** The methods of deque that look for an item by `==`, which may run Python code; that must not change the deque. */
export function dequeSearch(library: Library, lengthOf: (deque: Word) => number): NativeDefinition[] {
  const { realm, slices, argument } = library;
  const { pythonKernel: kernel } = realm;
  const { i32 } = realm.memory;
  const self = (args: Address): Word => argument(args, 0);
  const changesOf = (deque: Word): number => i32[(deque + DEQUE_CHANGES) >>> 2];

  /** Index of the first item from `start` to before `stop` that equals argument 1, -1: none, undefined: raised. May collect. */
  function find(args: Address, start: number, stop: number, fault = "RuntimeError"): number | undefined {
    const changes = changesOf(self(args));
    let from = start;
    for (;;) {
      const found = kernel.findInDeque(self(args), argument(args, 1), from, stop);
      if (found >= -1) return found;
      // Python code must compare this one.
      const at = -2 - found;
      if (realm.isInterrupted()) return undefined;
      const equal = realm.equals(kernel.dequeItem(self(args), (at << 1) | 1), argument(args, 1));
      if (equal < 0) return undefined;
      if (changesOf(self(args)) !== changes) {
        realm.raise(fault, "deque mutated during iteration");
        return undefined;
      }
      if (equal === 1) return at;
      from = at + 1;
    }
  }

  function count(args: Address): Word {
    let total = 0;
    for (let at = 0; ; at++) {
      const found = find(args, at, lengthOf(self(args)));
      if (found === undefined) return NULL;
      if (found < 0) return realm.int(total);
      total++;
      at = found;
    }
  }

  function notThere(args: Address): Word {
    const shown = realm.repr(argument(args, 1));
    return shown === NULL ? NULL : realm.raise("ValueError", `${realm.strings.toJS(shown)} is not in deque`);
  }

  function index(args: Address): Word {
    const bounds = slices.boundsNotNone(argument(args, 2), argument(args, 3), () => lengthOf(self(args)));
    if (bounds === undefined) return NULL;
    const found = find(args, bounds[0], bounds[1]);
    if (found === undefined) return NULL;
    return found < 0 ? notThere(args) : realm.int(found);
  }

  function remove(args: Address): Word {
    const found = find(args, 0, lengthOf(self(args)), "IndexError");
    if (found === undefined) return NULL;
    if (found < 0) return notThere(args);
    kernel.deleteFromDeque(self(args), found);
    return realm.none;
  }

  return [
    {
      name: "__contains__",
      parameters: "(self, item, /)",
      effects: READS_CONTENTS,
      run(args) {
        const found = find(args, 0, lengthOf(self(args)));
        return found === undefined ? NULL : realm.bool(found >= 0);
      },
    },
    { name: "count", parameters: "(self, item, /)", effects: READS_CONTENTS, run: count },
    { name: "index", parameters: "(self, item, start=0, stop=sys.maxsize, /)", run: index },
    { name: "remove", parameters: "(self, item, /)", run: remove },
  ];
}
