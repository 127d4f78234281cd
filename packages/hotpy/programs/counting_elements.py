# Counting by collections.Counter: items that a kernel counts, and such as Python code must look at.
from _collections import _count_elements
from collections import Counter, OrderedDict


class Key:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return f"Key({self.name!r})"


class Text(str):
    pass


class Loud(Counter):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


class Asked(dict):
    def get(self, key, default=None):
        print("get", key)
        return dict.get(self, key, default)


words = "the quick brown fox jumps over the lazy dog the end".split()
for _ in range(30):
    counts = [
        Counter(words),
        Counter("abracadabra"),
        Counter("ää€\U0001f600€"),
        Counter((1, 1.0, True, 2, None, (1, 2), (1, 2), b"x", frozenset((1,)))),
        Counter(len(word) for word in words),
        Counter({"a": 3, "b": -1}),
        Counter([Key("a"), Key("a"), "a", Text("a")]),
        Counter(range(3)),
        Counter(""),
        Counter([]),
    ]
for each in counts:
    print(each, each.total())

total = Counter()
for _ in range(50):
    total.update(words)
    total.update("the")
    total.subtract(["the"])
print(sorted(total.items()))

# Counts that are not small, or no integers.
for start in (2**29 - 2, 2**30 - 2, 2**62, 2**70, 1.5, True):
    counter = Counter(a=start)
    counter.update("aaaa")
    print(counter)
    held = {"a": start}
    _count_elements(held, ["a", "b", "a"])
    print(held)
for broken in ("x", None):
    held = {"a": broken}
    try:
        _count_elements(held, ["b", "a"])
    except TypeError as error:
        print(error, held)

# What cannot be counted, after what can.
for items in (["a", [], "b"], 5, [{}, 1]):
    counter = Counter()
    try:
        counter.update(items)
    except TypeError as error:
        print(error, counter)

# Classes with methods of their own.
loud = Loud("aba")
print(loud)
asked = Asked()
_count_elements(asked, "ab")
print(asked)
ordered = OrderedDict()
_count_elements(ordered, "cacb")
print(ordered)


class Late(dict):
    pass


late = Late()
_count_elements(late, "ab")
Late.get = Asked.get
_count_elements(late, "ab")
print(late)
