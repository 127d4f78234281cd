# Sets: operations, and the order in which small integers and numbers come out.
s = {3, 1, 2}
print(s, len(s), 2 in s, 5 not in s, set(), set([1, 1, 2]), frozenset([2, 1]), {1, 1.0, True}, set(range(10)), set("a"))
s.add(10); s.add(1); s.discard(99); s.remove(3)
print(s, s | {4}, s & {1, 4}, s - {1}, s ^ {1, 7}, s <= {1, 2, 10, 11}, s < s, s == {10, 2, 1}, s.isdisjoint({5}), s.issubset([1, 2, 10]), s.union([5], [6]))
t = set()
for i in range(0, 1000, 37): t.add(i)
print(t)
for i in range(0, 1000, 74): t.discard(i)
print(t, t.pop() in range(1000), len(t))
print({20, 3, 17, 33, 49, 1, 64, 100, 5}, {i * i for i in range(12)}, {-1, -2, -3, 0.5, 1.5}, {(1, 2), (3, 4)} == {(3, 4), (1, 2)}, {None: 1}.keys() & {None})
s |= {50, 60}; s &= {50, 60, 1}; s -= {1}; s ^= {7}
print(s, sorted({5, 3, 9}), max({4, 8}), sum({1, 2, 3}), bool(set()), {1: 2, 3: 4}.keys() | {9})
for f in (lambda: {[]}, lambda: {1}.remove(5), lambda: set().pop(), lambda: {1} + {2}, lambda: set(5), lambda: s[0], lambda: {1} | [2], lambda: hash({1})):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
d = {frozenset([1, 2]): "a"}
print(d[frozenset([2, 1])], frozenset() == set(), frozenset([1]) | {2}, type(frozenset([1]) | {2}).__name__, type({2} | frozenset([1])).__name__)
a = {1, 2, 3}
try:
    for x in a: a.add(x + 10)
except RuntimeError as e:
    print(e)
