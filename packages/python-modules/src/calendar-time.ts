import { NULL, type Word } from "@hotpy/memory";
import type { Library } from "@hotpy/python-builtins";
import type { NativeDefinition } from "@hotpy/python-objects";

/// What `time` says of dates: struct_time, and its conversions from seconds and to text.

/** The part of the module that is written in Python. */
export const CALENDAR_SOURCE = `
class struct_time(tuple):
    __module__ = 'time'
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')
    def __new__(cls, sequence, dict=None):
        values = tuple(sequence)
        if len(values) < 9:
            raise TypeError(f'time.struct_time() takes an at least 9-sequence ({len(values)}-sequence given)')
        if len(values) > 11:
            raise TypeError(f'time.struct_time() takes an at most 11-sequence ({len(values)}-sequence given)')
        self = tuple.__new__(cls, values[:9])
        self.tm_zone = values[9] if len(values) > 9 else None
        self.tm_gmtoff = values[10] if len(values) > 10 else None
        return self
    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    def __repr__(self):
        parts = [f'{name}={value!r}' for name, value in zip(self.__match_args__, self)]
        return f"time.struct_time({', '.join(parts)})"
    def __reduce__(self):
        return struct_time, (tuple(self) + (self.tm_zone, self.tm_gmtoff),)

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
    return local_seconds(*[float(each) for each in fields[:6]])

def days():
    return 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'

def months():
    return ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
            'November', 'December')

def asctime(given):
    year, month, day, hour, minute, second, weekday = fields_in(given, 'asctime')[:7]
    return f'{days()[weekday][:3]} {months()[month - 1][:3]} {day:2} {hour:02}:{minute:02}:{second:02} {year}'

def ctime(seconds):
    return asctime(localtime(seconds))

def week_of_iso(year, weekday, yday):
    thursday = yday - weekday + 3
    if thursday < 1:
        year -= 1
        thursday += 366 if is_leap(year) else 365
    elif thursday > (366 if is_leap(year) else 365):
        thursday -= 366 if is_leap(year) else 365
        year += 1
    return year, (thursday - 1) // 7 + 1

def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)

def checked_fields(fields):
    limits = (('month', 1, 12), ('day of month', 1, 31), ('hour', 0, 23), ('minute', 0, 59), ('seconds', 0, 61),
              ('day of week', -1, None), ('day of year', 1, 366))
    result = list(fields[:9])
    for index, smallest in ((1, 1), (2, 1), (7, 1)):
        if result[index] == 0:
            result[index] = smallest
    for (name, least, most), value in zip(limits, result[1:8]):
        if value < least or most is not None and value > most:
            raise ValueError(f'{name} out of range')
    result[6] %= 7
    return result

def strftime(format, given):
    fields = fields_in(given, 'strftime')
    zone, offset = getattr(fields, 'tm_zone', None), getattr(fields, 'tm_gmtoff', None)
    year, month, day, hour, minute, second, weekday, yday, isdst = checked_fields(fields)
    if zone is None:
        zone = fields_of(float(local_seconds(*[float(each) for each in (year, month, day, hour, minute, second)])), True)[9]
    twelve = hour % 12 or 12
    parts = []
    index = 0
    while index < len(format):
        char = format[index]
        index += 1
        if char != '%' or index == len(format):
            parts.append(char)
            continue
        code = format[index]
        index += 1
        pads = True
        if code == '-' and index < len(format):
            pads = False
            code = format[index]
            index += 1
        match code:
            case 'a': text = days()[weekday][:3]
            case 'A': text = days()[weekday]
            case 'b' | 'h': text = months()[month - 1][:3]
            case 'B': text = months()[month - 1]
            case 'c': text = f'{days()[weekday][:3]} {months()[month - 1][:3]} {day:2} {hour:02}:{minute:02}:{second:02} {year}'
            case 'C': text = f'{year // 100:02}'
            case 'd': text = f'{day:02}'
            case 'D' | 'x': text = f'{month:02}/{day:02}/{year % 100:02}'
            case 'e': text = f'{day:2}'
            case 'F': text = f'{year}-{month:02}-{day:02}'
            case 'g': text = f'{week_of_iso(year, weekday, yday)[0] % 100:02}'
            case 'G': text = f'{week_of_iso(year, weekday, yday)[0]}'
            case 'H': text = f'{hour:02}'
            case 'I': text = f'{twelve:02}'
            case 'j': text = f'{yday:03}'
            case 'k': text = f'{hour:2}'
            case 'l': text = f'{twelve:2}'
            case 'm': text = f'{month:02}'
            case 'M': text = f'{minute:02}'
            case 'n': text = chr(10)
            case 'p': text = 'AM' if hour < 12 else 'PM'
            case 'P': text = 'am' if hour < 12 else 'pm'
            case 'r': text = f"{twelve:02}:{minute:02}:{second:02} {'AM' if hour < 12 else 'PM'}"
            case 'R': text = f'{hour:02}:{minute:02}'
            case 's': text = str(int(mktime(tuple(fields))))
            case 'S': text = f'{second:02}'
            case 't': text = chr(9)
            case 'T' | 'X': text = f'{hour:02}:{minute:02}:{second:02}'
            case 'u': text = str(weekday + 1)
            case 'U': text = f'{(yday + 6 - (weekday + 1) % 7) // 7:02}'
            case 'V': text = f'{week_of_iso(year, weekday, yday)[1]:02}'
            case 'w': text = str((weekday + 1) % 7)
            case 'W': text = f'{(yday + 6 - weekday) // 7:02}'
            case 'y': text = f'{year % 100:02}'
            case 'Y': text = str(year)
            case 'z':
                total = offset or 0
                text = f"{'-' if total < 0 else '+'}{abs(total) // 3600:02}{abs(total) % 3600 // 60:02}"
            case 'Z': text = zone or ''
            case '%': text = '%'
            case _: text = '%' + ('' if pads else '-') + code
        parts.append(text if pads or not text[:1] in ('0', ' ') else text.lstrip('0 ') or '0')
    return ''.join(parts)

def strptime(string, format):
    import _strptime
    return _strptime._strptime_time(string, format or '%a %b %d %H:%M:%S %Y')
`;

/** Days from the beginning of a year. */
const dayOfYear = (year: number, time: number): number => Math.floor((time - Date.UTC(year, 0, 1)) / 86_400_000) + 1;

/** Seconds east of Greenwich of a local time. */
const offsetOf = (date: Date): number => -date.getTimezoneOffset() * 60;

/** Whether daylight saving time holds: the offset is more than in one of the two solstices. */
function isSaving(date: Date): boolean {
  const [winter, summer] = [0, 6].map((month) => offsetOf(new Date(date.getFullYear(), month, 1)));
  return winter !== summer && offsetOf(date) === Math.max(winter, summer);
}

function zoneOf(date: Date): string {
  if (offsetOf(date) === 0) return "UTC";
  const part = new Intl.DateTimeFormat("en-US", { timeZoneName: "short" })
    .formatToParts(date)
    .find(({ type }) => type === "timeZoneName");
  return part?.value ?? "";
}

/** What the Python part asks of the host: its clock and its time zone. */
export function calendarNatives({ realm, argument }: Library): readonly NativeDefinition[] {
  const number = (args: number, index: number): number => realm.floats.value(argument(args, index));

  /** Year to day of the year, whether it is summer, the zone's name and its offset. */
  function fieldsOf(args: number): Word {
    const seconds = number(args, 0);
    const isLocal = argument(args, 1) === realm.bool(true);
    const date = new Date(seconds * 1000);
    if (Number.isNaN(date.getTime())) return realm.raise("OverflowError", "timestamp out of range for platform time_t");
    const offset = isLocal ? offsetOf(date) : 0;
    const shifted = new Date(date.getTime() + offset * 1000);
    const year = shifted.getUTCFullYear();
    const numbers = [
      year,
      shifted.getUTCMonth() + 1,
      shifted.getUTCDate(),
      shifted.getUTCHours(),
      shifted.getUTCMinutes(),
      shifted.getUTCSeconds(),
      (shifted.getUTCDay() + 6) % 7,
      dayOfYear(year, shifted.getTime()),
      isLocal && isSaving(date) ? 1 : 0,
    ];
    const zone = realm.str(isLocal ? zoneOf(date) : "UTC");
    return realm.tuple([...numbers.map((each) => realm.int(each)), zone, realm.int(offset)]);
  }

  function localSeconds(args: number): Word {
    const [year, month, day, hour, minute, second] = [0, 1, 2, 3, 4, 5].map((index) => number(args, index));
    const date = new Date(2000, 0, 1);
    date.setFullYear(year, month - 1, day);
    date.setHours(hour, minute, second, 0);
    return Number.isNaN(date.getTime())
      ? realm.raise("OverflowError", "mktime argument out of range")
      : realm.float(date.getTime() / 1000);
  }

  return [
    { name: "now", parameters: "()", run: () => realm.float(Math.floor(realm.platform.time())) },
    { name: "fields_of", parameters: "(seconds, is_local, /)", run: fieldsOf },
    { name: "local_seconds", parameters: "(year, month, day, hour, minute, second, /)", run: localSeconds },
  ];
}

/** `timezone`, `altzone`, `daylight` and `tzname`. */
export function zoneAttributes({ realm }: Library): Record<string, Word> {
  const year = new Date(realm.platform.time() * 1000).getFullYear();
  const dates = [0, 6].map((month) => new Date(year, month, 1));
  const [standard, saving] = offsetOf(dates[0]) <= offsetOf(dates[1]) ? dates : dates.reverse();
  const names = [realm.str(zoneOf(standard)), realm.str(zoneOf(saving))];
  return {
    timezone: realm.int(-offsetOf(standard)),
    altzone: realm.int(-offsetOf(saving)),
    daylight: realm.int(offsetOf(standard) === offsetOf(saving) ? 0 : 1),
    tzname: names.includes(NULL) ? NULL : realm.tuple(names),
  };
}
