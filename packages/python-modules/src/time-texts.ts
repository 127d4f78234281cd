import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { formatTime, type TimeFields, type TimeFormatHost } from "./time-format.js";
import type { LocalTime } from "./zone/local-time.js";

/** How many items a time tuple has. */
const ITEMS = 9;
const MOST_INT = 0x7fffffff;
/** C counts years from 1900 in an int. */
const FIRST_YEAR = -0x80000000 + 1900;

/** The limits of fields, by their place in a time tuple, and what they are called. */
const LIMITS: readonly (readonly [index: number, name: string, least: number, most: number])[] = [
  [1, "month", 1, 12],
  [2, "day of month", 1, 31],
  [3, "hour", 0, 23],
  [4, "minute", 0, 59],
  [5, "seconds", 0, 61],
  [6, "day of week", -1, MOST_INT],
  [7, "day of year", 1, 366],
];
/** Fields of which 0 stands for the first. */
const FROM_ONE = [1, 2, 7];

/** `strftime` and `asctime` of the module `time`. */
export function timeTextNatives({ realm, lists, argument }: Library, local: LocalTime): readonly NativeDefinition[] {
  const { strings, none } = realm;

  /** The items of a time tuple; undefined: raised. May collect. */
  function itemsOf(args: number, index: number, name: string): number[] | undefined {
    const tuple = (): Word => realm.valueOf(argument(args, index));
    if (!lists.isTuple(tuple())) {
      realm.raise("TypeError", "Tuple or struct_time argument required");
      return undefined;
    }
    if (lists.length(tuple()) !== ITEMS) {
      realm.raise("TypeError", `${name}(): illegal time tuple argument`);
      return undefined;
    }
    const items: number[] = [];
    for (let i = 0; i < ITEMS; i++) {
      const item = realm.index(lists.item(tuple(), i));
      if (item === NULL) return undefined;
      const value = realm.integers.toNumber(item);
      if (value > MOST_INT || value < -MOST_INT - 1) {
        const fault = value > 0 ? "greater than maximum" : "less than minimum";
        realm.raise("OverflowError", `signed integer is ${fault}`);
        return undefined;
      }
      items.push(value);
    }
    if (items[0] < FIRST_YEAR) {
      realm.raise("OverflowError", "year out of range");
      return undefined;
    }
    return items;
  }

  /** False: raised. */
  function check(items: number[]): boolean {
    for (const index of FROM_ONE) if (items[index] === 0) items[index] = 1;
    const wrong = LIMITS.find(([index, , least, most]) => items[index] < least || items[index] > most);
    if (wrong !== undefined) realm.raise("ValueError", `${wrong[1]} out of range`);
    return wrong === undefined;
  }

  /** A field that only a struct_time has, and not each; NULL: it has none. */
  function extra(args: number, name: string): Word {
    const given = argument(args, 1);
    if (given === NULL || realm.valueOf(given) === given) return NULL;
    const value = realm.findAttribute(given, realm.intern(name));
    if (value === NULL) realm.clearPending();
    return value === none ? NULL : value;
  }

  const now = (): number[] | undefined => local.fields(Math.floor(realm.platform.time()), true);

  function strftime(args: number): Word {
    const format = realm.valueOf(argument(args, 0));
    if (!strings.isString(format)) {
      const shown = realm.typeName(argument(args, 0));
      return realm.raise("TypeError", `strftime() argument 1 must be str, not ${shown}`);
    }
    const text = strings.toJS(format);
    const isNow = argument(args, 1) === NULL;
    const items = isNow ? now() : itemsOf(args, 1, "strftime");
    if (items === undefined || !check(items)) return NULL;
    if (text.includes("\0")) return realm.raise("ValueError", "embedded null character");
    const isSummer = items[8];
    const fields = fieldsOf(items);
    const seconds = (): number => local.seconds(items, isSummer);
    const result = formatTime(text, fields, {
      seconds,
      zone() {
        const zone = extra(args, "tm_zone");
        if (zone === NULL) return isSummer < 0 ? "" : local.both()[isSummer > 0 ? 1 : 0].name;
        return strings.toJS(realm.valueOf(zone));
      },
      offset() {
        if (isNow) return local.at(seconds()).offset;
        const offset = extra(args, "tm_gmtoff");
        if (offset === NULL) return isSummer < 0 ? undefined : 0;
        return realm.indexNumber(offset);
      },
    });
    return realm.str(result);
  }

  function asctime(args: number): Word {
    const items = argument(args, 0) === NULL ? now() : itemsOf(args, 0, "asctime");
    if (items === undefined || !check(items)) return NULL;
    return realm.str(formatTime("%c", fieldsOf(items), UNKNOWN));
  }

  return [
    { name: "strftime", parameters: "(format, tuple=None, /)", wording: "parse", run: strftime },
    { name: "asctime", parameters: "(tuple=None, /)", wording: "unpack", run: asctime },
  ];
}

const fieldsOf = ([year, month, day, hour, minute, second, weekday, yearDay]: readonly number[]): TimeFields => ({
  year,
  month,
  day,
  hour,
  minute,
  second,
  weekday: (weekday + 7) % 7,
  yearDay,
});

/** For formats that need nothing beside the fields. */
const UNKNOWN: TimeFormatHost = { zone: () => "", offset: () => undefined, seconds: () => 0 };
