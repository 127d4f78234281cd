# Loops whose types change after they have become hot.
def add_all(xs):
    s = 0
    for x in xs:
        s = s + x
    return s
print(add_all(range(3000)))
print(add_all([1] * 2000 + [0.5] + [1] * 1000))
print(add_all([2**29] * 2000 + [2**62] * 10 + [2**70]))
print(add_all([True] * 1500 + [2] * 5))
try:
    add_all([1] * 2500 + ["x"])
except TypeError as e:
    print(e)
class N:
    def __init__(self, v): self.v = v
    def __add__(self, o): return N(self.v + (o.v if isinstance(o, N) else o))
    def __radd__(self, o): return N(o + self.v)
print(add_all([1] * 1200 + [N(5)] + [1] * 1200).v)
def counter(n, start, step):
    i = start
    while i < n:
        i += step
    return i
print(counter(3000, 0, 1), counter(3000, 0.0, 1), counter(2**31 + 10, 2**31 - 3000, 1), counter(2**63 + 10, 2**63 - 2000, 3), counter(5, -2000, 1.5))
def select(values):
    out = []
    for v in values:
        if v: out.append(v)
        elif v is None: out.append("none")
        else: out.append(-1)
    return out
print(select([1, 0, None, "", "a", [], 0.0, -0.0, 1.5] * 300)[-9:], len(select([0] * 2000)))
def product(xs):
    p = 1
    for x in xs: p *= x
    return p
print(product([1] * 2000), product(range(1, 30)), product([1.5] * 20), product([3] * 100), product([1, "ab", 3]))
