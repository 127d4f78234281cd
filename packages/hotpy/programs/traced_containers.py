def membership(n):
    s = {1, 2, 3}; f = frozenset("abc"); r = range(0, 100, 3); t = 0
    for i in range(n):
        if i in s: t += 1
        if i not in s: t += 2
        if chr(97 + i % 5) in f: t += 3
        if i in r: t += 4
        if (i % 7, 1) in {(3, 1), (4, 1)}: t += 5
        if i % 3 == 0.0 and 2.0 in s: t += 6
    return t
print(membership(3000))
def build(n):
    s = set(); out = []
    for i in range(n):
        s.add(i & 63)
        if i % 5 == 0: s.discard(i & 31)
        u = {i, i + 1, i % 3}
        s |= {i % 70}
        s -= {i % 11}
        v = s & u; w = s | u; x = u - s; y = u ^ s
        if i % 499 == 0:
            out.append((sorted(s), sorted(v), len(w), sorted(x), len(y), v <= w, s == w))
        c = {k * 2 for k in u}
        z = u; z |= {5}; assert z is u
        g = frozenset(u); h = g | s; g |= {7}
        if len(c) > 5: out.append(c)
    return out
for row in build(2500): print(row)
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return self.v % 4
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
def custom(n):
    s = set(); t = 0
    for i in range(n):
        s.add(K(i % 9))
        if K(i % 13) in s: t += 1
    return t, len(s)
print(custom(2000))
def unhashable(n):
    s = {1}; t = 0
    for i in range(n):
        try:
            s.add([i] if i % 100 == 99 else i)
            if ([1] if i % 77 == 76 else i) in s: t += 1
        except TypeError as e:
            m = str(e)
    return len(s), t, m
print(unhashable(2000))
def lists(n):
    l = []; out = []
    for i in range(n):
        l += [i, i + 1]
        m = l; m += (i,); assert m is l
        if len(l) > 30:
            del l[0]; del l[1:20]
        l.extend([i] * 2)
        k = [*l, *(1, 2)]; k *= 2
        t = (*k[:3], i)
        d = {"a": i, "b": 2}; del d["a"]
        if i % 7 == 0: d["c"] = 1; del d["b"]
        e = list(t); f = tuple(e); g = set(e); h = list(); j = dict(); h.append(i); j[i] = 1
        if i % 501 == 0: out.append((len(l), k[:4], t, d, e, f, sorted(g), h, j))
    return out
for row in lists(2500): print(row)
def deletes(n):
    d = {}; t = 0
    for i in range(n):
        d[i % 10] = i
        try:
            del d[i % 20]
        except KeyError as e:
            t += e.args[0]
    return t, d
print(deletes(2000))
def texts(n):
    out = []
    for i in range(n):
        s = "%d-%s %5.2f" % (i, "x", i / 3)
        t = "%s" % [i]; u = "%r" % ("a",)
        if i % 499 == 0: out.append((s, t, u, "a.b.c".rsplit(".", 1), "Ab".swapcase(), hash((i, 1)) == hash((i, 1))))
    return out
for row in texts(2000): print(row)
def formatting(n):
    class P:
        def __str__(self): return "P!"
    p = P(); c = 0
    for i in range(n):
        c += len("%s" % p) + len("%s" % (p,))
    return c
print(formatting(1500))
def loops(n):
    t = 0; d = {str(i): i for i in range(7)}; s = "abcdefg"; st = {1, 5, 9}
    for i in range(n):
        for k in d: t += len(k)
        for k, v in d.items(): t += v
        for v in d.values(): t -= v
        for c in s: t += ord(c) & 1
        for x in st: t += x
        for x in (1, 2): t += x
        if i == 700: d["new"] = 5
        if i == 900: s = "αβγ"; st = set()
    return t
print(loops(1500))
def changed(n):
    d = {1: 1, 2: 2}; m = None
    for i in range(n):
        try:
            for k in d:
                if i % 300 == 299: d[i] = 1
        except RuntimeError as e:
            m = (i, str(e)); d = {1: 1, 2: 2}
    return m
print(changed(1500))
