import { type Address, NULL, type Word } from "@hotpy/memory";
import { createByteArrays, type Library } from "@hotpy/python-builtins";
import type { Surrogate } from "@hotpy/python-objects";
import type { TypeCode } from "./items.js";
import type { Arrays } from "./layout.js";

/** What the methods of arrays share. */
export interface ArrayKit {
  readonly library: Library;
  readonly arrays: Arrays;
  readonly surrogate: Surrogate;
  /** Bytes in place of those of items `start` to before `stop`; from address 0: not filled. False: raised. */
  replace(array: Word, start: number, stop: number, from: Address, size: number): boolean;
  /** Takes out `count` items: those at start, start + step, … False: raised. */
  remove(array: Word, start: number, step: number, count: number): boolean;
  /** A new array with `count` items at start, start + step, … of another. */
  pick(array: Word, start: number, step: number, count: number): Word;
  /** A new array with copies of bytes. */
  from(code: TypeCode, data: Address, size: number): Word;
  /** The item at an index. */
  item(array: Word, index: number): Word;
  /** Puts an object in as an item before the one at an index; `array` is a handle. False: raised. May collect. */
  insert(array: number, index: number | "end", value: Word): boolean;
}

export function createArrayKit(library: Library, arrays: Arrays, surrogate: Surrogate): ArrayKit {
  const { realm } = library;
  const { handles } = realm;
  const { u8 } = realm.memory;
  const byteArrays = createByteArrays(realm, "cannot resize an array that is exporting buffers");

  const kit: ArrayKit = {
    library,
    arrays,
    surrogate,
    replace(array, start, stop, from, size) {
      const width = arrays.codeOf(array).size;
      return byteArrays.replace(arrays.bytesOf(array), start * width, stop * width, from, size);
    },
    remove(array, start, step, count) {
      const { size } = arrays.codeOf(array);
      if (count === 0) return true;
      const [first, distance] = step > 0 ? [start, step] : [start + step * (count - 1), -step];
      if (distance === 1) return kit.replace(array, first, first + count, 0, 0);
      const width = arrays.count(array);
      const kept = u8.slice(arrays.data(array), arrays.data(array) + width * size);
      const left = new Uint8Array((width - count) * size);
      for (let i = 0, at = 0; i < width; i++) {
        if (i >= first && i < first + distance * count && (i - first) % distance === 0) continue;
        left.set(kept.subarray(i * size, (i + 1) * size), at);
        at += size;
      }
      if (!kit.replace(array, 0, width, 0, left.length)) return false;
      u8.set(left, arrays.data(array));
      return true;
    },
    from(code, data, size) {
      const result = arrays.create(code);
      return kit.replace(result, 0, 0, data, size) ? result : NULL;
    },
    pick(array, start, step, count) {
      const code = arrays.codeOf(array);
      if (step === 1) return kit.from(code, arrays.data(array) + start * code.size, count * code.size);
      const result = kit.from(code, 0, count * code.size);
      if (result === NULL) return NULL;
      const [from, to] = [arrays.data(array), arrays.data(result)];
      for (let i = 0; i < count; i++) {
        const at = from + (start + i * step) * code.size;
        u8.copyWithin(to + i * code.size, at, at + code.size);
      }
      return result;
    },
    item(array, index) {
      const code = arrays.codeOf(array);
      return code.read(arrays.data(array) + index * code.size);
    },
    insert(array, index, value) {
      const code = arrays.codeOf(handles.get(array));
      const converted = code.convert(value);
      if (converted === NULL) return false;
      const now = handles.get(array);
      const at = index === "end" ? arrays.count(now) : Math.min(index, arrays.count(now));
      if (!kit.replace(now, at, at, 0, code.size)) return false;
      code.write(arrays.data(now) + at * code.size, converted);
      return true;
    },
  };
  return kit;
}
