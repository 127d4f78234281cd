import { NULL, type Word } from "@hotpy/memory";
import { SHAPE_SLICE, SLICE_START, SLICE_STEP, SLICE_STOP } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import { compareSequences, defineComparisons } from "./compare.js";

/** slice. */
export function defineSliceType(library: Library): void {
  const { realm, slices, argument } = library;
  const { i32 } = realm.memory;
  const { none, integers } = realm;
  const fields = (slice: Word): Word[] =>
    [SLICE_START, SLICE_STOP, SLICE_STEP].map((offset) => i32[(slice + offset) >>> 2]);

  const isLong = (word: Word): boolean => (word & 1) === 0 && integers.isInteger(word);

  /** `indices` where bounds or length are longer than those of any sequence. */
  function longIndices(slice: Word, length: Word): Word {
    const parts = slices.exact(slice, length);
    return parts === undefined ? NULL : realm.tuple(parts.map((value) => realm.int(value)));
  }

  const slice = realm.defineType({
    name: "slice",
    shapes: [SHAPE_SLICE],
    construct: {
      name: "slice",
      parameters: "(cls, start, stop=None, step=None, /)",
      run(args) {
        const [first, second, third] = [argument(args, 1), argument(args, 2), argument(args, 3)];
        return second === NULL
          ? slices.create(none, first, none)
          : slices.create(first, second, third === NULL ? none : third);
      },
    },
    methods: [
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          const shown = realm.repr(realm.tuple(fields(argument(args, 0))));
          return shown === NULL ? NULL : realm.strings.concat(realm.str("slice"), shown);
        },
      },
      {
        name: "indices",
        parameters: "(self, length, /)",
        run(args) {
          const given = realm.index(argument(args, 1));
          if (given === NULL) return NULL;
          const length = integers.toNumber(given);
          if (length < 0) return realm.raise("ValueError", "length should not be negative");
          if (length >= 2 ** 31 || fields(argument(args, 0)).some(isLong)) return longIndices(argument(args, 0), given);
          const range = slices.range(argument(args, 0), () => length);
          return range === undefined
            ? NULL
            : realm.tuple([range.start, range.stop, range.step].map((value) => realm.int(value)));
        },
      },
    ],
    getters: [
      { name: "start", isField: true, get: (self) => fields(self)[0] },
      { name: "stop", isField: true, get: (self) => fields(self)[1] },
      { name: "step", isField: true, get: (self) => fields(self)[2] },
    ],
    unhashable: true,
  });
  defineComparisons(realm, slice, (comparison, a, b) =>
    compareSequences(library, comparison, realm.tuple(fields(a)), realm.tuple(fields(b))),
  );
}
