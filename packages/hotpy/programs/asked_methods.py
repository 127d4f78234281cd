"""len(), repr() and str() of objects whose classes have the method, in hot code: results that are none, faults, classes that change."""


class Bag:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        if self.n == 13:
            raise KeyError(self.n)
        return self.n

    def __repr__(self):
        return f"Bag({self.n})"

    def __str__(self):
        if self.n % 50 == 7:
            return self.n
        return "bag of " + str(self.n)


class OnlyRepr:
    def __repr__(self):
        return "only"


class BigBag(Bag):
    def __str__(self):
        return "big " + super().__str__()


class Twice(str):
    def __len__(self):
        return 2 * super().__len__()


def lengths(sizes):
    found = []
    for size in sizes:
        try:
            found.append(len(Bag(size)))
        except (TypeError, ValueError, OverflowError, KeyError) as error:
            found.append(f"{type(error).__name__}: {error}")
    return found


def texts(n):
    out = []
    for i in range(n):
        for thing in (Bag(i), BigBag(i), OnlyRepr(), i, "s"):
            try:
                out.append(str(thing) + repr(thing) + type(str(thing)).__name__)
            except TypeError as error:
                out.append(str(error))
    return len(out), sum(map(len, out)), sorted(set(out))[:8], out[-6:]


def changing(n):
    bag = Bag(3)
    total = 0
    for i in range(n):
        total += len(bag) + len(Twice("ab")) + len("abc") + len(str(bag))
        if i == n // 3:
            Bag.__len__ = lambda self: self.n * 10
        if i == n // 2:
            Bag.__str__ = lambda self: "changed"
    Bag.__len__ = lambda self: self.n
    return total


sizes = [0, 1, False, 5, 2**30, 2**31, 2**62, 2**63, -1, -(2**70), True, "x", None, 1.5, 13, 7]
for _ in range(3):
    print(lengths(sizes * 3)[-15:])
    print(texts(20))
print(changing(90))
print(lengths(sizes)[:6])
for bad in ("len()", "len(1, 2)", "len(3)", "str(b'a', 1)", "repr()", "len(Bag)"):
    try:
        eval(bad)
    except TypeError as error:
        print(bad, error)
