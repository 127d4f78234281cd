import { createNodePlatform } from "@hotpy/platform-node";
import { createPython, installModules } from "@hotpy/runtime";
import { oracle } from "@hotpy-tools/oracle";
import { describe, expect, it } from "vitest";
import { defineDatetime } from "./index.js";

const LIBRARY = oracle<string>("import os\nprint(json.dumps(os.path.dirname(os.__file__)))");

/** What a program prints in a Python that has the module. */
function printed(program: string): string {
  let text = "";
  const python = createPython({
    platform: { ...createNodePlatform(), write: (_, bytes) => void (text += new TextDecoder().decode(bytes)) },
    modules(_, builtins) {
      installModules(builtins, { argv: [""], path: [LIBRARY] });
      defineDatetime(builtins);
    },
  });
  python.run(program, "<string>");
  return text;
}

const TIMEDELTAS = [
  ..."timedelta() timedelta(1,2,3) timedelta(weeks=1,days=-1) timedelta(-1) timedelta(hours=-0.5,minutes=1.5)".split(
    " ",
  ),
  ..."timedelta(microseconds=0.5) timedelta(microseconds=1.5) timedelta(0.0000001) timedelta(True)".split(" "),
  "timedelta(days=1e-7, hours=1/3, milliseconds=0.0005)",
  "timedelta(999999999, 86399, 999999)",
  "timedelta(-999999999) + timedelta(microseconds=-1)",
  "timedelta(10**10)",
  "timedelta(10**30)",
  "timedelta(1e30)",
  "timedelta(float('nan')), timedelta(1)",
  "timedelta(days=float('inf'))",
  "timedelta('1')",
  "timedelta(hours='1')",
  "timedelta(1, 2, 3, 4, 5, 6, 7, 8)",
  "timedelta(day=1)",
  "timedelta(1, days=1)",
  "timedelta.min, timedelta.max, timedelta.resolution",
  "[str(timedelta(*a)) for a in [(0,), (1,), (-1,), (2, 3, 4), (-2, 86399, 999999), (0, 3661)]]",
  "d + d, d - d, -d, +d, abs(-d), d * 3, 3 * d, d * 0.1, 0.3 * d, d * -2**70",
  "d // 3, d / 3, d / 0.3, d // d, d / timedelta(7), d % timedelta(0, 7), divmod(d, timedelta(0, -7)), d // -10**30",
  "divmod(timedelta.max, timedelta.resolution), timedelta.max / timedelta.resolution, timedelta.max / 3",
  "timedelta(microseconds=5) / 2, timedelta(microseconds=-5) / 2, timedelta(microseconds=3) / -2, timedelta(microseconds=7) * 0.5",
  ..."d/0 d//0 d/0.0 d//timedelta(0) d/timedelta(0) d%timedelta(0) divmod(d,timedelta(0)) d*'x' d/'x' d//1.5 d%3".split(
    " ",
  ),
  ..."d+1 1-d 3/d d<1 d==1 d!=1 d*float('inf') d*float('nan') d/float('inf') None//d divmod(d,3)".split(" "),
  "d < timedelta(2), d <= d, d > timedelta(2), d >= d, d == timedelta(1, 2, 3), d != d, bool(d), bool(timedelta(0))",
  "hash(d) == hash(timedelta(1, 2, 3)), d.total_seconds(), timedelta.max.total_seconds(), d.__reduce__()",
  "d.days, d.seconds, d.microseconds",
  "setattr(d, 'days', 3)",
  "Delta(1, 2), Delta(1) + Delta(2), type(-Delta(1)), Delta(1).__reduce__(), str(Delta(1)), Delta(1) == timedelta(1)",
  "d * BadFloat(2.0)",
  "sum([timedelta(1)] * 3, timedelta(0)), max(d, timedelta(0)), sorted([d, timedelta(3), timedelta(-1)])",
];

const DATES = [
  ..."date(2024,2,29) date() date(1) date(1,2) date(1,2,3,4) date(0,1,1) date(10000,1,1) date(1,13,1) date(1,2,29)".split(
    " ",
  ),
  ..."date(1,2,3.0) date('a',1,1) date(2**31,1,1) date(2**70,1,1) date(-2**40,1,1) date(year=1,month=2,day=3)".split(
    " ",
  ),
  "date.min, date.max, date.resolution, a.year, a.month, a.day",
  "str(a), repr(a), a.isoformat(), a.ctime(), format(a), format(a, '%d/%m/%y'), f'{a:%%%Y}', a.strftime('%A %B %j %U %w %z %Z %f|')",
  "a.weekday(), a.isoweekday(), a.isocalendar(), a.isocalendar().week, a.toordinal(), a.timetuple()",
  "[date(y, 1, d).isocalendar()[:] for y in range(2000, 2030) for d in (1, 3, 4)]",
  "[date.fromordinal(n).toordinal() == n for n in range(1, 3652059, 9973)].count(False)",
  "[date.fromordinal(n) for n in (1, 365, 366, 146097, 146098, 36524, 36525, 3652059)]",
  ..."date.fromordinal(0) date.fromordinal(3652060) date.fromordinal('x') date.fromordinal() date.fromordinal(10**20)".split(
    " ",
  ),
  "a + timedelta(366), a - timedelta(60, 86399), timedelta(1) + a, a - date(2000, 1, 1)",
  ..."date.max+timedelta(1) date.min-timedelta(1) a+1 a-1 1-a a+a timedelta(1)-a a<1 a==1 a*2 a<None".split(" "),
  "a < date(2025, 1, 1), a == date(2024, 2, 29), a != a, a >= date.max, hash(a) == hash(date(2024, 2, 29)), len({a, date(2024, 2, 29)})",
  "a.replace(), a.replace(2023, day=1), a.replace(month=12)",
  ..."a.replace(2023) a.replace(day=0) a.replace(1,2,3,4) a.replace(x=3) a.replace(day='1')".split(" "),
  "[date.fromisoformat(t) for t in ('2024-02-29', '20240229', '2024-W09-4', '2024W094', '2024-W09', '2024W09')]",
  ...[
    "2024-2-29",
    "2024-0229",
    "202402-29",
    "2024W0",
    "2024-W54-1",
    "2024-13-01",
    "",
    "xxxxxxxxxx",
    "2024-W09-8",
    "２024-01-01",
  ].map((text) => `date.fromisoformat('${text}')`),
  "date.fromisoformat(3)",
  "date.fromisocalendar(2020, 53, 7), date.fromisocalendar(year=2024, week=1, day=1)",
  ..."(2021,53,1) (2020,0,1) (2020,1,8) (0,1,1) (2020,2**40,1) (2020,'x',1) (2020,1)"
    .split(" ")
    .map((args) => `date.fromisocalendar${args}`),
  "a.__reduce__(), date(b'\\x07\\xe8\\x02\\x1d'), date('\\x07\\xe8\\x02\\x1d'), pickle.loads(pickle.dumps(a)), copy.copy(a)",
  ..."date(b'1234') date(b'\\x07\\xe8\\r\\x1d') date('\\x07\\u1234\\x02\\x1d')".split(" "),
  "Day(2024, 2, 29), type(Day(2024, 2, 29) + timedelta(1)), Day(2024, 1, 1).replace(day=3), Day.fromordinal(5), Day(2024, 1, 1).extra",
  "pickle.loads(pickle.dumps(a.isocalendar())), repr(a.isocalendar()), a.isocalendar() == (2024, 9, 4)",
  "a.strftime(3)",
  "a.__format__(3)",
  "date.fromtimestamp('x')",
  "date.fromtimestamp(float('nan'))",
  "date.fromtimestamp(1e20)",
  "date.fromtimestamp(0), date.fromtimestamp(-1.5), date.fromtimestamp(1709210096.9)",
  "date.today() == datetime.now().date()",
  "setattr(a, 'year', 3)",
];

const TIMES = [
  ..."time() time(1) time(1,2,3,4) time(24) time(0,60) time(0,0,60) time(0,0,0,10**6) time(fold=2) time(1,2,3,4,5) time(x=1)".split(
    " ",
  ),
  ..."time(1,2,3,4,None,1) time('x') time(1.0) time(1,fold=1) time(-1) time(1,tzinfo=UTC) time(12,30,tzinfo=UTC,fold=1)".split(
    " ",
  ),
  "time.min, time.max, time.resolution, t.hour, t.minute, t.second, t.microsecond, t.tzinfo, t.fold",
  "[t.isoformat(timespec=s) for s in ('auto', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds')], str(t)",
  ..."t.isoformat('x') t.isoformat(3) t.isoformat('a','b') t.replace(24) t.replace(tzinfo=3) t.replace(fold=3)".split(
    " ",
  ),
  "t.replace(hour=0), t.replace(tzinfo=UTC), t.replace(fold=1), t.replace(1, 2, 3, 4, None)",
  "time(1, tzinfo=UTC) == time(3, tzinfo=EAST), time(1) == time(1, tzinfo=UTC), time(1) != time(1, tzinfo=UTC)",
  ..."time(1)<time(1,tzinfo=UTC) time(1)<1 time(1)==1 time(1)<=time(2) time(1)-time(2) time(1)+timedelta(1)".split(" "),
  "hash(time(1, tzinfo=UTC)) == hash(time(3, tzinfo=EAST)), hash(time(1)) == hash(time(1, fold=1)), bool(time())",
  "time(1, tzinfo=EAST).utcoffset(), time(1, tzinfo=EAST).tzname(), time(1, tzinfo=EAST).dst(), time(1).utcoffset()",
  "t.strftime('%H %M %S %f %z %Z %Y'), time(1, tzinfo=EAST).strftime('%z %Z %%z'), format(t, '%H'), format(t)",
  "t.__reduce__(), time(1, fold=1).__reduce_ex__(4), time(1, fold=1).__reduce_ex__(3), time(1, tzinfo=UTC).__reduce__()",
  "pickle.loads(pickle.dumps(time(1, 2, fold=1))).fold, time(b'\\x81\\x02\\x03\\x00\\x00\\x05', UTC), time(b'\\x01\\x02\\x03\\x00\\x00\\x05', 3)",
  ...[
    "T12:30",
    "12",
    "1230",
    "123015",
    "12:30:15.1",
    "123015,123456789",
    "12:30Z",
    "12:30-05:30",
    "12:30+00:00:00.5",
    "12:30:",
    "12:30:+01",
  ].map((text) => `time.fromisoformat('${text}')`),
  ...[
    "",
    "1",
    "24",
    "12:3",
    "12:30:15.",
    "12:30Zx",
    "12-24:00",
    "12:30+1",
    "12:30:15+01:00:00.123456",
    "12.5",
    "12:30.5",
    "1é",
  ].map((text) => `time.fromisoformat('${text}')`),
  "time(1, tzinfo=Bad()).utcoffset()",
  "time(1, tzinfo=Bad()).tzname()",
  "time(1, tzinfo=Bad()).dst()",
  "Clock(1, 2), Clock.fromisoformat('03:04').extra, type(Clock(1).replace(hour=2))",
];

const ZONES = [
  "timezone.utc, UTC is timezone.utc, timezone.min, timezone.max, timezone(timedelta(0)) is UTC, timezone(timedelta(0), 'x')",
  ..."timezone() timezone(1) timezone(timedelta(1)) timezone(timedelta(-1)) timezone(timedelta(1),2) timezone(timedelta(1),'x','y')".split(
    " ",
  ),
  "str(EAST), repr(EAST), EAST.utcoffset(None), EAST.tzname(None), EAST.dst(None), str(timezone(timedelta(0, -1, -5))), str(timezone(timedelta(0, 90)))",
  "repr(timezone(timedelta(0, 60), 'é')), str(timezone(timedelta(0, 60), 'é')), EAST == timezone(timedelta(hours=2)), EAST < EAST",
  "EAST == 3, EAST != UTC, hash(EAST) == hash(timezone(timedelta(hours=2), 'other')), EAST.__getinitargs__(), EAST.__reduce__()",
  "pickle.loads(pickle.dumps(EAST)), pickle.loads(pickle.dumps(UTC)) is UTC, copy.deepcopy(EAST)",
  ..."EAST.utcoffset(3) EAST.tzname() UTC.fromutc(3) UTC.fromutc(m) tzinfo().utcoffset(None) tzinfo().tzname(None) tzinfo().dst(None)".split(
    " ",
  ),
  "EAST.fromutc(m.replace(tzinfo=EAST)), tzinfo(1, x=2).__reduce__(), Summer().__reduce__(), pickle.loads(pickle.dumps(Summer())).name",
  "type('Z', (timezone,), {})",
  "tzinfo().fromutc(m)",
  "Bad().fromutc(m.replace(tzinfo=Bad()))",
];

const DATETIMES = [
  ..."datetime() datetime(1) datetime(1,2,3) datetime(1,2,3,24) datetime(1,2,3,tzinfo=3) datetime(1,2,3,fold=2) datetime(1,2,3,x=2)".split(
    " ",
  ),
  "datetime(1, 2, 3, 4, 5, 6, 7, UTC, 1)",
  "datetime(1, 2, 3, 4, 5, 6, 7, UTC), datetime(2024, 1, 1, 1), datetime(2024, 1, 1, 1, 1, 1), datetime(2024, 1, 1, fold=1, tzinfo=EAST)",
  "datetime.min, datetime.max, datetime.resolution, m.hour, m.minute, m.second, m.microsecond, m.tzinfo, m.fold, m.year",
  "str(m), m.isoformat(), m.isoformat(' ', 'minutes'), m.isoformat(timespec='milliseconds'), m.isoformat(sep='é'), u.isoformat(), m.ctime()",
  ..."m.isoformat('ab') m.isoformat(1) m.isoformat('T','x') m.isoformat('T',3)".split(" "),
  "m.date(), m.time(), u.timetz(), u.time(), m.timetuple(), u.utctimetuple(), u.timetuple().tm_isdst, m.weekday(), m.isocalendar()",
  "m + timedelta(1, 2, 3), m - timedelta(1, 2, 3), timedelta(hours=13) + m, m - datetime(2000, 1, 1), u - u.replace(tzinfo=EAST)",
  ..."m-u u-m m<u m+1 1-m m-a a-m m+m m==u m!=u m<a a<m m==a a==m a!=m m<None datetime.max+timedelta(0,1) datetime.min-timedelta(0,1)".split(
    " ",
  ),
  "m < m + timedelta(0, 0, 1), m == m.replace(), m <= datetime.max, u == u.astimezone(EAST), u < u.replace(tzinfo=EAST), hash(u) == hash(u.astimezone(EAST))",
  "hash(m) == hash(m.replace(fold=1)), len({u, u.astimezone(EAST), m}), {m: 1}[datetime(2024, 2, 29, 12, 30, 15, 123456)]",
  "m.replace(2023, day=1), m.replace(tzinfo=UTC), m.replace(hour=0, fold=1), u.replace(tzinfo=None)",
  ..."m.replace(2023) m.replace(hour=24) m.replace(tzinfo=1) m.replace(1,2,3,4,5,6,7,8,9,10) m.replace(x=1) m.replace(fold='x')".split(
    " ",
  ),
  "u.astimezone(EAST), u.astimezone(UTC) is u, u.utcoffset(), u.tzname(), u.dst(), m.utcoffset(), m.tzname(), u.timestamp(), datetime.max.replace(tzinfo=UTC).timestamp()",
  ..."m.astimezone(3) datetime.min.replace(tzinfo=EAST).astimezone(UTC) datetime.max.replace(tzinfo=WEST).astimezone(UTC)".split(
    " ",
  ),
  "m.strftime('%Y-%m-%d %H:%M:%S.%f'), u.strftime('%z %Z %% %f %%f'), f'{m:%H}', m.strftime(''), m.strftime('%'), m.strftime('é%d')",
  "datetime.combine(a, t), datetime.combine(a, time(1, tzinfo=EAST)), datetime.combine(a, t, UTC), datetime.combine(m, time(1, fold=1)).fold",
  ..."datetime.combine(1,t) datetime.combine(a,1) datetime.combine(a) datetime.combine(a,t,3) datetime.combine(a,t,UTC,1)".split(
    " ",
  ),
  ...[
    "2024-02-29",
    "2024-02-29T12",
    "2024-02-29 12:30",
    "2024-02-29T12:30:15.123",
    "2024-02-29T12:30:15,1234567Z",
    "20240229T123015",
    "2024W094T12",
    "2024-W09-4T12:30",
    "2024-W09T12",
    "2024W09T12",
    "2024-W09-412",
    "2024-02-29T12:30+05:30",
    "2024-02-29é12:30",
    "2024-02-29T24:00",
    "2024-02-29T",
    "2024-02-29T1",
    "2024-02-30T12:00",
    "2024",
    "",
    "2024-02",
    "2024022",
    "2024-02-29T12:30:15.",
    "2024-02-29T12:30:15+",
    "2024-02-29T12:30 ",
    "2024-02-29T12:30+24:00",
    "2024-W09-",
    "2024-02-29😀12:30",
    "2024-02-29T12:30:15.12345x",
    "2024-02-29T123:15",
    "2024-02-29T12:3015",
  ].map((text) => `datetime.fromisoformat('${text}')`),
  "datetime.fromisoformat('2024-02-29\\ud80012:30')",
  "datetime.fromisoformat(b'2024')",
  "datetime.utcfromtimestamp(0), datetime.utcfromtimestamp(1e9 + 0.1234565), datetime.utcfromtimestamp(-0.0000005), datetime.fromtimestamp(0, UTC)",
  "datetime.fromtimestamp(1.9999999, EAST), datetime.fromtimestamp(timestamp=5, tz=UTC), datetime.utcfromtimestamp(253402300799), datetime.utcfromtimestamp(-62135596800)",
  ..."253402300800 -62135596801 1e18 2**70 float('nan') 'x' None float('inf')"
    .split(" ")
    .map((value) => `datetime.utcfromtimestamp(${value})`),
  ..."datetime.fromtimestamp() datetime.fromtimestamp(0,3) datetime.utcfromtimestamp(0,1) datetime.now(3) datetime.now(x=3) datetime.utcnow(1)".split(
    " ",
  ),
  "datetime.now(EAST).tzinfo is EAST, abs(datetime.now(UTC).replace(tzinfo=None) - datetime.utcnow()) < timedelta(1), datetime.now().tzinfo",
  "datetime.strptime('2024-02-29 12:30', '%Y-%m-%d %H:%M'), datetime.strptime('+0530', '%z').utcoffset()",
  ..."datetime.strptime('x','%Y') datetime.strptime(1,'%Y') datetime.strptime('x') datetime.strptime('x',2)".split(" "),
  "m.__reduce__(), u.__reduce_ex__(4), m.replace(fold=1).__reduce_ex__(4), m.replace(fold=1).__reduce_ex__(2), pickle.loads(pickle.dumps(u)), copy.deepcopy(m)",
  "datetime(b'\\x07\\xe8\\x82\\x1d\\x0c\\x1e\\x0f\\x01\\xe2@').fold, datetime('\\x07\\xe8\\x02\\x1d\\x0c\\x1e\\x0f\\x01\\xe2@', UTC)",
  "datetime(b'\\x07\\xe8\\x02\\x1d\\x0c\\x1e\\x0f\\x01\\xe2@', 3)",
  "Moment(2024, 1, 1), Moment(2024, 1, 1) + timedelta(1), type(Moment(2024, 1, 1).replace(day=2)), Moment.now().extra, type(Moment.fromisoformat('2024-01-01'))",
  "Moment.combine(a, t), Moment.strptime('2024', '%Y'), Moment(2024, 1, 1) == datetime(2024, 1, 1), Moment(2024, 1, 1).date(), Moment.utcfromtimestamp(1.5)",
  "Moment(2024, 1, 1, tzinfo=UTC).astimezone(EAST), type(Moment(2024, 1, 1) - datetime(2023, 1, 1)), pickle.loads(pickle.dumps(Moment(2024, 1, 1, fold=1))).fold",
  "Forward(2024, 1, 2, 3), Forward.fromtimestamp(5, UTC), Forward(2024, 1, 2, 3) + timedelta(1)",
  "s.utcoffset(), s.dst(), s.tzname(), s, s.isoformat(), s.strftime('%z %Z'), s.astimezone(UTC), u.astimezone(Summer()), s - u, s < u, s == u",
  "hash(s) == hash(s.astimezone(UTC)), s.timetuple().tm_isdst, s.utctimetuple()[:6], s.timestamp(), s + timedelta(1), datetime.fromtimestamp(0, Summer())",
  "datetime(2024, 1, 1, tzinfo=Bad()).utcoffset()",
  "datetime(2024, 1, 1, tzinfo=Bad()).isoformat()",
  "datetime(2024, 1, 1, tzinfo=Bad()).dst()",
  "datetime(2024, 1, 1, tzinfo=Bad()).tzname()",
  "datetime(2024, 1, 1, tzinfo=Bad()) == u",
  "hash(datetime(2024, 1, 1, tzinfo=Bad()))",
  "repr(datetime(2024, 1, 1, tzinfo=Bad())), datetime(2024, 1, 1, tzinfo=Bad()) == datetime(2024, 1, 1, tzinfo=u.tzinfo).replace(tzinfo=None)",
  "datetime(2024, 1, 1, tzinfo=Raising()) < u",
];

const LOCAL = [
  ...["EST5EDT,M3.2.0,M11.1.0", "CET-1CEST,M3.5.0,M10.5.0/3", "NZST-12NZDT,M9.5.0,M4.1.0/3", "<+0330>-3:30"].flatMap(
    (zone) => [
      `within('${zone}', lambda: (clock.tzname, clock.timezone, clock.altzone, clock.daylight))`,
      `within('${zone}', lambda: [datetime.fromtimestamp(s) for s in (0, 1e9, 1711846799, 1711846800, 1729990799, 1729990800, 1730612000, 1730615600)])`,
      `within('${zone}', lambda: [datetime.fromtimestamp(s).fold for s in range(1729900000, 1730700000, 1800)])`,
      `within('${zone}', lambda: [datetime(2024, *p, fold=f).timestamp() for p in ((3, 10, 2, 30), (3, 31, 2, 30), (10, 27, 2, 30), (11, 3, 1, 30), (7, 1), (4, 7, 2, 30)) for f in (0, 1)])`,
      `within('${zone}', lambda: (m.astimezone(), u.astimezone(), m.replace(month=7).astimezone(UTC), date.fromtimestamp(1711846799)))`,
    ],
  ),
];

const EXPRESSIONS = { TIMEDELTAS, DATES, TIMES, ZONES, DATETIMES, LOCAL };

const program = `
import copy, os, pickle, time as clock
from _datetime import *

class Delta(timedelta): pass
class BadFloat(float):
    def as_integer_ratio(self): return 'ratio'
class Day(date): extra = 1
class Clock(time): extra = 2
class Moment(datetime): extra = 3
class Forward(datetime):
    def __new__(cls, *args, **kwargs):
        return datetime.__new__(cls, *args, **kwargs)
    def __repr__(self): return 'Forward ' + self.isoformat()
class Bad(tzinfo):
    def utcoffset(self, dt): return timedelta(1)
    def dst(self, dt): return 'dst'
    def tzname(self, dt): return 5
    def __repr__(self): return 'Bad()'
class Raising(tzinfo):
    def utcoffset(self, dt): raise KeyError(dt.year)
class Summer(tzinfo):
    name = 'S'
    def __repr__(self): return 'Summer()'
    def utcoffset(self, dt): return timedelta(hours=2 if dt and 4 <= dt.month <= 9 else 1)
    def dst(self, dt): return timedelta(hours=1 if dt and 4 <= dt.month <= 9 else 0)
    def tzname(self, dt): return 'S%'
def within(zone, function):
    os.environ['TZ'] = zone
    clock.tzset()
    try:
        return function()
    finally:
        del os.environ['TZ']
        clock.tzset()
EAST = timezone(timedelta(hours=2))
WEST = timezone(timedelta(hours=-2))
d = timedelta(1, 2, 3)
a = date(2024, 2, 29)
t = time(12, 30, 15, 123456)
m = datetime(2024, 2, 29, 12, 30, 15, 123456)
u = m.replace(tzinfo=UTC)
s = datetime(2024, 7, 1, 12, tzinfo=Summer())
results = []
for text in TEXTS:
    try:
        results.append(ascii(eval(text)))
    except Exception as error:
        results.append(ascii(f'{type(error).__name__}: {error}'))
`;

describe.each(Object.entries(EXPRESSIONS))("_datetime, as CPython's: %s", (_, expressions) => {
  const filled = program.replace("TEXTS", JSON.stringify(expressions));
  const expected = oracle<string[]>(`${filled}\nprint(json.dumps(results))`);
  const actual = printed(`${filled}\nprint(*results, sep='\\n')`).trimEnd().split("\n");
  it.each(expressions.map((text, index) => [text, index] as const))("%s", (_, index) =>
    expect(actual[index]).toBe(expected[index]),
  );
});
