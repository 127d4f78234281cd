# Objects whose __index__ changes what they index, counts that nothing can hold, and keys that are not equal to themselves.
import array
import bisect
import collections
import itertools
import os
import random


class Index:
    def __init__(self, change, value=3):
        self.change = change
        self.value = value

    def __index__(self):
        self.change()
        return self.value


def numbers(kind):
    return kind(range(100, 120)) if kind is not bytearray else bytearray(range(20))


def attempt(name, make, operation):
    sequence = make()
    index = Index(sequence.clear)
    try:
        print(name, operation(sequence, index), list(sequence))
    except Exception as error:
        print(name, type(error).__name__, error, list(sequence))


OPERATIONS = {
    "get": lambda s, i: s[i],
    "set": lambda s, i: s.__setitem__(i, 7),
    "delete": lambda s, i: s.__delitem__(i),
    "times": lambda s, i: len(s * i) if not isinstance(s, collections.deque) else None,
    "index": lambda s, i: s.index(107, i) if isinstance(s, list) else None,
}
SLICES = {
    "from": lambda s, i: s[i:],
    "to": lambda s, i: s[:i],
    "by": lambda s, i: s[::i],
    "assign": lambda s, i: s.__setitem__(slice(i, None), s[:0]),
    "remove": lambda s, i: s.__delitem__(slice(i, 10)),
    "insert": lambda s, i: s.insert(i, 9),
    "pop": lambda s, i: s.pop(i),
}
for kind in list, bytearray, collections.deque:
    for name, operation in OPERATIONS.items():
        attempt(f"{kind.__name__} {name}", lambda: numbers(kind), operation)
    if kind is not collections.deque:
        for name, operation in SLICES.items():
            attempt(f"{kind.__name__} {name}", lambda: numbers(kind), operation)


def refused(function, *arguments, **named):
    try:
        print(function(*arguments, **named))
    except (MemoryError, OverflowError, ValueError, TypeError, IndexError, KeyError, RuntimeError) as error:
        print(function.__name__, type(error).__name__, error)


# Items that change what they are put into.
shorts = array.array("h", [1, 2])
shorts.extend([Index(int), 6])
print(shorts)
given = [1, Index(lambda: given.clear()), 3]
refused(shorts.fromlist, given)
print(shorts)

for low, high in (Index(int), None), (0, Index(int)), (None, 1), ("x", 1), (0, "x"), (2**70, 1), (0, Index(int, 2**70)):
    refused(bisect.bisect, [1, 2, 3, 4], 9, low, high)

# Counts.
for count in 2**62, 2**70:
    try:
        print(itertools.product([1, 2], repeat=count))
    except (MemoryError, OverflowError) as error:
        print("product", type(error).__name__)
    try:
        print(itertools.tee([1, 2], count))
    except (MemoryError, OverflowError) as error:
        print("tee", type(error).__name__)
print(list(itertools.product([1, 2], "ab", repeat=1)), sum(1 for _ in itertools.product([1, 2], repeat=5)))
print([list(each) for each in itertools.tee("abc", 3)])
refused(random.getrandbits, 2**70)
refused(random.getrandbits, -1)
print(itertools.repeat(1, 2**63 - 1), itertools.repeat(1, -5), len([*itertools.repeat(1, 3)]))
refused(itertools.repeat, 1, 2**70)
refused(itertools.combinations, [1, 2], 2**70)
for sequence in "ab", b"ab", [1], (1,), bytearray(b"a"), array.array("b", [1]):
    print(sequence * -(2**63))
    try:
        sequence * Index(int, 2**70)
    except OverflowError as error:
        print(error)
    try:
        sequence[Index(int, 2**70)]
    except IndexError as error:
        print(error)

# Keys that are not equal to themselves.
nan = float("nan")
print([(key, len(list(group))) for key, group in itertools.groupby([nan, nan, 1, 1, nan])])

# What os takes for integers.
for value in "x", None, 1.5, 2**70, Index(int, 10**6), Index(lambda: {}[0]):
    for function in os.close, os.isatty, os.get_inheritable, os.umask if not isinstance(value, Index) else os.close:
        try:
            print(function(value))
        except Exception as error:
            print(function.__name__, type(error).__name__, error)
refused(os.strerror, Index(int, 2))
print(os.strerror(True), os.strerror(0))
