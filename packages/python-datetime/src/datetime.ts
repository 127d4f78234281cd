import { type Address, NULL, type Word } from "@hotpy/memory";
import type { Comparison, NativeDefinition } from "@hotpy/python-objects";
import { EPOCH, MAX_YEAR } from "./calendar.js";
import { COMPARISONS } from "./comparisons.js";
import type { DatetimeArithmetic } from "./datetime-arithmetic.js";
import { createDatetimeConstruct } from "./datetime-construct.js";
import { documented } from "./documentation.js";
import { createIsoTexts } from "./iso-methods.js";
import type { Kit } from "./kit.js";
import type { States } from "./states.js";
import { ctime, two } from "./text.js";
import { SECONDS_OF_DAY } from "./values.js";

const PARTS = ["year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo"];

/** The type datetime. */
export function defineDatetime(kit: Kit, arithmetic: DatetimeArithmetic, states: States): void {
  const { library, values, numbers, offsets, formats, method, localTime, folds } = kit;
  const { realm, argument } = library;
  const { none, strings, pythonKernel: kernel } = realm;
  const { shapes, types, year, month, day, hour, minute, second, microsecond, fold, zone } = values;
  const texts = createIsoTexts(kit);
  const { construct, classMethods } = createDatetimeConstruct(kit, states, texts);

  function isoFormat(self: Word, args: Address): Word {
    const given = argument(args, 1);
    let separator = LETTER_T;
    if (given !== NULL) {
      const text = realm.valueOf(given);
      if (!strings.isString(text) || strings.length(text) !== 1) {
        const shown = realm.typeName(given);
        return realm.raise("TypeError", `isoformat() argument 1 must be a unicode character, not ${shown}`);
      }
      separator = strings.codeAt(strings.flat(text), 0);
    }
    const timespec = texts.timespec(argument(args, 2), 2);
    if (timespec === undefined) return NULL;
    if (separator < 128) return texts.ofDatetime(self, separator, timespec);
    const text = texts.ofDatetime(self, LETTER_T, timespec);
    if (text === NULL) return NULL;
    const [date, time] = strings.toJS(text).split("T");
    return realm.str(date + String.fromCodePoint(separator) + time);
  }

  function repr(self: Word): Word {
    const value = realm.valueOf(self);
    const fraction = microsecond(value);
    let shown = `${realm.typeName(self)}(${year(value)}, ${month(value)}, ${day(value)}, ${hour(value)}, ${minute(value)}`;
    if (fraction !== 0 || second(value) !== 0) shown += `, ${second(value)}`;
    if (fraction !== 0) shown += `, ${fraction}`;
    if (fold(value) !== 0) shown += ", fold=1";
    if (zone(value) === none) return realm.str(`${shown})`);
    const text = realm.repr(zone(value));
    return text === NULL ? NULL : realm.str(`${shown}, tzinfo=${strings.toJS(realm.valueOf(text))})`);
  }

  function replace(self: Word, args: Address): Word {
    const value = realm.valueOf(self);
    const given = fold(value);
    const parts = numbers.integers(args, 1, [
      ...[year(value), month(value), day(value), hour(value), minute(value), second(value), microsecond(value)],
    ]);
    const folds = parts === undefined ? undefined : numbers.integers(args, 9, [given]);
    if (parts === undefined || folds === undefined) return NULL;
    const object = argument(args, 0);
    const newZone = argument(args, 8) === NULL ? zone(realm.valueOf(object)) : argument(args, 8);
    if (!numbers.isDate(parts[0], parts[1], parts[2])) return NULL;
    if (!numbers.isTime(parts[3], parts[4], parts[5], parts[6], folds[0]) || !offsets.isZone(newZone)) return NULL;
    const cls = realm.typeOf(object);
    if (cls === types.datetime) {
      const date = (parts[0] << 16) | (parts[1] << 8) | parts[2];
      return values.datetime(date, values.clockOf(parts[3], parts[4], parts[5], folds[0]), parts[6], newZone);
    }
    const made = kit.newOf(types.datetime, cls, ...parts.map((part) => realm.int(part)), newZone);
    if (made !== NULL && folds[0] === 1) values.withFold(made);
    return made;
  }

  /** What clocks show as seconds since 1970. */
  const localSeconds = (value: Word): number =>
    (values.ordinal(value) - EPOCH) * SECONDS_OF_DAY + values.secondOfDay(value);

  /** When local clocks show the time, in seconds since 1970; undefined: raised. */
  function secondsOf(value: Word): number | undefined {
    const local = localSeconds(value);
    const seconds = folds.when(local, fold(value));
    if (seconds === undefined) realm.raise("ValueError", `year ${local < 0 ? 0 : MAX_YEAR + 1} is out of range`);
    return seconds;
  }

  function timestamp(self: Word): Word {
    const value = realm.valueOf(self);
    if (zone(value) === none) {
      const seconds = secondsOf(value);
      return seconds === undefined ? NULL : realm.float(seconds + microsecond(value) / 1e6);
    }
    return values.keeping([self], (object) => {
      const offset = offsets.microseconds("utcoffset", zone(realm.valueOf(object())), object());
      if (offset === undefined) return NULL;
      if (offset === null) return realm.raise("TypeError", "can't subtract offset-naive and offset-aware datetimes");
      const aware = realm.valueOf(object());
      return kit.deltas.totalSeconds(values.timedelta(0, localSeconds(aware), microsecond(aware) - offset));
    });
  }

  /** The host's zone at a time, as a timezone; NULL: raised. */
  function localZone(seconds: number): Word {
    const { offset, name } = localTime.at(seconds);
    return offsets.timezone(values.timedelta(0, offset, 0), realm.str(name));
  }

  function inZone(args: Address): Word {
    const self = (): Word => argument(args, 0);
    const value = (): Word => realm.valueOf(self());
    const given = (): Word => (argument(args, 1) === NULL ? none : argument(args, 1));
    if (!offsets.isZone(given())) return NULL;
    const own = zone(value());
    // Conversion to its own zone changes nothing.
    if (own !== none && own === given()) return self();
    let offset = offsets.microseconds("utcoffset", own, self());
    if (offset === undefined) return NULL;
    if (offset === null) {
      const seconds = secondsOf(value());
      if (seconds === undefined) return NULL;
      offset = localTime.at(seconds).offset * 1e6;
    }
    const utc = arithmetic.later(self(), -offset);
    if (utc === NULL) return NULL;
    return values.keeping([utc], (result) => {
      const to = given() === none ? localZone(localSeconds(realm.valueOf(result()))) : given();
      if (to === NULL) return NULL;
      values.setZone(realm.valueOf(result()), to);
      return realm.callMethod(to, realm.intern("fromutc"), result());
    });
  }

  function timeTuple(self: Word): Word {
    return values.keeping([self], (object) => {
      const summer = offsets.microseconds("dst", zone(realm.valueOf(object())), object());
      if (summer === undefined) return NULL;
      const value = realm.valueOf(object());
      return formats.structTime(formats.parts(value, value, summer === null ? -1 : summer === 0 ? 0 : 1));
    });
  }

  function utcTimeTuple(self: Word): Word {
    return values.keeping([self], (object) => {
      const offset = offsets.microseconds("utcoffset", zone(realm.valueOf(object())), object());
      if (offset === undefined) return NULL;
      const utc = offset === null ? object() : arithmetic.later(object(), -offset);
      if (utc === NULL) return NULL;
      const value = realm.valueOf(utc);
      return formats.structTime(formats.parts(value, value, 0));
    });
  }

  const plain = (name: string, run: (value: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    run: (args) => run(argument(args, 0)),
  });
  const whole = (name: string, run: (self: Word) => Word): NativeDefinition => method(name, "(self, /)", run);
  const operator = (name: string, run: (a: Word, b: Word) => Word): NativeDefinition =>
    method(`__${name}__`, "(self, value, /)", (self, args) => run(self, argument(args, 1)));

  types.datetime = realm.defineType(
    documented({
      name: "datetime",
      module: "datetime",
      base: types.date,
      shapes: [shapes.datetime],
      isBase: true,
      construct: {
        name: "datetime",
        parameters:
          "(cls, year=None, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)",
        wording: "anonymous",
        run: construct,
      },
      classMethods,
      methods: [
        whole("__repr__", repr),
        whole("__str__", (self) =>
          realm.typeOf(self) === types.datetime
            ? texts.ofDatetime(self, BLANK, "auto")
            : realm.callMethod(self, realm.intern("isoformat"), realm.intern(" ")),
        ),
        whole("__hash__", arithmetic.hash),
        method("isoformat", "(self, /, sep='T', timespec='auto')", isoFormat),
        plain("ctime", (value) =>
          realm.str(
            ctime(
              year(value),
              month(value),
              day(value),
              [hour(value), minute(value), second(value)].map(two).join(":"),
            ),
          ),
        ),
        plain("date", (value) => values.date(year(value), month(value), day(value))),
        plain("time", (value) => values.time(values.clockPart(value), microsecond(value), none)),
        plain("timetz", (value) => values.time(values.clockPart(value), microsecond(value), zone(value))),
        whole("timestamp", timestamp),
        whole("timetuple", timeTuple),
        whole("utctimetuple", utcTimeTuple),
        whole("utcoffset", (self) => offsets.ask("utcoffset", zone(realm.valueOf(self)), self)),
        whole("dst", (self) => offsets.ask("dst", zone(realm.valueOf(self)), self)),
        whole("tzname", (self) => offsets.zoneName(zone(realm.valueOf(self)), self)),
        { name: "astimezone", parameters: "(self, /, tz=None)", receives: "self", run: inZone },
        method(
          "replace",
          `(self, /, ${PARTS.map((part) => `${part}=self.${part}`).join(", ")}, *, fold=self.fold)`,
          replace,
        ),
        ...kit.reducing(states.ofDatetime),
        operator("add", arithmetic.add),
        operator("radd", (self, other) => arithmetic.add(other, self)),
        operator("sub", arithmetic.subtract),
        operator("rsub", (self, other) => arithmetic.subtract(other, self)),
        ...COMPARISONS.map((comparison) => operator(comparison, (a, b) => arithmetic.compare(comparison, a, b))),
      ],
      getters: [
        { name: "hour", kernel: kernel.hourOf, get: (value) => realm.int(hour(value)) },
        { name: "minute", kernel: kernel.minuteOf, get: (value) => realm.int(minute(value)) },
        { name: "second", kernel: kernel.secondOf, get: (value) => realm.int(second(value)) },
        { name: "microsecond", kernel: kernel.microsecondOf, get: (value) => realm.int(microsecond(value)) },
        { name: "tzinfo", get: zone },
        { name: "fold", get: (value) => realm.int(fold(value)) },
      ],
    }),
  );

  // Short cuts for objects of exactly these types.
  const { datetime, date, timedelta } = types;
  realm.defineOperator("add", datetime, timedelta, arithmetic.add, datetime);
  realm.defineOperator("add", timedelta, datetime, arithmetic.add, datetime);
  realm.defineOperator("sub", datetime, timedelta, arithmetic.subtract, datetime);
  realm.defineOperator("sub", datetime, datetime, arithmetic.subtract, datetime);
  for (const comparison of COMPARISONS) {
    const meaning = (a: Word, b: Word): Word => arithmetic.compare(comparison, a, b);
    realm.defineComparison(comparison, datetime, datetime, meaning, datetime);
    realm.defineComparison(comparison, datetime, date, meaning, datetime);
    // The right operand, whose type refines the left's, is asked first.
    realm.defineComparison(
      comparison,
      date,
      datetime,
      (a, b) => arithmetic.compare(EXCHANGED[comparison], b, a),
      datetime,
    );
  }
  realm.extendType(datetime, {
    attributes: {
      min: values.datetime((1 << 16) | (1 << 8) | 1, 0, 0, none),
      max: values.datetime((9999 << 16) | (12 << 8) | 31, values.clockOf(23, 59, 59, 0), 999_999, none),
      resolution: values.timedelta(0, 0, 1),
    },
  });
}

const LETTER_T = 84;
const BLANK = 32;
const EXCHANGED: Readonly<Record<Comparison, Comparison>> = {
  eq: "eq",
  ne: "ne",
  lt: "gt",
  le: "ge",
  gt: "lt",
  ge: "le",
};
