import { type Address, NULL, type Word } from "@hotpy/memory";
import { ITERATOR_INDEX, ITERATOR_SEQUENCE } from "@hotpy/object-model";
import { type NativeDefinition, SHAPE_MEMORY_ITERATOR, SHAPE_MEMORYVIEW } from "@hotpy/python-objects";
import { hexMethod } from "../bytes/hex.js";
import type { Library } from "../library.js";
import { castView } from "./cast.js";
import { formatOf, isByteFormat } from "./formats.js";
import { createItems } from "./items.js";
import { viewSubscripts } from "./subscripts.js";
import { countOf, createViews, forEachItem, isPacked, packedStrides, sizeOf, type View } from "./views.js";

/** memoryview. */
export function defineMemoryViewType(library: Library): void {
  const { realm, iterators, argument } = library;
  const { buffers, bytes, none, strings } = realm;
  const { i32 } = realm.memory;
  const views = createViews(realm);
  const items = createItems(realm);
  const subscripts = viewSubscripts(library, views, items);

  function construct(args: Address): Word {
    const given = argument(args, 1);
    if (views.isView(given)) {
      const view = views.viewOf(given);
      return view === undefined ? NULL : views.create(views.objectOf(given), view);
    }
    if (buffers.typeOf(given) === undefined) {
      const message = `memoryview: a bytes-like object is required, not '${realm.typeName(given)}'`;
      return realm.raise("TypeError", message);
    }
    const view = views.whole(given);
    return view === undefined ? NULL : views.create(given, view);
  }

  /** A method without arguments that looks at what the view sees. */
  const method = (name: string, run: (view: View, self: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    run(args) {
      const view = views.viewOf(argument(args, 0));
      return view === undefined ? NULL : run(view, argument(args, 0));
    },
  });
  const getter = (name: string, get: (view: View, self: Word) => Word) => ({
    name,
    get(self: Word): Word {
      const view = views.viewOf(self);
      return view === undefined ? NULL : get(view, self);
    },
  });

  function toList(self: Word, view: View): Word {
    const format = items.format(view);
    const data = format === undefined ? undefined : views.dataOf(self);
    if (format === undefined || data === undefined) return NULL;
    const list = (dimension: number, offset: number): Word => {
      if (dimension === view.shape.length) return items.read(format, data + offset);
      return realm.list(
        Array.from({ length: view.shape[dimension] }, (_, i) =>
          list(dimension + 1, offset + i * view.strides[dimension]),
        ),
      );
    };
    return list(0, view.offset);
  }

  function toBytes(args: Address): Word {
    const view = views.viewOf(argument(args, 0));
    if (view === undefined) return NULL;
    const order = argument(args, 1);
    if (order !== NULL && order !== none) {
      const text = realm.valueOf(order);
      if (!strings.isString(text)) {
        const message = `tobytes() argument 'order' must be str or None, not ${realm.typeName(order)}`;
        return realm.raise("TypeError", message);
      }
      if (!["C", "F", "A"].includes(strings.toJS(text)))
        return realm.raise("ValueError", "order must be 'C', 'F' or 'A'");
      if (strings.toJS(text) === "F" && view.shape.length > 1)
        return realm.notImplemented("memoryview.tobytes(order='F') of several dimensions");
    }
    const copy = views.bytesOf(argument(args, 0), view);
    return copy === undefined ? NULL : bytes.fromArray(copy);
  }

  function release(self: Word): Word {
    views.release(self);
    return none;
  }

  function hash(view: View, self: Word): Word {
    if (!view.isReadOnly) return realm.raise("ValueError", "cannot hash writable memoryview object");
    if (!isByteFormat(view.format))
      return realm.raise("ValueError", "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    // What is not to be hashed is not hashed through a view either.
    const object = views.objectOf(self);
    const mark = realm.handles.mark();
    const kept = realm.handles.push(self);
    const isHashed = bytes.isBytes(object) || realm.hash(object) !== NULL;
    const viewing = realm.handles.get(kept);
    realm.handles.release(mark);
    if (!isHashed) return NULL;
    const copy = views.bytesOf(viewing, view);
    return copy === undefined ? NULL : realm.hash(bytes.fromArray(copy));
  }

  /** What another operand sees; undefined: it is not bytes-like, or cannot be seen. */
  function viewOfOther(other: Word): View | undefined {
    const value = realm.valueOf(other);
    const view = views.isView(value) ? views.viewOf(value) : views.whole(value);
    if (view === undefined) realm.clearPending();
    return view;
  }

  /** The values of all items, in a form that tells different ones apart; undefined: there is no object for such items. */
  function valuesOf(word: Word, view: View): readonly (number | bigint)[] | undefined {
    const format = items.format(view);
    const data = format === undefined ? undefined : views.isView(word) ? views.dataOf(word) : buffers.bytes(word)?.data;
    if (format === undefined || data === undefined) {
      realm.clearPending();
      return undefined;
    }
    const memory = new DataView(realm.memory.wasm.buffer);
    const values: (number | bigint)[] = [];
    forEachItem(view, (offset) => values.push(format.read(memory, (data >>> 0) + offset)));
    return values;
  }

  function equals(self: Word, other: Word): boolean | undefined {
    const value = realm.valueOf(other);
    const isReleased = (word: Word): boolean => views.isView(word) && views.objectOf(word) === NULL;
    if (isReleased(self) || isReleased(value)) return self === value;
    if (buffers.typeOf(value) === undefined) return undefined;
    const [a, b] = [views.viewOf(self), viewOfOther(value)];
    if (a === undefined || b === undefined) return undefined;
    if (a.shape.length !== b.shape.length || a.shape.some((size, i) => size !== b.shape[i])) return false;
    const [left, right] = [valuesOf(self, a), valuesOf(value, b)];
    // Items of format "c" are bytes objects, and equal no numbers.
    if (formatOf(a.format)?.kind === "char" ? formatOf(b.format)?.kind !== "char" : formatOf(b.format)?.kind === "char")
      return countOf(a) === 0;
    // Integers of 64 bits are BigInts here: they are compared by value with the others.
    // biome-ignore lint/suspicious/noDoubleEquals: a number and a BigInt may be equal
    return left !== undefined && right !== undefined && left.every((each, i) => each == right[i]);
  }

  const tupleOf = (numbers: readonly number[]): Word => realm.tuple(numbers.map((number) => realm.int(number)));
  const isFortran = (view: View): boolean =>
    countOf(view) === 0 ||
    [...packedStrides([...view.shape].reverse(), view.itemSize)]
      .reverse()
      .every((stride, i) => view.shape[i] === 1 || stride === view.strides[i]);

  const type = realm.defineType({
    name: "memoryview",
    shapes: [SHAPE_MEMORYVIEW],
    isWeaklyReferable: true,
    patterns: { collection: "sequence" },
    construct: { name: "memoryview", parameters: "(cls, object)", run: construct },
    methods: [
      ...subscripts,
      method("__len__", (view) => realm.int(view.shape.length === 0 ? 1 : view.shape[0])),
      method("tolist", (view, self) => toList(self, view)),
      { name: "tobytes", parameters: "(self, order='C')", run: toBytes },
      hexMethod({ library }, (args) => {
        const self = argument(args, 0);
        const view = views.viewOf(self);
        const copy = view === undefined ? undefined : views.bytesOf(self, view);
        if (copy === undefined) return undefined;
        const object = bytes.fromArray(copy);
        return { data: bytes.data(object), size: copy.length };
      }),
      { name: "release", parameters: "(self, /)", run: (args) => release(argument(args, 0)) },
      method("toreadonly", (view, self) => views.create(views.objectOf(self), { ...view, isReadOnly: true })),
      method("__enter__", (_, self) => self),
      { name: "__exit__", parameters: "(self, /, *args)", run: (args) => release(argument(args, 0)) },
      {
        name: "cast",
        parameters: "(self, format, shape=None)",
        run(args) {
          const view = views.viewOf(argument(args, 0));
          const cast = view === undefined ? undefined : castView(library, view, argument(args, 1), argument(args, 2));
          return cast === undefined ? NULL : views.create(views.objectOf(argument(args, 0)), cast);
        },
      },
      method("__hash__", hash),
      {
        name: "__repr__",
        parameters: "(self, /)",
        run(args) {
          const self = argument(args, 0);
          const what = views.objectOf(self) === NULL ? "released memory" : "memory";
          return realm.str(`<${what} at 0x${realm.heap.identity(self).toString(16)}>`);
        },
      },
    ],
    getters: [
      getter("obj", (_, self) => views.objectOf(self)),
      getter("nbytes", (view) => realm.int(sizeOf(view))),
      getter("readonly", (view) => realm.bool(view.isReadOnly)),
      getter("itemsize", (view) => realm.int(view.itemSize)),
      getter("format", (view) => realm.str(view.format)),
      getter("ndim", (view) => realm.int(view.shape.length)),
      getter("shape", (view) => tupleOf(view.shape)),
      getter("strides", (view) => tupleOf(view.strides)),
      getter("suboffsets", () => realm.tuple([])),
      getter("c_contiguous", (view) => realm.bool(isPacked(view))),
      getter("f_contiguous", (view) => realm.bool(isFortran(view))),
      getter("contiguous", (view) => realm.bool(isPacked(view) || isFortran(view))),
    ],
    iterate(self) {
      const view = views.viewOf(self);
      if (view === undefined) return NULL;
      if (view.shape.length === 0) return realm.raise("TypeError", "invalid indexing of 0-dim memory");
      if (view.shape.length > 1)
        return realm.raise("NotImplementedError", "multi-dimensional sub-views are not implemented");
      return items.format(view) === undefined ? NULL : iterators.overSequence(SHAPE_MEMORY_ITERATOR, self);
    },
  });
  for (const [comparison, wanted] of [
    ["eq", true],
    ["ne", false],
  ] as const) {
    realm.defineComparison(comparison, type, realm.type("object"), (a, b) => {
      const outcome = equals(a, b);
      return outcome === undefined ? realm.notImplementedWord : realm.bool(outcome === wanted);
    });
  }

  iterators.registerIterable(SHAPE_MEMORYVIEW, (self) => {
    const view = views.viewOf(self);
    const isIterable = view !== undefined && view.shape.length === 1 && items.format(view) !== undefined;
    if (isIterable) return iterators.overSequence(SHAPE_MEMORY_ITERATOR, self);
    // The type's own method says why.
    realm.clearPending();
    return NULL;
  });
  iterators.register(SHAPE_MEMORY_ITERATOR, (iterator) => {
    const self = i32[(iterator + ITERATOR_SEQUENCE) >>> 2];
    if (self === NULL) return NULL;
    const view = views.viewOf(self);
    const format = view === undefined ? undefined : items.format(view);
    const data = format === undefined ? undefined : views.dataOf(self);
    if (view === undefined || format === undefined || data === undefined) return NULL;
    const index = i32[(iterator + ITERATOR_INDEX) >>> 2];
    if (index >= view.shape[0]) {
      i32[(iterator + ITERATOR_SEQUENCE) >>> 2] = NULL;
      return NULL;
    }
    i32[(iterator + ITERATOR_INDEX) >>> 2] = index + 1;
    return items.read(format, data + view.offset + index * view.strides[0]);
  });
}
