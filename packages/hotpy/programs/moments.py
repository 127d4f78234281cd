# Arithmetic, order and parts of dates, times and timedeltas, of all kinds with all others.
from datetime import date, datetime, time, timedelta, timezone
import random
random.seed(5)
utc, east = timezone.utc, timezone(timedelta(hours=5, minutes=30))
def dates():
    for y in (1, 1900, 2024, 9999):
        for m, d in ((1, 1), (2, 28), (12, 31)):
            try: yield date(y, m, d)
            except ValueError: pass
def datetimes():
    for each in dates():
        for t in (time(), time(23, 59, 59, 999999), time(12, 30, 1, 5, tzinfo=utc), time(1, 2, 3, fold=1), time(3, tzinfo=east)):
            yield datetime.combine(each, t)
deltas = [timedelta(), timedelta(1), timedelta(-1), timedelta(0, 1), timedelta(0, -1), timedelta(0, 0, 1), timedelta(0, 0, -1), timedelta(365, 86399, 999999),
          timedelta(-146097, 5, 7), timedelta.max, timedelta.min, timedelta.resolution]
class D(date): pass
class T(datetime): pass
class X(timedelta): pass
everything = [*dates(), *deltas, *list(datetimes())[::9], time(), time(1), time(1, tzinfo=utc), time(1, 2, 3, 4, fold=1), D(2000, 2, 29), T(2000, 2, 29, 1), X(1), 5, None, 'a', 1.5]
import operator
total = {}
for op in (operator.add, operator.sub, operator.lt, operator.le, operator.gt, operator.ge, operator.eq, operator.ne):
    h = 0
    for a in everything:
        for b in everything:
            if isinstance(a, (str, int, float, type(None))) and isinstance(b, (str, int, float, type(None))): continue
            try: r = repr(op(a, b)) + type(op(a, b)).__name__
            except Exception as e: r = type(e).__name__ + str(e)
            for c in r: h = (h * 31 + ord(c)) % 1000000007
    print(op.__name__, h)
for a in everything:
    print([getattr(a, n, None) for n in ('year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond', 'fold', 'days', 'seconds', 'microseconds')] if not isinstance(a, (int, float)) else '')
def hot(n):
    t, d, step = datetime(2020, 1, 1), date(2020, 1, 1), timedelta(hours=7, microseconds=123456)
    count = 0
    for i in range(n):
        t = t + step
        d += timedelta(days=1)
        if t - datetime(2020, 1, 1) > timedelta(days=100): count += 1
        if t.hour < 12 and d.month == 2 and t.date() < d: count += t.minute
        if d == t.date(): count += 3
        count += (step + step).days + step.seconds + (d - date(2020, 1, 1)).days
    return t, d, count
print(hot(2000))
class N(date):
    @property
    def year(self): return 'mine'
print(N(2000, 1, 2).year, N(2000, 1, 2).day, N(2000, 1, 2) + timedelta(1), type(N(2000, 1, 2) + timedelta(1)).__name__)
for f in (lambda: date.max + timedelta(1), lambda: datetime.min - timedelta(0, 0, 1), lambda: timedelta.max + timedelta(1), lambda: date.year.__get__(time()), lambda: datetime.now(utc) < datetime(2000, 1, 1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
day = date(1, 1, 1)
for i in range(0, 3652059, 9973):
    each = day + timedelta(i)
    assert each.toordinal() == i + 1 and (each - day).days == i, i
for y in (1999, 2000):
    each = datetime(y, 1, 1, 5)
    for i in range(366): assert (each + timedelta(i)).toordinal() == each.toordinal() + i
