/// What CPython says of the types of `_datetime` and their members.

import type { TypeDefinition } from "@hotpy/python-objects";

const TEXTS: ReadonlyMap<string, string> = new Map([
  [
    "timedelta",
    "Difference between two datetime values.\n\ntimedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\nAll arguments are optional and default to 0.\nArguments may be integers or floats, and may be positive or negative.",
  ],
  ["timedelta.__reduce__", "__reduce__() -> (cls, state)"],
  ["timedelta.days", "Number of days."],
  ["timedelta.microseconds", "Number of microseconds (>= 0 and less than 1 second)."],
  ["timedelta.seconds", "Number of seconds (>= 0 and less than 1 day)."],
  ["timedelta.total_seconds", "Total seconds in the duration."],
  ["date", "date(year, month, day) --> date object"],
  ["date.__format__", "Formats self with strftime."],
  ["date.__reduce__", "__reduce__() -> (cls, state)"],
  ["date.ctime", "Return ctime() style string."],
  [
    "date.fromisocalendar",
    "int, int, int -> Construct a date from the ISO year, week number and weekday.\n\nThis is the inverse of the date.isocalendar() function",
  ],
  ["date.fromisoformat", "str -> Construct a date from a string in ISO 8601 format."],
  ["date.fromordinal", "int -> date corresponding to a proleptic Gregorian ordinal."],
  [
    "date.fromtimestamp",
    "Create a date from a POSIX timestamp.\n\nThe timestamp is a number, e.g. created via time.time(), that is interpreted\nas local time.",
  ],
  ["date.isocalendar", "Return a named tuple containing ISO year, week number, and weekday."],
  ["date.isoformat", "Return string in ISO 8601 format, YYYY-MM-DD."],
  ["date.isoweekday", "Return the day of the week represented by the date.\nMonday == 1 ... Sunday == 7"],
  ["date.replace", "Return date with new specified fields."],
  ["date.strftime", "format -> strftime() style string."],
  ["date.timetuple", "Return time tuple, compatible with time.localtime()."],
  ["date.today", "Current date or datetime:  same as self.__class__.fromtimestamp(time.time())."],
  ["date.toordinal", "Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1."],
  ["date.weekday", "Return the day of the week represented by the date.\nMonday == 0 ... Sunday == 6"],
  ["tzinfo", "Abstract base class for time zone info objects."],
  ["tzinfo.__reduce__", "-> (cls, state)"],
  ["tzinfo.dst", "datetime -> DST offset as timedelta positive east of UTC."],
  ["tzinfo.fromutc", "datetime in UTC -> datetime in local time."],
  ["tzinfo.tzname", "datetime -> string name of time zone."],
  ["tzinfo.utcoffset", "datetime -> timedelta showing offset from UTC, negative values indicating West of UTC"],
  ["timezone", "Fixed offset from UTC implementation of tzinfo."],
  ["timezone.__getinitargs__", "pickle support"],
  ["timezone.dst", "Return None."],
  ["timezone.fromutc", "datetime in UTC -> datetime in local time."],
  [
    "timezone.tzname",
    "If name is specified when timezone is created, returns the name.  Otherwise returns offset as 'UTC(+|-)HH:MM'.",
  ],
  ["timezone.utcoffset", "Return fixed offset."],
  [
    "time",
    "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\nAll arguments are optional. tzinfo may be None, or an instance of\na tzinfo subclass. The remaining arguments may be ints.\n",
  ],
  ["time.__format__", "Formats self with strftime."],
  ["time.__reduce__", "__reduce__() -> (cls, state)"],
  ["time.__reduce_ex__", "__reduce_ex__(proto) -> (cls, state)"],
  ["time.dst", "Return self.tzinfo.dst(self)."],
  ["time.fromisoformat", "string -> time from a string in ISO 8601 format"],
  [
    "time.isoformat",
    "Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].\n\nThe optional argument timespec specifies the number of additional terms\nof the time to include. Valid options are 'auto', 'hours', 'minutes',\n'seconds', 'milliseconds' and 'microseconds'.\n",
  ],
  ["time.replace", "Return time with new specified fields."],
  ["time.strftime", "format -> strftime() style string."],
  ["time.tzname", "Return self.tzinfo.tzname(self)."],
  ["time.utcoffset", "Return self.tzinfo.utcoffset(self)."],
  [
    "datetime",
    "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\nThe year, month and day arguments are required. tzinfo may be None, or an\ninstance of a tzinfo subclass. The remaining arguments may be ints.\n",
  ],
  ["datetime.__reduce__", "__reduce__() -> (cls, state)"],
  ["datetime.__reduce_ex__", "__reduce_ex__(proto) -> (cls, state)"],
  ["datetime.astimezone", "tz -> convert to local time in new timezone tz\n"],
  ["datetime.combine", "date, time -> datetime with same date and time fields"],
  ["datetime.ctime", "Return ctime() style string."],
  ["datetime.date", "Return date object with same year, month and day."],
  ["datetime.dst", "Return self.tzinfo.dst(self)."],
  ["datetime.fromisoformat", "string -> datetime from a string in most ISO 8601 formats"],
  ["datetime.fromtimestamp", "timestamp[, tz] -> tz's local time from POSIX timestamp."],
  [
    "datetime.isoformat",
    "[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].\nsep is used to separate the year from the time, and defaults to 'T'.\nThe optional argument timespec specifies the number of additional terms\nof the time to include. Valid options are 'auto', 'hours', 'minutes',\n'seconds', 'milliseconds' and 'microseconds'.\n",
  ],
  [
    "datetime.now",
    "Returns new datetime object representing current time local to tz.\n\n  tz\n    Timezone object.\n\nIf no tz is specified, uses local timezone.",
  ],
  ["datetime.replace", "Return datetime with new specified fields."],
  ["datetime.strptime", "string, format -> new datetime parsed from a string (like time.strptime())."],
  ["datetime.time", "Return time object with same time but with tzinfo=None."],
  ["datetime.timestamp", "Return POSIX timestamp as float."],
  ["datetime.timetuple", "Return time tuple, compatible with time.localtime()."],
  ["datetime.timetz", "Return time object with same time and tzinfo."],
  ["datetime.tzname", "Return self.tzinfo.tzname(self)."],
  ["datetime.utcfromtimestamp", "Construct a naive UTC datetime from a POSIX timestamp."],
  ["datetime.utcnow", "Return a new datetime representing UTC day and time."],
  ["datetime.utcoffset", "Return self.tzinfo.utcoffset(self)."],
  ["datetime.utctimetuple", "Return UTC time tuple, compatible with time.localtime()."],
]);

/** The definition of a type with what is said of it, and of its methods. */
export function documented(definition: TypeDefinition): TypeDefinition {
  const add = <T extends { readonly name: string }>(members: readonly T[] = []): T[] =>
    members.map((member) => {
      const doc = TEXTS.get(`${definition.name}.${member.name}`);
      return doc === undefined ? member : { ...member, doc };
    });
  return {
    ...definition,
    methods: add(definition.methods),
    classMethods: add(definition.classMethods),
    doc: TEXTS.get(definition.name) ?? "",
  };
}
