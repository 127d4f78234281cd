# classes of many kinds made and used at one place
class A: 
    def __init__(self, v): self.v = v
    def get(self): return self.v
class B(A): pass
class C1(A): pass
class C2(A): pass
class C3(A): pass
class C4(A): pass
class C5(A): pass
class C6(A): pass
class LI(list):
    def __init__(self, v): super().__init__([v]); self.v = v
    def get(self): return self[0]
class IN(int):
    def get(self): return int(self)
class ST(str):
    def get(self): return len(self)
class TU(tuple):
    def __new__(cls, v): return super().__new__(cls, (v, v))
    def get(self): return self[1]
class DI(dict):
    def __init__(self, v): self['v'] = v
    def get(self): return self['v']
class EX(Exception):
    def get(self): return self.args[0]
class SE(set):
    def __init__(self, v): super().__init__(); self.add(v)
    def get(self): return next(iter(self))
class NEW:
    def __new__(cls, v): o = super().__new__(cls); o.q = v; return o
    def get(self): return self.q
kinds = [A, B, LI, C1, IN, C2, ST, C3, TU, C4, DI, C5, EX, C6, SE, NEW]
def run(n):
    t = 0
    for i in range(n):
        k = kinds[i % 16]
        o = k(i)
        o.extra = i
        t += o.get() + o.extra
        if isinstance(o, (int, str)): t += 1
        if not o: t += 2
        if o == i: t += 3
        del o.extra
    return t
print(run(4000), run(4000))
def cmp(n):
    t = 0
    vals = [1, IN(1), True, 1.0, ST("1"), "1", TU(1), (1, 1), LI(1), [1], DI(1), {'v': 1}, SE(1), {1}, None]
    for i in range(n):
        for a in vals:
            for b in vals:
                if a == b: t += 1
                if (a != b): t += 3
                if a is b: t += 7
    return t
print(cmp(30))
def ops(n):
    r = []
    for i in range(n):
        for a, b in ((IN(3), 4), (3, IN(4)), (IN(3), IN(4)), (ST("a"), "b"), ("a", ST("b")), (LI(1), [2]), ([1], LI(2)), (TU(1), (2,)), ((1,), TU(2)), (2.5, IN(2))):
            r.append(type(a + b).__name__)
            c = a; c += b; r.append(type(c).__name__)
        for a, b in ((IN(3), [1]), ([1], IN(2)), (ST("a"), 2), (2, ST("a")), (TU(1), 2), (IN(2), (1,)), (IN(2), 2.0)):
            r.append(repr(a * b))
        r.append("%s|%s" % (ST("x"), IN(4))); r.append(ST("%s") % ST("q")); r.append(ST("%(v)s") % DI(3)); r.append("%d" % IN(5))
        r.append(str([IN(7) // 2, IN(7) % 4, 7 ** IN(2), IN(7) / 2, -IN(7), ~IN(7), IN(6) & 3, IN(6) | 1, IN(6) ^ 3, IN(1) << 3, IN(8) >> 1, abs(IN(-2)), IN(10**20) + 1, IN(10**12) * IN(10**12)]))
        r.append(str([3 in LI(3), 3 in SE(3), "a" in ST("cab"), ST("a") in "cab", 'v' in DI(1), 2 in TU(2), len(LI(1)), len(ST("abc")), bool(LI(1)), bool(IN(0)), bool(ST("")), bool(SE(1)), bool(DI(1)), bool(TU(1))]))
        r.append(str([int(IN(4)), float(IN(4)), str(IN(4)), str(ST("s")), list(LI(4)), tuple(TU(4)), dict(DI(4)), set(SE(4)), hash(IN(9)) == hash(9), max(IN(2), 3), min(ST("b"), "a"), sum([IN(1), IN(2)]), sorted([IN(2), 1, True])]))
        x = LI(5); y = x; x += [6]; x *= 2; r.append(str((x is y, type(x).__name__, x, x.v)))
        s = SE(1); u = s; s |= {2}; s -= {1}; r.append(str((s is u, s)))
        d = DI(2); e = d; d |= {'w': 1}; r.append(str((d is e, d)))
        for z in (LI(1), TU(2), ST("k"), DI(3), SE(4)): r.append(str([q for q in z]))
        a, b = TU(9); r.append(a + b)
        r.append(f"{IN(3)}{IN(3):>4}{ST('t')}{ST('t'):<3}{LI(1)}{TU(1)}")
    return hash(tuple(map(str, r[:len(r)//n]))) == hash(tuple(map(str, r[-(len(r)//n):]))), len(r), r[:len(r)//n]
print(ops(60))
