"""Dates and times in hot loops: zones in Python, classes that refine the types, and what falls out of range."""
from datetime import *
import pickle
class TZ(tzinfo):
    def __init__(self, h=1): self.h = timedelta(hours=h)
    def utcoffset(self, dt): x = [str(i) for i in range(3)]; return self.h + timedelta(len(x) - 3)
    def dst(self, dt): return timedelta(0)
    def tzname(self, dt): return 'TZ' + str(self.h)
    def __repr__(self): return 'TZ()'
class D(datetime):
    def __new__(cls, *a, **k):
        self = datetime.__new__(cls, *a, **k)
        self.extra = [1, 2]
        return self
class E(date): pass
class Td(timedelta): pass
acc = []
seen = {}
total = timedelta(0)
d = datetime(2000, 1, 1, tzinfo=TZ(1))
e = datetime(2000, 1, 1, tzinfo=TZ(2))
s = D(2000, 1, 1, 5, tzinfo=TZ(3))
x = E(1999, 12, 31)
for i in range(400):
    d = d + timedelta(hours=7, microseconds=i)
    s = s + Td(minutes=i)
    x = x + timedelta(i % 3)
    total += d - e
    total -= timedelta(total.days)
    key = (d.astimezone(e.tzinfo).isoformat(), d < e, d == e, d == d.astimezone(e.tzinfo), hash(d) == hash(d.astimezone(e.tzinfo)))
    seen[d.replace(tzinfo=None)] = key
    seen[s] = s.extra
    if i % 50 == 0:
        acc.append((key, repr(s), s.strftime('%z %Z %d'), str(total), x, pickle.loads(pickle.dumps(s)).isoformat(), s.timetuple()[:5], s.replace(fold=1), d.timetz(), min(seen.keys(), key=str), datetime.fromtimestamp(i * 1e6, d.tzinfo), s.utctimetuple()[:6], datetime.fromisoformat(d.isoformat())))
    if i % 150 == 149: d = d.replace(year=2000)
for a in acc: print(*a)
print(len(seen), seen[next(iter(seen))])
try:
    for i in range(1000): d < datetime(2000, 1, 1)
except TypeError as error: print(error)
n = 0
for i in range(500):
    try:
        date(2023, i % 14, i % 32)
        n += 1
    except ValueError: pass
print(n)
