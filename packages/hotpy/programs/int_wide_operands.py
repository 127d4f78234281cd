"""Operators of integers on both sides of 31, 53 and 63 bits, and of floats with them."""
edges = [0, -1, 3, 2**30-1, 2**30, -2**30-1, 2**52, -2**53, 2**62, 2**63-1, -2**63, 2**63, 62, 12345678901]
def f(a, b):
    r = []
    r.append(a + b); r.append(a - b); r.append(a * b)
    if b: r.append(a // b); r.append(a % b); r.append(a / b)
    r.append(a & b); r.append(a | b); r.append(a ^ b)
    if 0 <= b < 70: r.append(a << b); r.append(a >> b)
    r.append(a < b); r.append(a <= b); r.append(a > b); r.append(a >= b); r.append(a == b); r.append(a != b)
    x = 0
    if a < b: x += 1
    if a <= b: x += 2
    if a > b: x += 4
    if a >= b: x += 8
    if a == b: x += 16
    if a != b: x += 32
    r.append(x)
    return r
for a in edges:
    for b in edges:
        print(a, b, f(a, b))
def g(x, y): return (x + y, x * y, x - y, x / y if y else 0, x < y, x == y)
for a in (1.5, -0.0, float("inf"), float("nan"), 1e300):
    for b in edges: print(g(a, b), g(b, a))
