"""Choices of itertools, groups, counts, sorting by items, encoding: often enough to be compiled."""
from collections import Counter, OrderedDict
from itertools import combinations, combinations_with_replacement, groupby, permutations, product
from operator import itemgetter

for pool in ([], [1], "ab", (1, 2, 3), range(4), ["a", "a", "b"]):
    for r in range(5):
        print(list(combinations(pool, r)), list(combinations_with_replacement(pool, r)), list(permutations(pool, r)))
        print(list(product(pool, repeat=r))[:30])
    print(list(permutations(pool)), list(product(pool, "xy")), list(product(pool, [], "x")))
print(list(product()), len(list(permutations(range(7)))), len(list(combinations(range(12), 5))))
print(sum(a * b - c for a, b, c in product(range(20), range(10), range(5))))
print(sum(p[0] * p[-1] for p in permutations(range(6), 4)), sum(map(sum, combinations(range(10), 4))))
steps = permutations("abc")
print(next(steps), next(steps), list(steps), list(steps), next(steps, "end"))

values = [i // 7 % 5 for i in range(200)]
print([(key, len(list(group))) for key, group in groupby(values)])
print([key for key, _ in groupby(values)], [(key, next(group)) for key, group in groupby(values, lambda x: x > 2)])
groups = groupby("aabbc")
first = next(groups)[1]
second = next(groups)[1]
print(list(first), list(second), [(key, list(group)) for key, group in groups])

rows = [(i * 7919 % 23, chr(97 + i % 5), [i]) for i in range(60)]
print(sorted(rows, key=itemgetter(0)) == sorted(rows, key=lambda row: row[0]), sorted(rows, key=itemgetter(1), reverse=True)[:7])
print(sorted(rows, key=itemgetter(1, 0))[:5], sorted(rows, key=itemgetter(-1))[:3], sorted("ba", key=itemgetter(0)))
rows.sort(key=itemgetter(0))
print(rows[:6], sorted([{"a": 2}, {"a": 1}], key=itemgetter("a")))
for odd in ([(1,), ()], [1, 2], [(1,), ("a",)]):
    try:
        print(sorted(odd, key=itemgetter(0)))
    except Exception as error:
        print(type(error).__name__, error)


class Loud(dict):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


class Key:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        return isinstance(other, Key)


print(Counter("hello w\u00f6rld \u1234\u1234"), Counter([1, 1.0, True, (1, 2), (1, 2), None]), Counter(x % 3 for x in range(10)))
counter = Counter(a=2.5, b=10**30)
counter.update("abcab")
print(counter, len(Counter([Key(), Key(), 3, Key()])), Counter({"a": 3}), Counter(range(3)))
try:
    Counter([1, 2, []])
except TypeError as error:
    print(error)
from collections import _count_elements

for mapping in (Loud(), OrderedDict(), {}):
    _count_elements(mapping, "aab")
    print(mapping)

for text in ("", "abc", "\u00fc", "\u1234\U00012345", "a" * 300):
    print(len(text.encode()), text.encode().decode() == text, bytearray(text.encode()).decode() == text)
for bad in (b"\xff", b"ab\xc3"):
    try:
        bad.decode()
    except UnicodeDecodeError as error:
        print(error)
try:
    "\ud800".encode()
except UnicodeEncodeError as error:
    print(error)
total = 0
for i in range(3000):
    total += len(f"{i}\u00fc".encode()) + len(b"abc".decode())
print(total)
