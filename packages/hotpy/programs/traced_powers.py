import math
def powers(n):
    out = []; t = 0.0
    for i in range(n):
        x = i * 0.37 - 5.0
        a = x ** 2; b = (x * x + 1) ** -1.5; c = i ** 2; d = (i + 0.5) ** 0.5; e = 2 ** (i % 70); f = 2.0 ** (i % 40); g = True ** 2
        h = (abs(x) + 1) ** i if i < 60 else 0.0
        k = (-3) ** (i % 5); l = (i + 1) ** -2; m = (-0.0) ** 2
        x **= 2
        t += a + b + d + f + x
        if i % 211 == 0: out.append((a, b, c, d, e, f, g, h, k, l, m))
    return t, out
t, out = powers(1500)
print(t)
for r in out: print(r)
def errors(n):
    c = [0, 0, 0]
    for i in range(n):
        try:
            (1e200 if i % 50 == 0 else 2.0) ** 2
        except OverflowError as e: c[0] += 1; s = str(e)
        try:
            (0.0 if i % 40 == 3 else 1.5) ** -1.0
        except ZeroDivisionError as e: c[1] += 1; r = str(e)
        try:
            10.0 ** (i % 400)
        except OverflowError as e: c[2] += 1
    return c, s, r
print(errors(3000))
def special(n):
    inf = float("inf"); nan = float("nan"); t = []
    for i in range(n):
        v = [inf, nan, -inf, 1.5][i % 4]
        r = (v ** 2, v ** 0.5 if v > 0 else 0, (i + (1 << 40)) ** 2, (i << 33) ** 2)
        if i > n - 5: t.append(r)
    return t
print(special(1500))
