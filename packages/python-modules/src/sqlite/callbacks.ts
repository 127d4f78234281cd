import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { SqliteFailure, SqliteValue } from "@hotpy/python-objects";
import type { SqliteValues } from "./values.js";

/** Python functions that SQLite calls, by number. What they raise is lost, as in CPython: the statement fails. */
export interface SqliteCallbacks {
  /** Keeps an object; its number. */
  keep(object: Word): number;
  drop(number: number): void;
  /** Calls it with values. May collect. */
  call(number: number, given: readonly SqliteValue[]): SqliteValue | SqliteFailure;
  /** Calls a method of it; `wants` false: for what it does alone. */
  callMethod(number: number, name: string, given: readonly SqliteValue[], wants: boolean): SqliteValue | SqliteFailure;
  /** Calls it, and keeps what it makes; undefined: it has failed. */
  make(number: number): number | undefined;
  /** Calls it with a number and texts; undefined: it has failed. */
  judge(number: number, action: number, given: readonly (string | undefined)[]): number | undefined;
  /** Calls it with a text. */
  tell(number: number, text: string): void;
  /** Calls it with two texts: what it says as a number. */
  compare(number: number, left: Uint8Array, right: Uint8Array): number;
  isTrue(number: number): boolean;
}

export function createSqliteCallbacks({ realm, lists }: Library, values: SqliteValues): SqliteCallbacks {
  const kept = realm.root(realm.list([]));
  const free: number[] = [];
  const list = (): Word => realm.memory.i32[kept >>> 2];
  const at = (number: number): Word => lists.item(list(), number);
  const NOTHING: SqliteValue = { kind: "null" };

  function keep(object: Word): number {
    const number = free.pop();
    if (number !== undefined) {
      lists.setItem(list(), number, object);
      return number;
    }
    lists.append(list(), object);
    return lists.length(list()) - 1;
  }

  /** Arguments; undefined: one is no text in UTF-8. Leaf. */
  function words(given: readonly SqliteValue[]): Word[] | undefined {
    const result = given.map((each) => values.toPython(each));
    return result.includes(NULL) ? undefined : result;
  }

  function valueOf(result: Word): SqliteValue | SqliteFailure {
    const value = result === NULL ? "raised" : values.toSqlite(result);
    if (value !== "raised") return value ?? "error";
    const failure = realm.pendingIs("MemoryError") ? "memory" : realm.pendingIs("OverflowError") ? "size" : "error";
    realm.clearPending();
    return failure;
  }

  function call(number: number, given: readonly SqliteValue[]): SqliteValue | SqliteFailure {
    const args = words(given);
    return args === undefined ? "error" : valueOf(realm.call(at(number), ...args));
  }

  return {
    keep,
    drop(number) {
      lists.setItem(list(), number, realm.none);
      free.push(number);
    },
    call,
    callMethod(number, name, given, wants) {
      const isThere = realm.findAttribute(at(number), realm.intern(name)) !== NULL;
      realm.clearPending();
      if (!isThere) return "undefined";
      const args = words(given);
      if (args === undefined) return "error";
      const result = realm.callMethod(at(number), realm.intern(name), ...args);
      return wants || result === NULL ? valueOf(result) : NOTHING;
    },
    make(number) {
      const made = realm.call(at(number));
      if (made !== NULL) return keep(made);
      realm.clearPending();
      return undefined;
    },
    judge(number, action, given) {
      const texts = given.map((each) => (each === undefined ? realm.none : realm.str(each)));
      const result = realm.call(at(number), realm.int(action), ...texts);
      const said = result === NULL ? undefined : realm.indexNumber(result);
      if (said === undefined) realm.clearPending();
      return said;
    },
    tell(number, text) {
      if (realm.call(at(number), realm.str(text)) === NULL) realm.clearPending();
    },
    compare(number, left, right) {
      const said = call(number, [
        { kind: "text", bytes: left },
        { kind: "text", bytes: right },
      ]);
      if (typeof said === "string" || said.kind !== "integer") return 0;
      return said.value < 0n ? -1 : said.value > 0n ? 1 : 0;
    },
    isTrue(number) {
      const result = realm.call(at(number));
      const truth = result === NULL ? -1 : realm.truth(result);
      if (truth >= 0) return truth === 1;
      realm.clearPending();
      return true;
    },
  };
}
