# Loops over instances of subclasses, hot enough to be compiled.
class Count(int):
    def next(self): return Count(self + 1)
class Stack(list):
    def __init__(self, *args):
        super().__init__(*args)
        self.pushes = 0
    def push(self, x):
        self.pushes += 1
        self.append(x)
class Default(dict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value
class Vec(tuple):
    def __new__(cls, x, y): return tuple.__new__(cls, (x, y))
    def __add__(self, other): return Vec(self[0] + other[0], self[1] + other[1])
    @property
    def x(self): return self[0]
class Name(str):
    def shout(self): return self.upper() + "!"
class Metres(float):
    def __add__(self, other): return Metres(float(self) + float(other))
class Bag(set):
    def put(self, x): self.add(x % 10); return self

def counting():
    c = Count(0); total = 0
    for i in range(300):
        c = c.next()
        if c > 100: total += c
        elif c == 50: total -= 1
    return c, type(c).__name__, total
def stacking():
    s = Stack([1])
    for i in range(300):
        s.push(i)
        if len(s) > 50: s.pop()
        s[0] = s[-1] + s[0]
    return s[:5], len(s), s.pushes, sum(s), 10 in s
def missing():
    d = Default(); t = 0
    for i in range(300):
        t += d[i % 7]
        d[i] = d.get(i, 1)
        if i in d: t += len(d)
    return t, sorted(d)[:4]
def vectors():
    v = Vec(0, 0); one = Vec(1, 2)
    for i in range(300): v = v + one
    return v, v.x, type(v).__name__, v == (300, 600), hash(v) == hash((300, 600))
def names():
    n = Name("ab"); out = 0
    for i in range(300):
        out += len(n.shout()) + len(n) + len(n + "c") + (n == "ab") + n.count("a") + n.startswith("a")
        if n[0] != "a": out += 1000
    return out
def metres():
    m = Metres(0.0)
    for i in range(300): m = m + 1.5
    return m, type(m).__name__, m * 2
def bags():
    b = Bag()
    for i in range(300):
        b.put(i)
        if 3 in b and i % 11 == 0: b.discard(3)
    return sorted(b), len(b)
def mixed():
    out = []
    for x in [1, Count(2), 3.5, Metres(4), "a", Name("b"), [1], Stack([2]), (1,), Vec(1, 2), {1: 2}, Default(a=1), {1}, Bag([2])] * 20:
        out.append((isinstance(x, (int, str, list)), bool(x), type(x).__name__, x == 1))
    return out[:14], len(out)
def looping():
    total = 0
    for k in range(40):
        for x in Stack([1, 2, 3]): total += x
        for x in Vec(4, 5): total += x
        for x in Default(a=1): total += len(x)
        for x in Name("xyz"): total += ord(x)
        for x in Bag([7]): total += x
    return total
def formats():
    out = ""
    for i in range(120):
        out = f"{Count(i)}-{Metres(i)}-{Name('n')}" + "%s %d %s" % (Name("s"), Count(i), Vec(i, 1))
    return out
class Overriding(list):
    def __getitem__(self, i): return -1
    def __len__(self): return 7
    def __iter__(self): return iter((1, 2))
    def __contains__(self, x): return x == 5
def switching():
    total = 0
    for s in ([1, 2, 3], Stack([1, 2, 3]), Overriding([1, 2, 3])) * 60:
        total += s[0] + len(s) + (5 in s)
        for x in s: total += x
    return total
for f in (counting, stacking, missing, vectors, names, metres, bags, mixed, looping, formats, switching):
    for again in range(2): print(f.__name__, f())
