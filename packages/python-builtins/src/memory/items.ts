import { NULL, type Word } from "@hotpy/memory";
import { type Realm, SHAPE_BYTE_STRING } from "@hotpy/python-objects";
import { toDouble } from "../numbers/convert.js";
import { formatOf, type ItemFormat } from "./formats.js";
import type { View } from "./views.js";

/** Items of memoryviews as objects. */
export interface Items {
  /** The format of a view's items; undefined: raised, there is no object for such. Leaf. */
  format(view: View): ItemFormat | undefined;
  /** The object of an item at an address. Leaf. */
  read(format: ItemFormat, at: number): Word;
  /** What is to be written for an object; undefined: raised. May collect. */
  convert(format: ItemFormat, name: string, value: Word): number | bigint | undefined;
  write(format: ItemFormat, at: number, value: number | bigint): void;
}

export function createItems(realm: Realm): Items {
  const { memory, bytes, integers } = realm;
  const data = new DataView(memory.wasm.buffer);

  return {
    format(view) {
      const found = formatOf(view.format);
      if (found === undefined) realm.raise("NotImplementedError", `memoryview: format ${view.format} not supported`);
      return found;
    },
    read(format, at) {
      if (format.kind === "char") return bytes.from(SHAPE_BYTE_STRING, at, 1);
      const value = format.read(data, at);
      if (format.kind === "bool") return realm.bool(value !== 0);
      return format.kind === "float" ? realm.float(Number(value)) : realm.int(value);
    },
    convert(format, name, given) {
      const wrongType = (): undefined => {
        realm.raise("TypeError", `memoryview: invalid type for format '${name}'`);
        return undefined;
      };
      const wrongValue = (): undefined => {
        realm.raise("ValueError", `memoryview: invalid value for format '${name}'`);
        return undefined;
      };
      if (format.kind === "bool") {
        const truth = realm.truth(given);
        return truth < 0 ? undefined : truth;
      }
      if (format.kind === "char") {
        const value = realm.valueOf(given);
        if (!bytes.isBytes(value)) return wrongType();
        return bytes.size(value) === 1 ? memory.u8[bytes.data(value) >>> 0] : wrongValue();
      }
      if (format.kind === "float") {
        const value = toDouble(realm, given);
        if (value !== undefined) return value;
        if (!realm.pendingIs("TypeError")) return undefined;
        realm.clearPending();
        return wrongType();
      }
      const isInteger = integers.isInteger(realm.valueOf(given));
      if (!isInteger && realm.lookupOnType(realm.typeOf(given), realm.intern("__index__")) === NULL) return wrongType();
      const index = realm.index(given);
      if (index === NULL) return undefined;
      const value = integers.toBigInt(index);
      return value < format.least || value > format.most ? wrongValue() : value;
    },
    write: (format, at, value) => format.write(data, at, value),
  };
}
