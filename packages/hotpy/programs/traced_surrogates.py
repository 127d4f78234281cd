def f(n):
    l = [3, 1, 2, 0]; t = 0; out = []
    for i in range(n):
        t += sum(x * i for x in l) + sum((x for x in l), i) + sum(map(lambda v: v + 1, l))
        t += any(x > 2 for x in l) + all(x >= 0 for x in l) + any(x > 9 for x in l)
        t += max(x * 2 for x in l) - min(x - i for x in l) + max(map(abs, l))
        a = list(x + i for x in l); b = tuple(x for x in l if x); c = "-".join(str(x) for x in l)
        d = list(enumerate(l)); e = list(zip(l, b)); g = ",".join(map(str, l))
        h = sum(x for x in l if x > i % 4)
        s = set(x % 2 for x in l); k = dict((x, i) for x in l); z = sorted(x for x in l)
        if i % 499 == 0: out.append((a, b, c, d, e, g, h, s, k, z))
    return t, out
t, out = f(1500)
print(t)
for row in out: print(row)
def empty(n):
    t = 0
    for i in range(n):
        try:
            t += max(x for x in range(i % 3))
        except ValueError as e:
            m = str(e); t -= 1
        try:
            t += sum(x for x in [1, "a" if i % 100 == 99 else 2])
        except TypeError as e:
            q = str(e); t += 3
        try:
            t += len("".join(x for x in ["a", 1 if i % 90 == 89 else "b"]))
        except TypeError as e:
            r = str(e)
        try:
            t += sum((10 // x for x in [1, i % 50]), 0.5)
        except ZeroDivisionError as e:
            t += 7
    return t, m, q, r
print(empty(1500))
def nested(n):
    t = 0
    for i in range(n):
        t += sum(sum(y for y in range(x)) for x in range(4))
        t += sum([sum(x * y for y in range(3)) for x in range(3)])
    return t
print(nested(1000))
