"""Tuples as keys of dicts and sets: few and many items, of all plain kinds, equal and not."""

import random
random.seed(9)
items = [0, 1, -1, -2, 2**40, "a", "bc", "é", "", None, True, 1.0, 1.5, (1, 2), (-1,), ("a",), b"x", frozenset([1]), float("inf")]
def rnd(): return tuple(random.choice(items) for _ in range(random.randrange(0, 11)))
d, s = {}, set()
keys = [rnd() for _ in range(6000)] + [(x, y) for x in range(-9, 9) for y in range(-9, 9)] + [(x, str(y)) for x in range(-9, 9) for y in range(9)]
for k in keys + keys[::-3]:
    d[k] = d.get(k, 0) + 1
    s.add(k)
print(len(d), len(s), sum(d.values()), all(k in d and k in s for k in keys))
print(sum(tuple(list(k)) in d for k in keys), sum(k + (1,) in s for k in keys))
print([(a, b, a == b, a != b) for a in keys[:40] for b in keys[:40] if a == b][:50] == [(a, b, True, False) for a in keys[:40] for b in keys[:40] if a == b][:50])
print(hash((-1, 2)), hash((1, 2, 3)), hash(()), hash((0,)), hash((-1,)), hash((-2,)), hash((1.0, True)) == hash((1, 1)))
big = [tuple([i, -1] * n) for n in range(8) for i in range(-3, 3)]
print([hash(t) for t in big], len(set(big)))
s1 = "".join(["a", "b"]); view = ""
for i in range(600): view += "ab" * 2
print(("x", view) in {("x", "abab" * 600)}, (s1, 1) == ("ab", 1), (s1, 1) == ("ab", 1.0), (s1,) < ("ac",), (1, "a") < (1, "b") < (2, "a"))
