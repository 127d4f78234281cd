import { NULL, type Word } from "@hotpy/memory";
import { dayOfYear, weekday } from "./calendar.js";
import type { Kit } from "./kit.js";
import { six } from "./text.js";

/** `strftime()` and the tuples that it takes. All may collect. */
export interface Formats {
  /** A `time.struct_time`; NULL: raised. */
  structTime(parts: readonly number[]): Word;
  /** The parts of a struct_time: a date, a clock, the weekday, the day of the year, whether it is summer. */
  parts(date: Word, time: Word | undefined, isSummer: number): number[];
  /** The time tuple of a date or datetime, which is not a struct_time where nobody sees it; NULL: raised. */
  tupleOf(self: Word): Word;
  /**
   * What `time.strftime` makes of a format whose `%z`, `%Z` and `%f` have been filled in.
   * @param of what is shown, and what its zone is asked for: a datetime, None for a time, NULL for a date
   */
  format(self: Word, format: Word, tuple: Word, of: Word): Word;
  /** `__format__`: by the object's own `__str__` or `strftime`. */
  formatWith(self: Word, format: Word): Word;
}

export function createFormats(kit: Pick<Kit, "library" | "values" | "offsets" | "modules" | "textOf">): Formats {
  const { library, values, offsets, modules } = kit;
  const { realm } = library;
  const { strings, none } = realm;

  /** False: raised, as the text cannot be given to C. */
  const isEncodable = (text: string, word: Word): boolean =>
    !/\p{Surrogate}/u.test(text) || realm.callMethod(word, realm.intern("encode")) !== NULL;

  /** The name of a zone as part of a format; undefined: raised. */
  function zoneText(zone: Word, of: Word): string | undefined {
    const name = offsets.zoneName(zone, of);
    if (name === NULL) return undefined;
    if (name === none) return "";
    const escaped = realm.callMethod(name, realm.intern("replace"), realm.intern("%"), realm.intern("%%"));
    if (escaped === NULL) return undefined;
    const text = kit.textOf(escaped, "tzname.replace() did not return a string");
    return text !== undefined && isEncodable(text, escaped) ? text : undefined;
  }

  /** What stands for a code of the datetime's own; undefined: raised, null: the code is of `time.strftime`. */
  function replaced(code: string, self: () => Word, of: () => Word): string | null | undefined {
    const isDate = of() === NULL;
    const value = realm.valueOf(self());
    switch (code) {
      case "f":
        return six(isDate ? 0 : values.microsecond(value));
      case "z":
        return isDate ? "" : offsets.text(values.zone(value), of(), "");
      case "Z":
        return isDate ? "" : zoneText(values.zone(value), of());
      default:
        return null;
    }
  }

  function parts(date: Word, time: Word | undefined, isSummer: number): number[] {
    const [year, month, day] = [values.year(date), values.month(date), values.day(date)];
    const clock = time === undefined ? [0, 0, 0] : [values.hour(time), values.minute(time), values.second(time)];
    return [year, month, day, ...clock, weekday(year, month, day), dayOfYear(year, month, day), isSummer];
  }
  const tuple = (items: readonly number[]): Word => realm.tuple(items.map((item) => realm.int(item)));

  return {
    parts,
    structTime: (parts) => modules.call("time", "struct_time", tuple(parts)),
    tupleOf(self) {
      const type = realm.typeOf(self);
      if (type === values.types.date) return tuple(parts(self, undefined, -1));
      const isPlain =
        type === values.types.datetime && (values.zone(self) === none || values.isTimezone(values.zone(self)));
      return isPlain ? tuple(parts(self, self, -1)) : realm.callMethod(self, realm.intern("timetuple"));
    },
    format: (self, format, tuple, of) =>
      values.keeping([self, format, tuple, of], (object, text, fields, subject) => {
        const given = strings.toJS(realm.valueOf(text()));
        if (!isEncodable(given, text())) return NULL;
        let result = "";
        let start = 0;
        for (let at = given.indexOf("%"); at >= 0 && at + 1 < given.length; at = given.indexOf("%", at + 2)) {
          const filled = replaced(given[at + 1], object, subject);
          if (filled === undefined) return NULL;
          if (filled === null) continue;
          result += given.slice(start, at) + filled;
          start = at + 2;
        }
        const whole = start === 0 ? text() : realm.str(result + given.slice(start));
        return modules.call("time", "strftime", whole, fields());
      }),
    formatWith(self, format) {
      const text = realm.valueOf(format);
      if (!strings.isString(text))
        return realm.raise("TypeError", `__format__() argument 1 must be str, not ${realm.typeName(format)}`);
      if (strings.length(text) === 0) return realm.toStr(self);
      return realm.callMethod(self, realm.intern("strftime"), format);
    },
  };
}
