import { type Address, NULL, type Word } from "@hotpy/memory";
import type { NativeDefinition } from "@hotpy/python-objects";
import { documented } from "./documentation.js";
import type { Kit } from "./kit.js";

/** A datetime so many microseconds later, of its class; NULL: raised. May collect. */
export type Later = (datetime: Word, microseconds: number) => Word;

/** The types tzinfo and timezone. */
export function defineZones(kit: Kit, later: Later): void {
  const { library, values, offsets, method } = kit;
  const { realm, argument } = library;
  const { none, strings, notImplementedWord } = realm;
  const { shapes, types } = values;

  const implementing = (name: string): NativeDefinition => ({
    name,
    parameters: "(self, dt, /)",
    run: () => realm.raise("NotImplementedError", `a tzinfo subclass must implement ${name}()`),
  });

  /** Whether it is a datetime of this zone; false: raised. */
  function isOwn(zone: Word, datetime: Word): boolean {
    if (!values.isDatetime(datetime)) realm.raise("TypeError", "fromutc: argument must be a datetime");
    else if (values.zone(realm.valueOf(datetime)) !== zone) realm.raise("ValueError", "fromutc: dt.tzinfo is not self");
    else return true;
    return false;
  }

  function fromUtc(zone: Word, datetime: Word): Word {
    if (!isOwn(zone, datetime)) return NULL;
    return values.keeping([zone, datetime], (self, dt) => {
      const offset = offsets.microseconds("utcoffset", self(), dt());
      if (offset === undefined) return NULL;
      if (offset === null) return realm.raise("ValueError", "fromutc: non-None utcoffset() result required");
      const summer = offsets.microseconds("dst", self(), dt());
      if (summer === undefined) return NULL;
      if (summer === null) return realm.raise("ValueError", "fromutc: non-None dst() result required");
      const standard = later(dt(), offset - summer);
      if (standard === NULL) return NULL;
      return values.keeping([standard], (result) => {
        const change = offsets.microseconds("dst", values.zone(realm.valueOf(dt())), result());
        if (change === undefined) return NULL;
        if (change === null) {
          const message = "fromutc: tz.dst() gave inconsistent results; cannot convert";
          return realm.raise("ValueError", message);
        }
        return change === 0 ? result() : later(result(), change);
      });
    });
  }

  function reduce(args: Address): Word {
    const find = (): Word => realm.findAttribute(argument(args, 0), realm.intern("__getinitargs__"));
    const getArguments = find();
    if (getArguments === NULL && realm.pending() !== NULL) return NULL;
    const given = getArguments === NULL ? realm.tuple([]) : realm.call(getArguments);
    if (given === NULL) return NULL;
    return values.keeping([given], (initial) => {
      const state = realm.callMethod(argument(args, 0), realm.intern("__getstate__"));
      return state === NULL ? NULL : realm.tuple([realm.typeOf(argument(args, 0)), initial(), state]);
    });
  }

  types.tzinfo = realm.defineType(
    documented({
      name: "tzinfo",
      module: "datetime",
      shapes: [shapes.tzinfo],
      isBase: true,
      construct: { name: "tzinfo", parameters: "(cls, /, *args, **kwargs)", run: values.tzinfo },
      methods: [
        ...["tzname", "utcoffset", "dst"].map(implementing),
        method("fromutc", "(self, dt, /)", (self, args) => fromUtc(self, argument(args, 1))),
        { name: "__reduce__", parameters: "(self, /)", receives: "self", run: reduce },
      ],
    }),
  );

  function construct(args: Address): Word {
    const [offset, name] = [argument(args, 1), argument(args, 2)];
    if (!values.isTimedelta(offset)) {
      const shown = realm.typeName(offset);
      return realm.raise("TypeError", `timezone() argument 1 must be datetime.timedelta, not ${shown}`);
    }
    if (
      name !== NULL &&
      kit.textOf(name, `timezone() argument 2 must be str, not ${realm.typeName(name)}`) === undefined
    )
      return NULL;
    return offsets.timezone(offset, name);
  }

  /** A method that takes a datetime or None, and does not look at it. */
  const forAny = (name: string, run: (zone: Word) => Word): NativeDefinition =>
    method(name, "(self, dt, /)", (self, args) => {
      const of = argument(args, 1);
      if (of === none || values.isDatetime(of)) return run(self);
      const shown = realm.typeName(of);
      return realm.raise("TypeError", `${name}(dt) argument must be a datetime instance or None, not ${shown}`);
    });

  function repr(zone: Word): Word {
    if (zone === offsets.utc()) return realm.str("datetime.timezone.utc");
    return values.keeping([zone], (self) => {
      const offset = realm.repr(values.offset(self()));
      if (offset === NULL) return NULL;
      const texts = [strings.toJS(offset)];
      if (values.name(self()) !== NULL) {
        const name = realm.repr(values.name(self()));
        if (name === NULL) return NULL;
        texts.push(strings.toJS(name));
      }
      return realm.str(`datetime.timezone(${texts.join(", ")})`);
    });
  }

  const compare = (name: string, isEqual: boolean): NativeDefinition =>
    method(name, "(self, value, /)", (self, args) => {
      const other = argument(args, 1);
      if (!values.isTimezone(other)) return notImplementedWord;
      const [a, b] = [values.offset(self), values.offset(other)].map(realm.valueOf);
      return realm.bool((kit.deltas.compare(a, b) === 0) === isEqual);
    });

  types.timezone = realm.defineType(
    documented({
      name: "timezone",
      module: "datetime",
      base: types.tzinfo,
      shapes: [shapes.timezone],
      construct: { name: "timezone", parameters: "(cls, offset, name=None)", run: construct },
      methods: [
        forAny("utcoffset", values.offset),
        forAny("tzname", offsets.textOfTimezone),
        forAny("dst", () => none),
        method("fromutc", "(self, dt, /)", (self, args) => {
          const datetime = argument(args, 1);
          if (!isOwn(self, datetime)) return NULL;
          return later(datetime, values.shortTotal(realm.valueOf(values.offset(self))));
        }),
        method("__repr__", "(self, /)", repr),
        method("__str__", "(self, /)", offsets.textOfTimezone),
        method("__hash__", "(self, /)", (self) => realm.hash(values.offset(self))),
        method("__getinitargs__", "(self, /)", (self) => {
          const [offset, name] = [values.offset(self), values.name(self)];
          return realm.tuple(name === NULL ? [offset] : [offset, name]);
        }),
        compare("__eq__", true),
        compare("__ne__", false),
      ],
    }),
  );
  const limit = (sign: number): Word => values.timezone(values.timedelta(0, sign * (23 * 3600 + 59 * 60), 0), NULL);
  realm.extendType(types.timezone, { attributes: { utc: offsets.utc(), min: limit(-1), max: limit(1) } });
}
