import type { Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";
import { structSequence } from "./struct-sequence.js";
import { localTimeOf } from "./zone/local-time.js";

/// What `time` says of dates: struct_time, and its conversions from seconds and to text.

/** The part of the module that is written in Python. */
export const CALENDAR_SOURCE = `
${structSequence(
  "time",
  "struct_time",
  ["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"],
  { hidden: ["tm_zone", "tm_gmtoff"] },
)}
def seconds_of(seconds):
    if seconds is None:
        return now()
    if not isinstance(seconds, (int, float)):
        raise TypeError(f"'{type(seconds).__name__}' object cannot be interpreted as an integer")
    if seconds != seconds:
        raise ValueError('Invalid value NaN (not a number)')
    if not -67768040609740800 <= seconds <= 67768036191676799:
        raise OverflowError('timestamp out of range for platform time_t')
    return seconds // 1

def gmtime(seconds):
    return struct_time(fields_of(float(seconds_of(seconds)), False))

def localtime(seconds):
    return struct_time(fields_of(float(seconds_of(seconds)), True))

def fields_in(given, name):
    if given is None:
        return localtime(None)
    if not isinstance(given, tuple):
        raise TypeError('Tuple or struct_time argument required')
    if len(given) < 9:
        raise TypeError(f'{name}(): illegal time tuple argument')
    return given

def mktime(given):
    fields = fields_in(given, 'mktime')
    return local_seconds(*[float(each) for each in fields[:6]], float(fields[8]))

def ctime(seconds):
    return asctime(localtime(seconds))

def strptime(string, format):
    import _strptime
    return _strptime._strptime_time(string, format or '%a %b %d %H:%M:%S %Y')
`;

/** What the Python part asks of the host: its clock and its time zone. */
export function calendarNatives({ realm, argument }: Library): readonly NativeDefinition[] {
  const localTime = localTimeOf(realm);
  const number = (args: number, index: number): number => realm.floats.value(argument(args, index));

  /** Year to day of the year, whether it is summer, the zone's name and its offset. */
  function fieldsOf(args: number): Word {
    const seconds = number(args, 0);
    const isLocal = argument(args, 1) === realm.bool(true);
    const numbers = localTime.fields(seconds, isLocal);
    if (numbers === undefined) return realm.raise("OverflowError", "timestamp out of range for platform time_t");
    const period = localTime.at(seconds);
    const zone = realm.str(isLocal ? period.name : "GMT");
    const offset = realm.int(isLocal ? period.offset : 0);
    return realm.tuple([...numbers.map((each) => realm.int(each)), zone, offset]);
  }

  function localSeconds(args: number): Word {
    const fields = [0, 1, 2, 3, 4, 5].map((index) => number(args, index));
    const seconds = localTime.seconds(fields, number(args, 6));
    return Number.isNaN(seconds) ? realm.raise("OverflowError", "mktime argument out of range") : realm.float(seconds);
  }

  return [
    { name: "now", parameters: "()", run: () => realm.float(Math.floor(realm.platform.time())) },
    { name: "fields_of", parameters: "(seconds, is_local, /)", run: fieldsOf },
    { name: "local_seconds", parameters: "(year, month, day, hour, minute, second, is_summer, /)", run: localSeconds },
  ];
}

/** `timezone`, `altzone`, `daylight` and `tzname`. */
export function zoneAttributes({ realm }: Library): Record<string, Word> {
  const [standard, summer] = localTimeOf(realm).both();
  const names = [standard, summer].map(({ name }) => realm.str(name));
  return {
    timezone: realm.int(0 - standard.offset),
    altzone: realm.int(0 - summer.offset),
    daylight: realm.int(standard.offset === summer.offset ? 0 : 1),
    tzname: realm.tuple(names),
  };
}
