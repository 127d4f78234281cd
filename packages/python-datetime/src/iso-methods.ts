import { NULL, type Word } from "@hotpy/memory";
import type { Kit } from "./kit.js";
import { clockText } from "./text.js";

/** What the methods `isoformat` and `fromisoformat` of times and datetimes share. */
export interface IsoTexts {
  /** The argument `timespec`, or "auto"; undefined: raised. */
  timespec(word: Word, position: number): string | undefined;
  /** A time's text with its offset; NULL: raised. May collect. */
  ofTime(time: Word, timespec: string): Word;
  /** The same of the time that a datetime has, as JavaScript's text; undefined: raised. */
  clock(time: Word, timespec: string): string | undefined;
  /** None, or the timezone of an offset that a text had; NULL: raised. */
  zoneOf(offset: number | undefined): Word;
  /** Raises ValueError. May collect. */
  invalid(text: Word): typeof NULL;
}

export function createIsoTexts(kit: Kit): IsoTexts {
  const { library, values, offsets } = kit;
  const { realm } = library;
  const { hour, minute, second, microsecond, zone } = values;

  function clock(time: Word, timespec: string): string | undefined {
    const text = clockText(hour(time), minute(time), second(time), microsecond(time), timespec);
    if (text === undefined) realm.raise("ValueError", "Unknown timespec value");
    return text;
  }

  return {
    clock,
    timespec(word, position) {
      if (word === NULL) return "auto";
      return kit.textOf(word, `isoformat() argument ${position} must be str, not ${realm.typeName(word)}`);
    },
    ofTime(time, timespec) {
      const text = clock(time, timespec);
      if (text === undefined) return NULL;
      const offset = offsets.text(zone(time), realm.none, ":");
      return offset === undefined ? NULL : realm.str(text + offset);
    },
    zoneOf(offset) {
      if (offset === undefined) return realm.none;
      return offsets.timezone(values.timedelta(0, 0, offset), NULL);
    },
    invalid(text) {
      const shown = realm.repr(text);
      if (shown === NULL) return NULL;
      return realm.raise("ValueError", `Invalid isoformat string: ${realm.strings.toJS(shown)}`);
    },
  };
}
