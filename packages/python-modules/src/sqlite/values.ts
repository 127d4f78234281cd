import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { SqliteValue } from "@hotpy/python-objects";

/** Values between Python and SQLite. */
export interface SqliteValues {
  /** Undefined: SQLite has nothing like it. Raises OverflowError for an int of more than 64 bits; "raised" then. */
  toSqlite(word: Word): SqliteValue | undefined | "raised";
  /** `isRaw`: texts as bytes. NULL: a text is not in UTF-8; nothing is pending. Leaf. */
  toPython(value: SqliteValue, isRaw?: boolean): Word;
}

const utf8 = new TextEncoder();
const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export function createSqliteValues({ realm }: Library): SqliteValues {
  const { integers, strings, floats, bytes, buffers } = realm;
  return {
    toSqlite(word) {
      if (word === realm.none) return { kind: "null" };
      const value = realm.valueOf(word);
      if (realm.isInstance(word, realm.type("int"))) {
        const given = value === realm.bool(true) ? 1n : value === realm.bool(false) ? 0n : integers.toBigInt(value);
        if (BigInt.asIntN(64, given) === given) return { kind: "integer", value: given };
        realm.raise("OverflowError", "Python int too large to convert to SQLite INTEGER");
        return "raised";
      }
      if (floats.isFloat(value)) return { kind: "real", value: floats.value(value) };
      if (strings.isString(value)) return { kind: "text", bytes: utf8.encode(strings.toJS(value)) };
      const found = buffers.bytes(value);
      return found === undefined ? undefined : { kind: "blob", bytes: bytes.toArray(found.data, found.size) };
    },
    toPython(value, isRaw) {
      if (value.kind === "null") return realm.none;
      if (value.kind === "integer") return realm.int(value.value);
      if (value.kind === "real") return realm.float(value.value);
      if (value.kind === "blob" || isRaw === true) return bytes.fromArray(value.bytes);
      try {
        return realm.str(strict.decode(value.bytes));
      } catch {
        return NULL;
      }
    },
  };
}
