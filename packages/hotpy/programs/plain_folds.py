# What sum, min, max, any, all and list make of plain values; and frozensets as keys.

print(sum([1, 2, 3]), sum([1.5, 2, True]), sum([2**62, 2**62]), sum([2**63]), sum([]), sum([], 5), sum([1], 2.5))
print(sum((1, 2), 2**40), sum([0.1] * 10), sum([True, False]), sum([1, 2], True), sum([-(2**63), -1]), sum([2**70, 1.5]))
print(sum([1, 2.5, 2**80]), sum([1, 2.5, -0.0]), type(sum([True])), type(sum([], False)), sum([2**63 - 1, 1, -1]))
print(min([3, 1, 2]), max("a", "b"), min([1.0, 1]), max([1, 1.0]), min(["b", "a"]), max([(1, 2), (1, 3)]), min(True, 0))
nan = float("nan")
print(min([nan, 1]), min([1, nan]), max([nan, 1]), max((1, nan)))
print(any([0, None, False, 1]), all([1, True]), any([]), all([]), any([0, ""]), all([1, "x", []]), any([0, 0.0, "a"]))
for bad in [1, "a"], [None, None], [(1,), 1]:
    try:
        print(min(bad))
    except TypeError as error:
        print(error)

print(list(range(5)), list(range(9, 0, -4)), list("héé€"), list({1: 2, 3: 4}), list({1: 2, 3: 4}.values()))
print(list({3, 1, 2}), list({1: 2}.items()), list(range(3, 3)))
entries = {1: "a", 2: "b", 3: "c"}
del entries[2]
print(list(entries), list(entries.values()), [*entries], sorted(entries), list(reversed(entries)))
keys = iter({1, 2, 3})
next(keys)
print(list(keys), list(keys))
keys = iter({1: 1, 2: 2})
next(keys)
print(list(keys), list(keys))
letters = iter("h€llo")
next(letters)
print(list(letters), list(letters))
keys = iter(entries)
entries[4] = 1
try:
    print(list(keys))
except RuntimeError as error:
    print(error)

a, b = frozenset([1, 2]), frozenset([2, 1])
table = {a: 1}
table[b] = 2
print(table, b in table, frozenset([a]) == frozenset([b]), {frozenset([a]): 2}[frozenset([b])], {(a,): 3}[(b,)])
print(frozenset([1]) == {1}, {frozenset(): 1}[frozenset()], {1} in [frozenset([1])], frozenset([1]) in {frozenset([1.0])})
print(a in [b], [0, a].index(b), (a,) == (b,), (frozenset([1]),) < (a,), (a,) < (b,), [a, b].count(b), {a, b})
print(sorted([a, frozenset([1])]) == [a, frozenset([1])], min([a, frozenset([1])]) == frozenset([1]), max(a, frozenset([3])))


class Loud:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return 7

    def __eq__(self, other):
        return isinstance(other, Loud) and self.value == other.value


print({frozenset([Loud(1)]): 1}.get(frozenset([Loud(1)])), {frozenset([Loud(1)]): 1}.get(frozenset([Loud(2)])))
x = y = frozenset()
for i in range(30):
    x, y = frozenset([x]), frozenset([y])
print(x == y, {x: 1}.get(y))
for i in range(30):
    x, y = frozenset([(x, i)]), frozenset([(y, i)])
print(x == y, {x: 1}.get(y), {(x,): 1}.get((y,)))
for i in range(20000):
    x, y = frozenset([(x,)]), frozenset([(y,)])
try:
    print(x == y)
except RecursionError:
    print("RecursionError")
