import { type Address, NULL, type Word } from "@hotpy/memory";
import { type NativeDefinition, SHAPE_BYTE_STRING } from "@hotpy/python-objects";
import type { MapKit } from "./kit.js";
import type { MapState } from "./maps.js";

/** Bytes and slices of maps. */
export function mapSubscripts(kit: MapKit): NativeDefinition[] {
  const { library, method, isOpen, mayWrite } = kit;
  const { realm, slices, argument } = library;
  const { bytes, buffers, none } = realm;
  const { u8 } = realm.memory;
  const startOf = ({ place }: MapState): Address => place?.start ?? 0;

  const hasIndex = (word: Word): boolean =>
    realm.integers.isInteger(realm.valueOf(word)) ||
    realm.lookupOnType(realm.typeOf(word), realm.intern("__index__")) !== NULL;

  /** The index that argument 1 is; undefined: raised. May collect. */
  function indexOf(state: MapState, args: Address, notIndex: string): number | undefined {
    if (!hasIndex(argument(args, 1))) {
      realm.raise("TypeError", notIndex);
      return undefined;
    }
    const index = realm.index(argument(args, 1));
    if (index === NULL || !isOpen(state)) return undefined;
    const at = slices.index(index, () => state.size);
    if (at !== undefined && at < 0) {
      realm.raise("IndexError", "mmap index out of range");
      return undefined;
    }
    return at;
  }

  function getItem(state: MapState, args: Address): Word {
    if (!slices.isSlice(argument(args, 1))) {
      const at = indexOf(state, args, "mmap indices must be integers");
      return at === undefined ? NULL : realm.int(u8[startOf(state) + at]);
    }
    const parts = slices.unpack(argument(args, 1));
    if (parts === undefined || !isOpen(state)) return NULL;
    const { start, step, count } = slices.resolve(parts, state.size);
    if (step === 1) return bytes.from(SHAPE_BYTE_STRING, startOf(state) + start, count);
    return bytes.fromArray(Uint8Array.from({ length: count }, (_, i) => u8[startOf(state) + start + i * step]));
  }

  function setSlice(state: MapState, args: Address): Word {
    const parts = slices.unpack(argument(args, 1));
    if (parts === undefined || !isOpen(state)) return NULL;
    const { start, step, count } = slices.resolve(parts, state.size);
    const found = buffers.required(argument(args, 2));
    if (found === undefined) return NULL;
    if (found.size !== count) return realm.raise("IndexError", "mmap slice assignment is wrong size");
    const [to, from] = [startOf(state) + start, found.data >>> 0];
    if (step === 1) u8.copyWithin(to, from, from + count);
    else for (let i = 0; i < count; i++) u8[to + i * step] = u8[from + i];
    return none;
  }

  function setItem(state: MapState, args: Address): Word {
    if (!mayWrite(state)) return NULL;
    if (slices.isSlice(argument(args, 1))) return setSlice(state, args);
    const at = indexOf(state, args, "mmap indices must be integer");
    if (at === undefined) return NULL;
    if (!hasIndex(argument(args, 2))) return realm.raise("TypeError", "mmap item value must be an int");
    const value = realm.indexNumber(argument(args, 2));
    if (value === undefined || !isOpen(state)) return NULL;
    if (value < 0 || value > 255) return realm.raise("ValueError", "mmap item value must be in range(0, 256)");
    u8[startOf(state) + at] = value;
    return none;
  }

  return [
    method("__getitem__", "(self, key, /)", getItem),
    method("__setitem__", "(self, key, value, /)", setItem),
    method("__delitem__", "(self, key, /)", (state, args) => {
      if (!mayWrite(state)) return NULL;
      const isSlice = slices.isSlice(argument(args, 1));
      return realm.raise(
        "TypeError",
        `mmap ${isSlice ? "object " : ""}doesn't support ${isSlice ? "slice" : "item"} deletion`,
      );
    }),
    method("__len__", "(self, /)", ({ size }) => realm.int(size)),
  ];
}
