import { type Address, NULL, type Word } from "@hotpy/memory";
import { orderHolds } from "@hotpy/python-builtins";
import { type Comparison, MAX_ORDINAL, type NativeDefinition } from "@hotpy/python-objects";
import { EPOCH, fromIsoWeek, fromOrdinal, toIsoWeek, weekday } from "./calendar.js";
import { COMPARISONS } from "./comparisons.js";
import { documented } from "./documentation.js";
import { createIsoCalendarDates } from "./iso-calendar-date.js";
import { createIsoTexts } from "./iso-methods.js";
import { parseIsoDate } from "./iso-text.js";
import type { Kit } from "./kit.js";
import { createStates } from "./states.js";
import { ctime } from "./text.js";
import { timestampSeconds } from "./timestamps.js";
import { SECONDS_OF_DAY } from "./values.js";

/** The type date. */
export function defineDate(kit: Kit): void {
  const { library, values, numbers, formats, modules, method, localTime } = kit;
  const { realm, argument } = library;
  const { notImplementedWord, pythonKernel: kernel } = realm;
  const { shapes, types, year, month, day, datePart, isDatetime, isDate, isTimedelta } = values;
  const states = createStates(kit);
  const texts = createIsoTexts(kit);
  const isoCalendarDate = createIsoCalendarDates(library);

  function construct(args: Address): Word {
    // What has been pickled comes as the one argument.
    if (argument(args, 1) !== NULL && argument(args, 2) === NULL) {
      const state = states.read(argument(args, 1), "date");
      if (state === null) return NULL;
      if (state !== undefined) return values.date(state[0] * 256 + state[1], state[2], state[3]);
    }
    const parts = numbers.integers(args, 1, ["year", "month", "day"]);
    if (parts === undefined) return NULL;
    const [year, month, day] = parts;
    return numbers.isDate(year, month, day) ? values.date(year, month, day) : NULL;
  }

  /** So many days later, of the class that `self` has. */
  function moved(self: Word, days: number): Word {
    const ordinal = values.ordinal(realm.valueOf(self)) + days;
    if (ordinal < 1 || ordinal > MAX_ORDINAL) return realm.raise("OverflowError", "date value out of range");
    const to = fromOrdinal(ordinal);
    return values.dateOf(realm.typeOf(self), to.year, to.month, to.day);
  }

  /** Neither operand may be a datetime, which has arithmetic of its own. */
  function add(a: Word, b: Word): Word {
    if (isDatetime(a) || isDatetime(b)) return notImplementedWord;
    if (isDate(a)) return isTimedelta(b) ? moved(a, values.days(realm.valueOf(b))) : notImplementedWord;
    return isTimedelta(a) ? moved(b, values.days(realm.valueOf(a))) : notImplementedWord;
  }
  function subtract(a: Word, b: Word): Word {
    if (isDatetime(a) || isDatetime(b) || !isDate(a)) return notImplementedWord;
    if (isTimedelta(b)) return moved(a, -values.days(realm.valueOf(b)));
    if (!isDate(b)) return notImplementedWord;
    return values.timedelta(values.ordinal(realm.valueOf(a)) - values.ordinal(realm.valueOf(b)), 0, 0);
  }

  const compare =
    (comparison: Comparison) =>
    (a: Word, b: Word): Word =>
      isDate(b)
        ? realm.bool(orderHolds(comparison, datePart(realm.valueOf(a)) - datePart(realm.valueOf(b))))
        : notImplementedWord;

  const operator = (name: string, run: (a: Word, b: Word) => Word): NativeDefinition =>
    method(`__${name}__`, "(self, value, /)", (self, args) => run(self, argument(args, 1)));

  function fromTimestamp(cls: Address, seconds: number): Word {
    const local = Math.floor((seconds + localTime.at(seconds).offset) / SECONDS_OF_DAY);
    const date = fromOrdinal(local + EPOCH);
    return numbers.isDate(date.year, date.month, date.day) ? values.dateOf(cls, date.year, date.month, date.day) : NULL;
  }

  /** The date, from parts that a text or a week has. */
  const checked = (cls: Address, year: number, month: number, day: number): Word =>
    cls !== types.date && cls !== types.datetime
      ? values.dateOf(cls, year, month, day)
      : numbers.isDate(year, month, day)
        ? values.dateOf(cls, year, month, day)
        : NULL;

  const classMethods: NativeDefinition[] = [
    {
      name: "fromtimestamp",
      parameters: "(cls, timestamp, /)",
      run(args) {
        const seconds = timestampSeconds(library, argument(args, 1));
        return seconds === undefined ? NULL : fromTimestamp(argument(args, 0), seconds);
      },
    },
    {
      name: "today",
      parameters: "(cls)",
      run(args) {
        const now = modules.call("time", "time");
        if (now === NULL) return NULL;
        const cls = argument(args, 0);
        if (cls !== types.date) return realm.callMethod(cls, realm.intern("fromtimestamp"), now);
        const seconds = timestampSeconds(library, now);
        return seconds === undefined ? NULL : fromTimestamp(types.date, seconds);
      },
    },
    {
      name: "fromordinal",
      parameters: "(cls, ordinal, /)",
      wording: "parse",
      run(args) {
        const ordinal = numbers.integer(argument(args, 1));
        if (ordinal === undefined) return NULL;
        if (ordinal < 1) return realm.raise("ValueError", "ordinal must be >= 1");
        const date = fromOrdinal(ordinal);
        return checked(argument(args, 0), date.year, date.month, date.day);
      },
    },
    {
      name: "fromisoformat",
      parameters: "(cls, string, /)",
      run(args) {
        const text = kit.textOf(argument(args, 1), "fromisoformat: argument must be str");
        if (text === undefined) return NULL;
        const date = [7, 8, 10].includes(text.length) ? parseIsoDate(text, text.length) : undefined;
        if (date !== undefined) return checked(argument(args, 0), date.year, date.month, date.day);
        const shown = realm.repr(argument(args, 1));
        return shown === NULL
          ? NULL
          : realm.raise("ValueError", `Invalid isoformat string: ${realm.strings.toJS(shown)}`);
      },
    },
    {
      name: "fromisocalendar",
      parameters: "(cls, year, week, day)",
      run(args) {
        const parts = numbers.integers(args, 1, [0, 0, 0]);
        if (parts === undefined) {
          if (!realm.pendingIs("OverflowError")) return NULL;
          realm.clearPending();
          return realm.raise("ValueError", "ISO calendar component out of range");
        }
        const [year, week, weekday] = parts;
        const date = fromIsoWeek({ year, week, weekday });
        if (date === "year") return realm.raise("ValueError", `Year is out of range: ${year}`);
        if (date === "week") return realm.raise("ValueError", `Invalid week: ${week}`);
        if (date === "weekday") return realm.raise("ValueError", `Invalid day: ${weekday} (range is [1, 7])`);
        return checked(argument(args, 0), date.year, date.month, date.day);
      },
    },
  ];

  const plain = (name: string, run: (date: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    run: (args) => run(argument(args, 0)),
  });
  const weekdayOf = (date: Word): number => weekday(year(date), month(date), day(date));

  types.date = realm.defineType(
    documented({
      name: "date",
      module: "datetime",
      shapes: [shapes.date],
      isBase: true,
      construct: {
        name: "date",
        parameters: "(cls, year=None, month=None, day=None)",
        wording: "anonymous",
        run: construct,
      },
      classMethods,
      methods: [
        method("__repr__", "(self, /)", (self) => {
          const date = realm.valueOf(self);
          return realm.str(`${realm.typeName(self)}(${year(date)}, ${month(date)}, ${day(date)})`);
        }),
        method("__str__", "(self, /)", (self) =>
          realm.typeOf(self) === types.date ? texts.ofDate(self) : realm.callMethod(self, realm.intern("isoformat")),
        ),
        plain("__hash__", (date) => states.hash(states.ofDate(date))),
        plain("isoformat", texts.ofDate),
        plain("toordinal", (date) => realm.int(values.ordinal(date))),
        plain("weekday", (date) => realm.int(weekdayOf(date))),
        plain("isoweekday", (date) => realm.int(weekdayOf(date) + 1)),
        plain("isocalendar", (date) => isoCalendarDate(toIsoWeek(year(date), month(date), day(date)))),
        plain("ctime", (date) => realm.str(ctime(year(date), month(date), day(date), "00:00:00"))),
        plain("timetuple", (date) => formats.structTime(formats.parts(date, undefined, -1))),
        method("strftime", "(self, /, format)", (self, args) => {
          const format = argument(args, 1);
          if (kit.textOf(format, `strftime() argument 1 must be str, not ${realm.typeName(format)}`) === undefined)
            return NULL;
          const tuple = formats.tupleOf(self);
          if (tuple === NULL) return NULL;
          const object = argument(args, 0);
          return formats.format(object, argument(args, 1), tuple, isDatetime(object) ? object : NULL);
        }),
        {
          ...method("__format__", "(self, format_spec, /)", (self, args) =>
            formats.formatWith(self, argument(args, 1)),
          ),
          wording: "parse",
        },
        method("replace", "(self, /, year=self.year, month=self.month, day=self.day)", (self, args) => {
          const date = realm.valueOf(self);
          const parts = numbers.integers(args, 1, [year(date), month(date), day(date)]);
          if (parts === undefined || !numbers.isDate(parts[0], parts[1], parts[2])) return NULL;
          const cls = realm.typeOf(argument(args, 0));
          if (cls === types.date) return values.date(parts[0], parts[1], parts[2]);
          return kit.newOf(types.date, cls, ...parts.map((part) => realm.int(part)));
        }),
        method("__reduce__", "(self, /)", (self) =>
          realm.tuple([realm.typeOf(self), realm.tuple([states.ofDate(realm.valueOf(self))])]),
        ),
        operator("add", add),
        operator("radd", (self, other) => add(other, self)),
        operator("sub", subtract),
        operator("rsub", (self, other) => subtract(other, self)),
        ...COMPARISONS.map((comparison) => operator(comparison, compare(comparison))),
      ],
      getters: [
        { name: "year", kernel: kernel.yearOf, get: (date) => realm.int(year(date)) },
        { name: "month", kernel: kernel.monthOf, get: (date) => realm.int(month(date)) },
        { name: "day", kernel: kernel.dayOf, get: (date) => realm.int(day(date)) },
      ],
    }),
  );

  // Short cuts for objects of exactly these types.
  const { date, timedelta } = types;
  realm.defineOperator("add", date, timedelta, add, date);
  realm.defineOperator("add", timedelta, date, add, date);
  realm.defineOperator("sub", date, timedelta, subtract, date);
  realm.defineOperator("sub", date, date, subtract, date);
  for (const comparison of COMPARISONS) realm.defineComparison(comparison, date, date, compare(comparison), date);
  realm.extendType(date, {
    attributes: {
      min: values.date(1, 1, 1),
      max: values.date(9999, 12, 31),
      resolution: values.timedelta(1, 0, 0),
    },
  });
}
