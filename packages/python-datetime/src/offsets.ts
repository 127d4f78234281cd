import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import { offsetText } from "./text.js";
import { MICROSECONDS_OF_DAY, type Values } from "./values.js";

/** What a datetime or time asks its zone. */
export type OffsetName = "utcoffset" | "dst";

/** What zones say. All may collect where a zone is of a class in Python, else they are leaf. */
export interface Offsets {
  /** None or a timedelta of less than a day; NULL: raised. `of` is a datetime, or None. */
  ask(name: OffsetName, zone: Word, of: Word): Word;
  /** The same in microseconds; null: None, undefined: raised. */
  microseconds(name: OffsetName, zone: Word, of: Word): number | null | undefined;
  /** None or a str; NULL: raised. */
  zoneName(zone: Word, of: Word): Word;
  /** What `isoformat` and `strftime` show of the offset; undefined: raised. */
  text(zone: Word, of: Word, separator: string): string | undefined;
  /** None or a tzinfo; false: raised. */
  isZone(zone: Word): boolean;
  /** The timezone UTC. */
  utc(): Word;
  /** A timezone of an offset, a timedelta, and a name or NULL. NULL: raised. May collect. */
  timezone(offset: Word, name: Word): Word;
  /** The text of a timezone, as str() has it. */
  textOfTimezone(zone: Word): Word;
}

export function createOffsets(library: Library, values: Values): Offsets {
  const { realm } = library;
  const { none, strings } = realm;

  function check(name: OffsetName, result: Word): Word {
    if (result === NULL || result === none) return result;
    if (!values.isTimedelta(result)) {
      const shown = realm.typeName(result);
      return realm.raise("TypeError", `tzinfo.${name}() must return None or timedelta, not '${shown}'`);
    }
    if (isShort(realm.valueOf(result))) return result;
    return realm.raise(
      "ValueError",
      "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24).",
    );
  }

  const isShort = (delta: Word): boolean => Math.abs(values.shortTotal(delta)) < MICROSECONDS_OF_DAY;

  function ask(name: OffsetName, zone: Word, of: Word): Word {
    if (zone === none) return none;
    if (values.isTimezone(zone)) return name === "dst" ? none : values.offset(zone);
    return check(name, realm.callMethod(zone, realm.intern(name), of));
  }

  function microseconds(name: OffsetName, zone: Word, of: Word): number | null | undefined {
    const result = ask(name, zone, of);
    if (result === NULL) return undefined;
    return result === none ? null : values.shortTotal(realm.valueOf(result));
  }

  function textOfTimezone(zone: Word): Word {
    const name = values.name(zone);
    if (name !== NULL) return name;
    const offset = values.shortTotal(realm.valueOf(values.offset(zone)));
    return realm.str(offset === 0 ? "UTC" : `UTC${offsetText(offset, ":")}`);
  }

  const utcSlot = realm.root(NULL);
  function utc(): Word {
    const { i32 } = realm.memory;
    if (i32[utcSlot >>> 2] === NULL) i32[utcSlot >>> 2] = values.timezone(values.timedelta(0, 0, 0), NULL);
    return i32[utcSlot >>> 2];
  }

  return {
    ask,
    utc,
    timezone(offset, name) {
      const delta = realm.valueOf(offset);
      if (name === NULL && values.isZero(delta)) return utc();
      if (isShort(delta)) return values.timezone(offset, name);
      const shown = realm.repr(offset);
      if (shown === NULL) return NULL;
      return realm.raise(
        "ValueError",
        `offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not ${strings.toJS(shown)}.`,
      );
    },
    microseconds,
    textOfTimezone,
    zoneName(zone, of) {
      if (zone === none) return none;
      if (values.isTimezone(zone)) return textOfTimezone(zone);
      const result = realm.callMethod(zone, realm.intern("tzname"), of);
      if (result === NULL || result === none || strings.isString(realm.valueOf(result))) return result;
      const shown = realm.typeName(result);
      return realm.raise("TypeError", `tzinfo.tzname() must return None or a string, not '${shown}'`);
    },
    text(zone, of, separator) {
      if (zone === none) return "";
      const offset = microseconds("utcoffset", zone, of);
      if (offset === undefined) return undefined;
      return offset === null ? "" : offsetText(offset, separator);
    },
    isZone(zone) {
      if (zone === none || values.isTzinfo(zone)) return true;
      const shown = realm.typeName(zone);
      realm.raise("TypeError", `tzinfo argument must be None or of a tzinfo subclass, not type '${shown}'`);
      return false;
    },
  };
}
