def one(n):
    l = [3, 1, 2]; t = 0
    for i in range(n):
        for k, x in enumerate(l): t += k * x
        for k, x in enumerate(l, i): t += k
        for a, b in zip(l, range(i, i + 5)): t += a * b
        for a, b, c in zip(l, (1, 2, 3), "abc"): t += a * b + ord(c)
        for (a,) in zip(l): t += a
        for x in map(lambda v: v + i, l): t += x
        for x in map(lambda v, w: v * w, l, l): t += x
        for x in filter(lambda v: v > 1, l): t += x
        for k, (a, b) in enumerate(zip(l, l)): t += k + a * b
        for x in map(str, l): t += len(x)
        for x in filter(None, [0, 1, 2]): t += x
        for x in reversed(l): t += x
        if i % 400 == 399: l.append(i)
    return t
print(one(1500))
def objects(n):
    out = []
    for i in range(n):
        e = enumerate([i, i + 1]); z = zip("ab", e)
        first = next(z)
        rest = list(z)
        m = map(lambda v: v * 2, [i]); f = filter(lambda v: v, [0, i])
        if i % 499 == 0: out.append((first, rest, list(m), list(f), type(e).__name__, list(e)))
    return out
for row in objects(1500): print(row)
def early(n):
    t = 0
    for i in range(n):
        it = iter([1, 2, 3, 4])
        for a, b in zip(it, [10, 20]): t += a * b
        t += sum(it)
        for k, x in enumerate(it):
            break
        e = enumerate([5, 6, 7])
        for k, x in e:
            if k == i % 3: break
        for k, x in e: t += k * 100
        for x in map(lambda v: 10 // v, [1, 2]): t += x
    return t
print(early(1500))
def raising(n):
    t = 0
    for i in range(n):
        try:
            for x in map(lambda v: 10 // v, [1, 2, i % 100]): t += x
        except ZeroDivisionError as e:
            t += 1000
        try:
            for k, x in enumerate([1, None] if i % 200 == 199 else [1, 2]): t += x
        except TypeError:
            t += 5
    return t
print(raising(1500))
def gens(n):
    def g(k):
        for j in range(k): yield j
    t = 0
    for i in range(n):
        for k, x in enumerate(g(i % 5)): t += k * x
        for a, b in zip(g(4), g(3)): t += a - b
        t += sum(x for x in map(lambda v: v + 1, g(3)))
        d = dict(zip("abc", range(3))); t += d["c"]
        t += max(map(len, ["a", "bb"])) + any(map(lambda v: v > 2, g(5)))
    return t
print(gens(1500))
