import { type Address, NULL, type Word } from "@hotpy/memory";
import { orderHolds } from "@hotpy/python-builtins";
import type { Comparison, NativeDefinition } from "@hotpy/python-objects";
import { COMPARISONS } from "./comparisons.js";
import { documented } from "./documentation.js";
import { createIsoTexts } from "./iso-methods.js";
import { parseIsoTime } from "./iso-text.js";
import type { Kit } from "./kit.js";
import { createStates } from "./states.js";

/** The type time. */
export function defineTime(kit: Kit): void {
  const { library, values, numbers, offsets, formats, method } = kit;
  const { realm, argument } = library;
  const { none, notImplementedWord, pythonKernel: kernel } = realm;
  const { shapes, types, hour, minute, second, microsecond, fold, zone } = values;
  const states = createStates(kit);
  const texts = createIsoTexts(kit);

  function construct(args: Address): Word {
    const first = argument(args, 1);
    // What has been pickled comes as the first argument, the second may be a zone.
    if (first !== NULL && argument(args, 3) === NULL) {
      const state = states.read(first, "time");
      if (state === null) return NULL;
      if (state !== undefined) {
        const zone = argument(args, 2) === NULL ? none : argument(args, 2);
        if (zone !== none && !values.isTzinfo(zone)) return realm.raise("TypeError", "bad tzinfo state arg");
        const clock = values.clockOf(state[0] & 127, state[1], state[2], state[0] >> 7);
        return values.time(clock, (state[3] << 16) | (state[4] << 8) | state[5], zone);
      }
    }
    const parts = numbers.integers(args, 1, [0, 0, 0, 0]);
    const folds = parts === undefined ? undefined : numbers.integers(args, 6, [0]);
    if (parts === undefined || folds === undefined) return NULL;
    const [hour, minute, second, microsecond] = parts;
    if (!numbers.isTime(hour, minute, second, microsecond, folds[0])) return NULL;
    const zone = argument(args, 5) === NULL ? none : argument(args, 5);
    if (!offsets.isZone(zone)) return NULL;
    return values.time(values.clockOf(hour, minute, second, folds[0]), microsecond, zone);
  }

  function repr(self: Word): Word {
    const time = realm.valueOf(self);
    const fraction = microsecond(time);
    const end = fold(time) === 0 ? ")" : ", fold=1)";
    let shown = `${realm.typeName(self)}(${hour(time)}, ${minute(time)}`;
    if (fraction !== 0 || second(time) !== 0) shown += `, ${second(time)}`;
    if (fraction !== 0) shown += `, ${fraction}`;
    if (zone(time) === none) return realm.str(shown + end);
    const text = realm.repr(zone(time));
    return text === NULL ? NULL : realm.str(`${shown}, tzinfo=${realm.strings.toJS(realm.valueOf(text))}${end}`);
  }

  /** Parts from hours to microseconds, as one number. */
  const total = (time: Word): number => values.secondOfDay(time) * 1e6 + microsecond(time);

  function compare(comparison: Comparison, a: Word, b: Word): Word {
    if (!values.isTime(b)) return notImplementedWord;
    const [x, y] = [realm.valueOf(a), realm.valueOf(b)];
    const result = (difference: number): Word => realm.bool(orderHolds(comparison, difference));
    if (zone(x) === zone(y)) return result(total(x) - total(y));
    return values.keeping([x, y], (left, right) => {
      const leftOffset = offsets.microseconds("utcoffset", zone(left()), none);
      if (leftOffset === undefined) return NULL;
      const rightOffset = offsets.microseconds("utcoffset", zone(right()), none);
      if (rightOffset === undefined) return NULL;
      if (leftOffset === rightOffset) return result(total(left()) - total(right()));
      if (leftOffset !== null && rightOffset !== null)
        return result(total(left()) - leftOffset - (total(right()) - rightOffset));
      if (comparison === "eq" || comparison === "ne") return realm.bool(comparison === "ne");
      return realm.raise("TypeError", "can't compare offset-naive and offset-aware times");
    });
  }

  function hash(self: Word): Word {
    const naive = realm.valueOf(self);
    if (zone(naive) === none) return states.hash(states.ofTime(naive, false));
    return values.keeping([self], (object) => {
      // Both of two times that clocks show twice are equal.
      const plain = fold(realm.valueOf(object())) === 0 ? object() : withoutFold(realm.valueOf(object()));
      const offset = offsets.microseconds("utcoffset", zone(realm.valueOf(plain)), none);
      if (offset === undefined) return NULL;
      const time = realm.valueOf(object());
      if (offset === null) return states.hash(states.ofTime(time, false));
      return realm.hash(values.timedelta(0, 0, total(time) - offset));
    });
  }
  const withoutFold = (time: Word): Word => values.time(values.plainClock(time), microsecond(time), zone(time));

  function replace(self: Word, args: Address): Word {
    const time = realm.valueOf(self);
    const [fraction, given] = [microsecond(time), fold(time)];
    const parts = numbers.integers(args, 1, [hour(time), minute(time), second(time), fraction]);
    const folds = parts === undefined ? undefined : numbers.integers(args, 6, [given]);
    if (parts === undefined || folds === undefined) return NULL;
    const object = argument(args, 0);
    const newZone = argument(args, 5) === NULL ? zone(realm.valueOf(object)) : argument(args, 5);
    if (!numbers.isTime(parts[0], parts[1], parts[2], parts[3], folds[0]) || !offsets.isZone(newZone)) return NULL;
    const cls = realm.typeOf(object);
    if (cls === types.time)
      return values.time(values.clockOf(parts[0], parts[1], parts[2], folds[0]), parts[3], newZone);
    const made = kit.newOf(types.time, cls, ...parts.map((part) => realm.int(part)), newZone);
    if (made !== NULL && folds[0] === 1) values.withFold(made);
    return made;
  }

  function fromIsoFormat(args: Address): Word {
    const text = kit.textOf(argument(args, 1), "fromisoformat: argument must be str");
    if (text === undefined) return NULL;
    const time = parseIsoTime(text, text.startsWith("T") ? 1 : 0);
    if (time === undefined) return texts.invalid(argument(args, 1));
    const zone = texts.zoneOf(time.offset);
    if (zone === NULL) return NULL;
    const cls = argument(args, 0);
    const isExact = cls === types.time;
    if (isExact && !numbers.isTime(time.hour, time.minute, time.second, time.microsecond, 0)) return NULL;
    return values.timeOf(cls, values.clockOf(time.hour, time.minute, time.second, 0), time.microsecond, zone);
  }

  const asked = (name: string, ask: (zone: Word) => Word): NativeDefinition => ({
    name,
    parameters: "(self, /)",
    run: (args) => ask(zone(argument(args, 0))),
  });

  types.time = realm.defineType(
    documented({
      name: "time",
      module: "datetime",
      shapes: [shapes.time],
      isBase: true,
      construct: {
        name: "time",
        parameters: "(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0)",
        wording: "anonymous",
        run: construct,
      },
      classMethods: [{ name: "fromisoformat", parameters: "(cls, string, /)", run: fromIsoFormat }],
      methods: [
        method("__repr__", "(self, /)", repr),
        method("__str__", "(self, /)", (self) =>
          realm.typeOf(self) === types.time
            ? texts.ofTime(self, "auto")
            : realm.callMethod(self, realm.intern("isoformat")),
        ),
        method("__hash__", "(self, /)", hash),
        {
          name: "isoformat",
          parameters: "(self, /, timespec='auto')",
          run(args) {
            const timespec = texts.timespec(argument(args, 1), 1);
            return timespec === undefined ? NULL : texts.ofTime(argument(args, 0), timespec);
          },
        },
        method("strftime", "(self, /, format)", (self, args) => {
          const format = argument(args, 1);
          if (kit.textOf(format, `strftime() argument 1 must be str, not ${realm.typeName(format)}`) === undefined)
            return NULL;
          const time = realm.valueOf(self);
          // A date that all systems can show.
          const parts = [1900, 1, 1, hour(time), minute(time), second(time), 0, 1, -1];
          return formats.format(self, format, realm.tuple(parts.map((part) => realm.int(part))), none);
        }),
        {
          ...method("__format__", "(self, format_spec, /)", (self, args) =>
            formats.formatWith(self, argument(args, 1)),
          ),
          wording: "parse",
        },
        asked("utcoffset", (zone) => offsets.ask("utcoffset", zone, none)),
        asked("dst", (zone) => offsets.ask("dst", zone, none)),
        asked("tzname", (zone) => offsets.zoneName(zone, none)),
        method(
          "replace",
          "(self, /, hour=self.hour, minute=self.minute, second=self.second, microsecond=self.microsecond, tzinfo=self.tzinfo, *, fold=self.fold)",
          replace,
        ),
        ...kit.reducing(states.ofTime),
        ...COMPARISONS.map((comparison) =>
          method(`__${comparison}__`, "(self, value, /)", (self, args) => compare(comparison, self, argument(args, 1))),
        ),
      ],
      getters: [
        { name: "hour", kernel: kernel.hourOf, get: (time) => realm.int(hour(time)) },
        { name: "minute", kernel: kernel.minuteOf, get: (time) => realm.int(minute(time)) },
        { name: "second", kernel: kernel.secondOf, get: (time) => realm.int(second(time)) },
        { name: "microsecond", kernel: kernel.microsecondOf, get: (time) => realm.int(microsecond(time)) },
        { name: "tzinfo", get: zone },
        { name: "fold", get: (time) => realm.int(fold(time)) },
      ],
    }),
  );
  for (const comparison of COMPARISONS)
    realm.defineComparison(comparison, types.time, types.time, (a, b) => compare(comparison, a, b), types.time);
  realm.extendType(types.time, {
    attributes: {
      min: values.time(0, 0, none),
      max: values.time(values.clockOf(23, 59, 59, 0), 999_999, none),
      resolution: values.timedelta(0, 0, 1),
    },
  });
}
