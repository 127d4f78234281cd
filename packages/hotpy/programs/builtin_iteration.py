# zip, map, filter, enumerate, reversed, iter, next, sum, min, max, any, all, sorted.
print(list(zip("abc", [1, 2])), list(zip()), list(zip("a")), list(zip(range(3), "xyz", (4, 5, 6))), dict(zip("ab", (1, 2))))
print(list(map(lambda x: x * 2, [1, 2])), list(map(lambda a, b: a + b, [1, 2], (10, 20, 30))), list(map(str, range(3))), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate("a", start=-1)), list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(4))), list(reversed({"a": 1, "b": 2})))
print(sum([]), sum([1, 2], 10), sum([1.5, 2]), sum([[1], [2]], []), sum((x for x in range(5)), start=1), sum([0.1] * 10), sum([2**62] * 4))
print(min(3, 1, 2), min([3, 1]), max("abc"), max([], default=None), min([[2], [1, 5]]), max(1, 1.0), max(1.0, 1), max("a", "B", key=str.lower), min({3: 1, 2: 5}), max((x for x in (4, 9, 2)), key=lambda v: -v))
print(any([]), all([]), any([0, 1]), all([1, 0]), any(x > 2 for x in (1, 2, 3)), all(x for x in "abc"))
it = iter([1, 2, 3])
print(next(it), list(it), next(it, "d"), list(iter(lambda c=[0]: c.append(1) or len(c), 5)), iter(it) is it)
print(sorted("bca"), sorted([3, 1], reverse=True), sorted({"b": 1, "a": 2}), sorted([(2, "a"), (1, "b")], key=lambda t: t[1]))
order = []
def note(x):
    order.append(x)
    return x
z = zip(map(note, [1, 2, 3]), map(note, "ab"))
print(list(z), order)
m = map(note, [7, 8])
print(next(m), order[-1], next(m), next(m, "end"))
class Err:
    def __iter__(self): return self
    def __next__(self): raise ValueError("in next")
for f in (lambda: list(Err()), lambda: sum(Err()), lambda: max(Err()), lambda: list(map(lambda x: 1 / x, [1, 0])), lambda: sorted([1, "a"]), lambda: list(zip([1], 5)), lambda: min(), lambda: max([]), lambda: next(iter([])), lambda: list(enumerate(5)), lambda: dict(zip([1])), lambda: list(filter(5, [1])), lambda: sum(["a"]), lambda: list(zip([1], [1, 2], strict=True))):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__ + ":", e)
print(abs(-5), abs(-5.5), abs(True), divmod(7, -2), pow(2, 10), pow(2, -1), round(2.567, 2), round(5), chr(97), ord("a"), hex(255), bin(5), oct(8), callable(len), callable(5), repr("a"), ascii("é"), len({1: 2}), bool([]), id(None) == id(None))
