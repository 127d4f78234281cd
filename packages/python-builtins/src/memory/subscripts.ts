import { type Address, NULL, type Word } from "@hotpy/memory";
import type { NativeDefinition } from "@hotpy/python-objects";
import type { Library } from "../library.js";
import type { Items } from "./items.js";
import { forEachItem, type View, type Views } from "./views.js";

/** Items and slices of memoryviews. */
export function viewSubscripts(library: Library, views: Views, items: Items): NativeDefinition[] {
  const { realm, slices, lists, argument } = library;
  const { buffers, none } = realm;
  const indexName = realm.intern("__index__");
  const isIndex = (word: Word): boolean =>
    realm.integers.isInteger(realm.valueOf(word)) || realm.lookupOnType(realm.typeOf(word), indexName) !== NULL;

  /** Whether a word is a tuple of slices. */
  function areSlices(word: Word): boolean {
    const tuple = realm.valueOf(word);
    if (!lists.isTuple(tuple)) return false;
    const count = lists.length(tuple);
    return count > 0 && Array.from({ length: count }, (_, i) => lists.item(tuple, i)).every(slices.isSlice);
  }

  /** The distance of an index in a dimension; undefined: raised. May collect. */
  function distance(view: View, dimension: number, key: Word): number | undefined {
    const at = slices.index(key, () => view.shape[dimension]);
    if (at === undefined) return undefined;
    if (at >= 0) return at * view.strides[dimension];
    realm.raise("IndexError", `index out of bounds on dimension ${dimension + 1}`);
    return undefined;
  }

  /** Where the item lies that argument 1 names, in bytes from the object's first; undefined: raised, null: it names no item. */
  function offsetOf(args: Address, view: View): number | undefined | null {
    const key = argument(args, 1);
    if (isIndex(key)) {
      if (view.shape.length === 0) {
        realm.raise("TypeError", "invalid indexing of 0-dim memory");
        return undefined;
      }
      if (view.shape.length > 1) {
        realm.raise("NotImplementedError", "multi-dimensional sub-views are not implemented");
        return undefined;
      }
      const found = distance(view, 0, key);
      return found === undefined ? undefined : view.offset + found;
    }
    const tuple = realm.valueOf(key);
    if (!lists.isTuple(tuple)) return null;
    const count = lists.length(tuple);
    for (let i = 0; i < count; i++) if (!isIndex(lists.item(tuple, i))) return null;
    if (count < view.shape.length) {
      realm.raise("NotImplementedError", "sub-views are not implemented");
      return undefined;
    }
    if (count > view.shape.length) {
      realm.raise("TypeError", `cannot index ${view.shape.length}-dimension view with ${count}-element tuple`);
      return undefined;
    }
    let offset = view.offset;
    for (let i = 0; i < count; i++) {
      const found = distance(view, i, lists.item(realm.valueOf(argument(args, 1)), i));
      if (found === undefined) return undefined;
      offset += found;
    }
    return offset;
  }

  /** The part of a view that a slice selects; undefined: raised. May collect. */
  function sliced(view: View, key: Word): View | undefined {
    const range = slices.range(key, () => view.shape[0]);
    if (range === undefined) return undefined;
    const [stride, ...strides] = view.strides;
    return {
      ...view,
      offset: view.offset + range.start * stride,
      shape: [range.count, ...view.shape.slice(1)],
      strides: [range.step * stride, ...strides],
    };
  }

  function getItem(args: Address): Word {
    const view = views.viewOf(argument(args, 0));
    if (view === undefined) return NULL;
    const key = argument(args, 1);
    if (view.shape.length === 0) {
      const isWhole = key === realm.ellipsis;
      const isItem = lists.isTuple(realm.valueOf(key)) && lists.length(realm.valueOf(key)) === 0;
      if (isWhole) return views.create(views.objectOf(argument(args, 0)), view);
      if (!isItem) return realm.raise("TypeError", "invalid indexing of 0-dim memory");
    }
    if (slices.isSlice(key)) {
      const part = sliced(view, key);
      // The bounds may have run Python code.
      return part === undefined || views.viewOf(argument(args, 0)) === undefined
        ? NULL
        : views.create(views.objectOf(argument(args, 0)), part);
    }
    const format = items.format(view);
    if (format === undefined) return NULL;
    const offset = offsetOf(args, view);
    if (offset === null) {
      return areSlices(argument(args, 1))
        ? realm.raise("NotImplementedError", "multi-dimensional slicing is not implemented")
        : realm.raise("TypeError", "memoryview: invalid slice key");
    }
    if (offset === undefined || views.viewOf(argument(args, 0)) === undefined) return NULL;
    const data = views.dataOf(argument(args, 0));
    return data === undefined ? NULL : items.read(format, data + offset);
  }

  function setItem(args: Address): Word {
    const view = views.viewOf(argument(args, 0));
    if (view === undefined) return NULL;
    const format = items.format(view);
    if (format === undefined) return NULL;
    if (view.isReadOnly) return realm.raise("TypeError", "cannot modify read-only memory");
    if (slices.isSlice(argument(args, 1)) && view.shape.length === 1) return setSlice(args, view);
    const isWhole = view.shape.length === 0 && argument(args, 1) === realm.ellipsis;
    const offset = isWhole ? view.offset : offsetOf(args, view);
    if (offset === undefined) return NULL;
    if (offset === null) {
      return slices.isSlice(argument(args, 1)) || areSlices(argument(args, 1))
        ? realm.raise("NotImplementedError", "memoryview slice assignments are currently restricted to ndim = 1")
        : realm.raise("TypeError", "memoryview: invalid slice key");
    }
    const value = items.convert(format, view.format.replace(/^@/, ""), argument(args, 2));
    if (value === undefined || views.viewOf(argument(args, 0)) === undefined) return NULL;
    const data = views.dataOf(argument(args, 0));
    if (data === undefined) return NULL;
    items.write(format, data + offset, value);
    return none;
  }

  /** The bytes of what is of the same form are copied. */
  function setSlice(args: Address, view: View): Word {
    const part = sliced(view, argument(args, 1));
    if (part === undefined) return NULL;
    const source = realm.valueOf(argument(args, 2));
    if (buffers.typeOf(source) === undefined) {
      const message = `a bytes-like object is required, not '${realm.typeName(source)}'`;
      return realm.raise("TypeError", message);
    }
    const other = views.isView(source) ? views.viewOf(source) : views.whole(source);
    if (other === undefined) return NULL;
    const plain = (format: string): string => format.replace(/^@/, "");
    if (
      plain(other.format) !== plain(part.format) ||
      other.shape.length !== 1 ||
      other.shape[0] !== part.shape[0] ||
      other.itemSize !== part.itemSize
    ) {
      const message = "memoryview assignment: lvalue and rvalue have different structures";
      return realm.raise("ValueError", message);
    }
    const found = views.isView(source) ? views.bytesOf(source, other) : bytesOfWhole(source);
    const data = found === undefined ? undefined : views.dataOf(argument(args, 0));
    if (found === undefined || data === undefined) return NULL;
    const { u8 } = realm.memory;
    let at = 0;
    forEachItem(part, (offset) => {
      for (let i = 0; i < part.itemSize; i++) u8[data + offset + i] = found[at++];
    });
    return none;
  }

  function bytesOfWhole(source: Word): Uint8Array | undefined {
    const found = buffers.bytes(source);
    return found === undefined ? undefined : realm.bytes.toArray(found.data, found.size);
  }

  return [
    { name: "__getitem__", parameters: "(self, key, /)", run: getItem },
    { name: "__setitem__", parameters: "(self, key, value, /)", run: setItem },
    {
      name: "__delitem__",
      parameters: "(self, key, /)",
      run(args) {
        const view = views.viewOf(argument(args, 0));
        if (view === undefined) return NULL;
        return realm.raise("TypeError", view.isReadOnly ? "cannot modify read-only memory" : "cannot delete memory");
      },
    },
  ];
}
