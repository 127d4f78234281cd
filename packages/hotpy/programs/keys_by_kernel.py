"""Sorting, min and max by keys that are builtin functions, types and methods; attributes of numbers."""

import operator


def attempt(function, *arguments, **keywords):
    try:
        return function(*arguments, **keywords)
    except Exception as error:
        return type(error).__name__, str(error)


class Text(str):
    def lower(self):
        return "z" + str(self)

    def __len__(self):
        return 1


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size

    def __repr__(self):
        return f"Sized({self.size})"


words = ["pear", "Fig", "apple", "kiwi", "", "Banana", "éclair"]
mixed = ["pear", [1, 2], (), {1: 2}, {3, 4, 5}, b"ab", range(7), bytearray(b"x")]
order = [5, 3, 1, 4]
keys = [len, str, str.lower, str.upper, repr, hash, abs, operator.neg, operator.not_, int, float, bool, ord, str.strip, list,
        set, tuple, order.index, order.__contains__, [3, 1, 2].pop, [1, 2, 3, 4].__getitem__, "abcab".find, callable, None]
lists = [words, mixed, [3, 1, 2], [3, 1, 9], [2.5, -1, True, 2**70], ["3", "1", "x"], ["3", "1", "20"], [Text("B"), Text("a"), "Q"],
         [Sized(3), Sized(1), [0, 0]], [None, 0, 1], []]
for key in keys:
    for items in lists:
        if key is hash and items and not isinstance(items[0], (int, float)):
            continue
        print(getattr(key, "__name__", key), attempt(sorted, items, key=key), attempt(min, items, key=key), attempt(max, tuple(items), key=key))
        copy = list(items)
        if attempt(copy.sort, key=key, reverse=True) is not None or copy != attempt(sorted, tuple(items), key=key, reverse=True):
            print(copy)

taken = [4, 3, 2, 1, 0]
print(attempt(sorted, [0, 0, "x"], key=taken.pop), taken)
print(min(3, -7, 5, key=abs), max("ab", "c", key=len), min([], key=len, default=4))

for number in (5, -3, True, 2**70, 1.5, -0.0):
    print(number.real, number.imag, type(number.real), attempt(getattr, number, "numerator"), attempt(getattr, number, "denominator"))
print([callable(each) for each in (1, "a", None, [], (), len, "a".upper, int, attempt, Text, Sized(1), lambda: 0, {}, 1.5, Sized.__len__)])
