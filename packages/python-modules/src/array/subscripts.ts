import { type Address, NULL, type Word } from "@hotpy/memory";
import { repeatCount } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import type { ArrayKit } from "./array-kit.js";

/** Items and slices of arrays, `+` and `*`. */
export function arraySubscripts(kit: ArrayKit): NativeDefinition[] {
  const { library, arrays } = kit;
  const { realm, slices, argument } = library;
  const { none } = realm;
  const { u8 } = realm.memory;
  const indexName = realm.intern("__index__");

  /** The index of argument 1; undefined: raised. May collect. */
  function indexOf(args: Address, outOfRange: string): number | undefined {
    const key = argument(args, 1);
    if ((key & 1) === 0) {
      const isIndex =
        realm.integers.isInteger(realm.valueOf(key)) || realm.lookupOnType(realm.typeOf(key), indexName) !== NULL;
      if (!isIndex) {
        realm.raise("TypeError", "array indices must be integers");
        return undefined;
      }
    }
    const at = slices.index(key, () => arrays.count(argument(args, 0)));
    if (at !== undefined && at < 0) {
      realm.raise("IndexError", outOfRange);
      return undefined;
    }
    return at;
  }

  function getItem(args: Address): Word {
    if (slices.isSlice(argument(args, 1))) {
      const parts = slices.unpack(argument(args, 1));
      if (parts === undefined) return NULL;
      const array = argument(args, 0);
      const { start, step, count } = slices.resolve(parts, arrays.count(array));
      return kit.pick(array, start, step, count);
    }
    const at = indexOf(args, "array index out of range");
    return at === undefined ? NULL : kit.item(argument(args, 0), at);
  }

  function setItem(args: Address): Word {
    if (slices.isSlice(argument(args, 1))) return setSlice(args);
    const at = indexOf(args, "array assignment index out of range");
    if (at === undefined) return NULL;
    const code = arrays.codeOf(argument(args, 0));
    const value = code.convert(argument(args, 2));
    if (value === NULL) return NULL;
    const array = argument(args, 0);
    // Python code may have made it shorter.
    if (at >= arrays.count(array)) return realm.raise("IndexError", "array assignment index out of range");
    code.write(arrays.data(array) + at * code.size, value);
    return none;
  }

  function setSlice(args: Address): Word {
    const parts = slices.unpack(argument(args, 1));
    if (parts === undefined) return NULL;
    const array = argument(args, 0);
    const other = realm.valueOf(argument(args, 2));
    if (!arrays.isArray(other)) {
      const shown = realm.typeName(argument(args, 2));
      return realm.raise("TypeError", `can only assign array (not "${shown}") to array slice`);
    }
    const code = arrays.codeOf(array);
    if (arrays.codeOf(other) !== code) return realm.raise("TypeError", "bad argument type for built-in operation");
    const { start, step, count } = slices.resolve(parts, arrays.count(array));
    const size = arrays.count(other);
    if (step === 1) return kit.replace(array, start, start + count, arrays.data(other), size * code.size) ? none : NULL;
    if (size === 0) return kit.remove(array, start, step, count) ? none : NULL;
    if (size !== count) {
      const message = `attempt to assign array of size ${size} to extended slice of size ${count}`;
      return realm.raise("ValueError", message);
    }
    const items = u8.slice(arrays.data(other), arrays.data(other) + size * code.size);
    for (let i = 0; i < count; i++)
      u8.set(items.subarray(i * code.size, (i + 1) * code.size), arrays.data(array) + (start + i * step) * code.size);
    return none;
  }

  function deleteItem(args: Address): Word {
    if (slices.isSlice(argument(args, 1))) {
      const parts = slices.unpack(argument(args, 1));
      if (parts === undefined) return NULL;
      const array = argument(args, 0);
      const { start, step, count } = slices.resolve(parts, arrays.count(array));
      return kit.remove(array, start, step, count) ? none : NULL;
    }
    const at = indexOf(args, "array assignment index out of range");
    return at !== undefined && kit.replace(argument(args, 0), at, at + 1, 0, 0) ? none : NULL;
  }

  function add(args: Address): Word {
    const other = realm.valueOf(argument(args, 1));
    if (!arrays.isArray(other)) {
      const shown = realm.typeName(argument(args, 1));
      return realm.raise("TypeError", `can only append array (not "${shown}") to array`);
    }
    const array = argument(args, 0);
    const code = arrays.codeOf(array);
    if (arrays.codeOf(other) !== code) return realm.raise("TypeError", "bad argument type for built-in operation");
    const result = kit.pick(array, 0, 1, arrays.count(array));
    if (result === NULL) return NULL;
    const at = arrays.count(result);
    return kit.replace(result, at, at, arrays.data(other), arrays.count(other) * code.size) ? result : NULL;
  }

  /** Makes an array that many times as long. False: raised. */
  function repeat(array: Word, times: number): boolean {
    const { size } = arrays.codeOf(array);
    const count = arrays.count(array);
    const bytes = count * size;
    if (times === 0 || count === 0) return kit.replace(array, 0, count, 0, 0);
    if (!realm.heap.canAllocate(bytes * times)) {
      realm.raise("MemoryError", "");
      return false;
    }
    if (!kit.replace(array, count, count, 0, bytes * (times - 1))) return false;
    const from = arrays.data(array);
    for (let done = bytes; done < bytes * times; done *= 2)
      u8.copyWithin(from + done, from, from + Math.min(done, bytes * times - done));
    return true;
  }

  function multiply(args: Address): Word {
    const times = repeatCount(realm, argument(args, 1));
    if (times === undefined) return NULL;
    const array = argument(args, 0);
    const result = kit.pick(array, 0, 1, arrays.count(array));
    return result !== NULL && repeat(result, times) ? result : NULL;
  }

  function multiplyInPlace(args: Address): Word {
    const times = repeatCount(realm, argument(args, 1));
    return times !== undefined && repeat(realm.valueOf(argument(args, 0)), times) ? argument(args, 0) : NULL;
  }

  return [
    { name: "__getitem__", parameters: "(self, key, /)", run: getItem },
    { name: "__setitem__", parameters: "(self, key, value, /)", run: setItem },
    { name: "__delitem__", parameters: "(self, key, /)", run: deleteItem },
    { name: "__add__", parameters: "(self, value, /)", run: add },
    { name: "__mul__", parameters: "(self, value, /)", run: multiply },
    { name: "__rmul__", parameters: "(self, value, /)", run: multiply },
    { name: "__imul__", parameters: "(self, value, /)", receives: "self", run: multiplyInPlace },
  ];
}
