# Lists, tuples, dicts, ranges and iterators.
def t(f):
    try: return f()
    except Exception as e: return type(e).__name__ + ": " + str(e)
l = list(range(10))
for s in [slice(None), slice(2, 5), slice(None, None, -1), slice(8, 2, -2), slice(-3, None), slice(0, 100, 3), slice(5, 2)]:
    print(l[s], tuple(l)[s], "0123456789"[s], range(10)[s], s.indices(10), s)
    for v in ([], [1], [1, 2, 3], range(4), "xy"):
        m = l[:]
        print(t(lambda: m.__setitem__(s, v)), m, end=" ")
    m = l[:]; del m[s]; print(m)
l = []
for i in range(20): l.append(i * 7 % 11); l.insert(i // 2, -i); 
print(l, l.count(3), l.index(3), t(lambda: l.index(99)), t(lambda: l.remove(99)), l.pop(), l.pop(0), l.pop(-2), t(lambda: [].pop()), t(lambda: l.pop(100)))
l.sort(); print(l); l.sort(reverse=True); print(l); l.sort(key=lambda x: (x % 3, x)); print(l); l.reverse(); print(l, sorted(l, key=abs), sorted("hello"), sorted({3: 1, 1: 2}), sorted((3, 1, 2), reverse=True))
print(t(lambda: sorted([1, "a"])), t(lambda: [3, 1, None].sort()), sorted([2.5, 1, True, -3]), sorted(["b", "a", "é", "Z", "😀", "aa"]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], []]))
import math
nan = math.nan
print(sorted([3, nan, 1, 2, nan, 0, 5, -1]), sorted([nan, 1, 0]), min(nan, 1), max(1, nan))
class K:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f"K{self.v}"
print(sorted([K(3), K(1), K(2)]), min([K(3), K(1)]), t(lambda: max([K(3), K(1)])))
x = [K(i * 37 % 101) for i in range(200)]
x.sort(); print(x[:5], x[-3:]); x.sort(key=lambda k: -k.v); print(x[:3])
def mut(k): x.append(1); return 0
print(t(lambda: x.sort(key=mut)))
a = [1, 2]; a += "ab"; a += (3,); a *= 2; print(a, a + [1], [0] * 3, 2 * [1], t(lambda: a + (1,)), t(lambda: a * "x"), t(lambda: a * 1.5), a == a[:], a < [1, 3], a > [], [1, 2] <= [1, 2], [] != [])
a.extend(x * 2 for x in range(3)); a.extend({1: 2}); a.extend(range(2)); print(a); a.clear(); print(a, a.copy())
r = []; r.append(r); r.append((r,)); print(r, {1: r})
d = {}; d[1] = d; print(d)
a = [1, 2, 3]; a.extend(a); print(a); a[1:1] = a; print(a)
print(list("ab"), list((1, 2)), list({1: 2}), list(range(3)), list(x for x in "ab"), list(map(str, [1, 2])), list(zip("ab", [1, 2], (3.0, 4.0))), list(enumerate("ab", 5)), list(filter(None, [0, 1, "", 2])), list(filter(lambda x: x > 1, [1, 2, 3])), list(reversed([1, 2, 3])), list(reversed("ab")), list(reversed(range(3))), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), tuple(x for x in range(3)), tuple([1]), tuple("ab"), tuple())
print((1, 2) + (3,), (1,) * 3, (1, 2) == (1, 2), (1, 2) < (1, 3), hash((1, 2, 3)), hash(()), hash((1, (2, 3.5, None.__class__ is None))), (1, 2, 3).index(2), (1, 1).count(1), t(lambda: (1,).index(5)), (1,), (), t(lambda: (1,)[5]), t(lambda: (1,) + [1]), t(lambda: hash([])), t(lambda: hash(([],))))
print(map(str, []), filter(None, []), zip(), enumerate([]), reversed([]), iter([])) if 0 else None
it = iter([1, 2, 3]); print(next(it), list(it), next(it, "end"), t(lambda: next(it)))
z = zip([1, 2, 3], "ab"); print(next(z), next(z), next(z, None), next(z, None)); m = map(int, ["1", "x", "3"]); print(next(m), t(lambda: next(m)))
e = enumerate("abc"); print(next(e), e.__next__(), iter(e) is e, list(e)); g = (i for i in range(3)); print(next(g), next(g), next(g), next(g, "done"))
print(list(iter(lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0], 4)), t(lambda: iter(5)), t(lambda: list(zip([1], [1, 2], strict=True))), t(lambda: list(zip([1, 2], [1], strict=True))), list(zip([1], [2], strict=True)), t(lambda: next(5)))
d = {"a": 1, "b": 2}
print(d, d.get("a"), d.get("z"), d.get("z", 0), d.setdefault("c", 3), d.setdefault("a", 9), d.pop("b"), t(lambda: d.pop("zz")), d.pop("zz", None), d, len(d), "a" in d, list(d), list(d.keys()), list(d.values()), list(d.items()), d.keys(), d.values(), d.items(), d.copy() == d, d | {"q": 1}, dict(a=1, b=2), dict([("x", 1), ("y", 2)]), dict({"k": 1}, z=2), dict(zip("ab", [1, 2])), {**d, "n": 1}, dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))
d.update({"m": 1}); d.update([("n", 2)]); d.update(o=3); d.update(zip("pq", [1, 2])); d |= {"r": 1}; d |= [("s", 2)]; print(d, d.popitem(), list(reversed(d)), list(reversed(d.items())), t(lambda: d["nope"]), t(lambda: {}.popitem()), t(lambda: d[[]]), t(lambda: dict([1])), t(lambda: dict([(1, 2, 3)])), t(lambda: dict(5)), t(lambda: {}.update(5)), d == {}, d != {}, t(lambda: d < {}), d.keys() & {"a", "zz"}, sorted(d.keys() | {"zz"}), sorted(d.keys() - {"a"}), d.items() == dict(d).items(), d.keys() == set(d), ("a", 1) in d.items(), 1 in d.values())
def grow():
    e = {1: 1}
    for k in e: e[k + 1] = 1
print(t(grow))
e = {i: i * i for i in range(10)}
for i in range(0, 10, 2): del e[i]
e[0] = "new"; print(e, {1: "a", 1.0: "b", True: "c"}, {(1, 2): 3}[(1, 2)], {None: 1}, {1.5: 2}[1.5], {"a" * 2: 1}["aa"])
r = range(0, 100, 7); print(r, len(r), r[3], r[-1], 14 in r, 15 in r, 14.0 in r, "a" in r, r.index(21), r.count(21), r == range(0, 99, 7), hash(r) == hash(range(0, 99, 7)), r[1:5], r[::-1], list(reversed(r))[:3], r.start, r.stop, r.step, t(lambda: r[100]), t(lambda: range(1, 2, 0)), t(lambda: range("a")), t(lambda: range()), range(10**20, 10**20 + 3)[1], list(range(2**30 - 2, 2**30 + 2)), list(range(2**62, 2**62 + 2)), len(range(-5, 5)), bool(range(0)), range(5) == range(0, 5), range(0) == range(2, 1), t(lambda: range(5)["a"]), t(lambda: r.index(1)), sum(range(10**6)))
print(any([0, 1]), all([]), all([1, 0]), any(x > 2 for x in range(4)), all(x < 4 for x in range(4)), sum(x for x in range(10)), min(x for x in (3, 1)), max("abc", key=ord), max((len(w), w) for w in ["a", "bbb"]), t(lambda: min([])), t(lambda: min(1)), t(lambda: sum(["a"])), t(lambda: sum(["a"], "")), sorted(x for x in "cab"), "-".join(c for c in "abc"), dict((i, i) for i in range(2)), set(x for x in "aa"), t(lambda: max()), t(lambda: min(1, 2, default=3)), len({1, 2}), t(lambda: len(5)), callable(len), callable(1), isinstance(1, (str, int)), t(lambda: isinstance(1, 1)), issubclass(bool, int), chr(65), ord("é"), t(lambda: chr(-1)), t(lambda: ord("ab")), ascii("é"), repr("a'b"), hex(255), bin(-5), oct(8), abs(-3.5), divmod(7, -2), round(2.5), round(-3.567, 2), pow(2, 10), id(l) == id(l), hash("a") == hash("a"), type(5).__name__, getattr(5, "real"), getattr(5, "nope", 0), hasattr("a", "upper"))
print(*[1, 2], sep="-", end="!\n"); print(); print(None, end=""); print("", "x", sep="|"); print(1, "a", [1], (1,), {1: 2}, 1.5, True, None, ...); print(sep=""); print("a\tb", "c\\d")
