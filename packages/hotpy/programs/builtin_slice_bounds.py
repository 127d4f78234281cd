# Slices of lists, tuples and strings with bounds of all kinds, slice stores, and `in` for the same types.


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Stack(list):
    pass


class Mapping:
    def __getitem__(self, key):
        if key == "a":
            return 1
        raise KeyError(key)


class HasKeys(Mapping):
    def __getattr__(self, name):
        if name == "keys":
            return lambda: ["a"]
        raise AttributeError(name)


class Property(Mapping):
    @property
    def keys(self):
        raise AttributeError("none")

    def __iter__(self):
        return iter([("b", 2)])


FIRST = (None, -12, 0, 3, 10, True, 2**40, Index(2))
LAST = (None, -3, 0, 7, 30, False, -(2**40))
STEPS = (None, -3, -1, 1, 2, 20, 2**35, -(2**29))


def text(word):
    return word if isinstance(word, str) else "/".join(map(str, word))


def slices(items, letters, wide, view):
    row = tuple(items)
    for first in FIRST:
        for last in LAST:
            parts = []
            for step in STEPS:
                for each in (items, row, letters, wide, view):
                    parts.append(text(each[first:last:step]))
            print(*parts)


def stores(items):
    for first in (None, -3, 4, Index(2)):
        for last in (None, 2, 6, -1):
            for step in (None, -1, 3):
                parts = []
                for given in ([], [0], (0, 0, 0), "xy", items):
                    changed = items[:]
                    try:
                        changed[first:last:step] = given
                        parts.append(text(changed))
                    except ValueError as error:
                        parts.append(str(error))
                print(*parts)


def membership(items, letters, wide, view):
    row = tuple(items)
    for _ in range(40):
        found = [x in y for x in (1, 1.0, "a", "ab", None, (1,), True) for y in (items, row, [None], ["ab"], [(1,)])]
        parts = [x not in y for x in ("", "a", "ij", "\u1234", "\u0100", "tail", "xt") for y in (letters, wide, view)]
    print(found)
    print(parts)
    nan = float("nan")
    print(nan in [nan], float("nan") in [nan], nan in (1, nan))


def errors(items):
    def attempt(function):
        try:
            print(function())
        except Exception as error:
            print(type(error).__name__, error)

    attempt(lambda: items[::0])
    attempt(lambda: items["a":])
    attempt(lambda: "text"[1.0:])
    attempt(lambda: tuple(items)[: Index("no")])
    attempt(lambda: 1 in "text")
    attempt(lambda: items.__setitem__(slice(1, 2), 3))
    attempt(lambda: tuple(items).__setitem__(slice(1, 2), 3))
    attempt(lambda: dict(Mapping()))
    attempt(lambda: dict(HasKeys()))
    attempt(lambda: dict(Property()))
    attempt(lambda: dict(zip("abc", (1, 2))))
    attempt(lambda: dict(items))


def main():
    items, view = list(range(10)), "x" * 1500
    view += "tail"
    slices(items, "abcdefghij", "\u1234bc\u0100", view[-9:])
    print(view[1498:], view[::-500], view[-1], len(view[:1502]))
    stores(items)
    membership(items, "abcdefghij", "\u1234bc\u0100", view)
    errors(items)
    stack = Stack(items)
    stack[1:3] = [0]
    print(stack[2:4], type(stack[1:]), 3 in stack, stack)
    large = list(range(70000))
    half = large[1:]
    large[10:] = half
    print(len(half), len(large), large[9:12], large[::-69000], 69999 in large)
    print([len(text("ab" * 50000)[:size]) for size in (1, 65536, 65537, 99999)])


main()
