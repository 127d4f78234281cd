"""Truth and unary operators by methods, and comparisons of classes, in hot loops."""


class Flag:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value

    def __neg__(self):
        return Flag(not self.value)

    def __pos__(self):
        return self

    def __invert__(self):
        return self.value and 7


class Sized:
    def __init__(self, items):
        self.items = items

    def __len__(self):
        return len(self.items)


class Odd:
    def __bool__(self):
        return 1


class Negative:
    def __len__(self):
        return -1


class Raising:
    def __init__(self):
        self.count = 0

    def __bool__(self):
        self.count += 1
        if self.count % 5 == 0:
            raise ValueError(self.count)
        return self.count % 2 == 0


class Both(Sized):
    def __bool__(self):
        return len(self.items) % 2 == 1


def conditions(n):
    counts = [0] * 8
    things = [Flag(True), Flag(False), Sized([]), Sized([1]), Both([1]), Both([1, 2])]
    for i in range(n):
        thing = things[i % 6]
        if thing:
            counts[0] += 1
        if not thing:
            counts[1] += 1
        counts[2] += 1 if thing else 2
        counts[3] += (not thing) + (not not thing) * 2
        x = thing or i
        y = thing and i
        counts[4] += x is thing
        counts[5] += y is thing
        while not thing:
            counts[6] += 1
            break
        counts[7] += bool(thing)
        assert thing or i >= 0
    return counts


def faults(n):
    said = {}
    for i in range(n):
        for odd in (Odd(), Negative()):
            try:
                if odd:
                    said["true"] = 1
            except (TypeError, ValueError) as error:
                said[str(error)] = said.get(str(error), 0) + 1
            try:
                not odd
            except (TypeError, ValueError) as error:
                said[str(error)] = said.get(str(error), 0) + 1
    return said


def raises(n):
    raising = Raising()
    trues = falses = 0
    lines = set()
    for i in range(n):
        try:
            if raising:
                trues += 1
            else:
                falses += 1
            if not raising:
                falses += 1
        except ValueError as error:
            lines.add(error.__traceback__.tb_lineno - raises.__code__.co_firstlineno)
    return trues, falses, sorted(lines)


def unary(n):
    flag = Flag(True)
    total = 0
    for i in range(n):
        flag = -flag
        total += (+flag).value
        total += ~flag
    return total, flag.value


def late(n):
    sized = Sized([1])
    hits = 0
    for i in range(n):
        if i == n // 2:
            Sized.__bool__ = lambda self: False
        if sized:
            hits += 1
    del Sized.__bool__
    return hits


class Meta(type):
    def __eq__(cls, other):
        return other is int

    __hash__ = type.__hash__


class Special(metaclass=Meta):
    pass


def classes(n):
    counts = {}
    values = [1, 2.5, "s", None, True, [], Special(), Flag(True)]
    for i in range(n):
        value = values[i % len(values)]
        for cls in (int, float, str, Special, Flag):
            if type(value) == cls:
                counts["==", cls.__name__] = counts.get(("==", cls.__name__), 0) + 1
            if type(value) != cls:
                counts["!=", cls.__name__] = counts.get(("!=", cls.__name__), 0) + 1
        if value.__class__ == int or int == value:
            counts["int"] = counts.get("int", 0) + 1
    return sorted(counts.items(), key=str)


def deep(n):
    class Chain:
        def __init__(self, below):
            self.below = below

        def __bool__(self):
            return not self.below

    chain = None
    for _ in range(6):
        chain = Chain(chain)
    return sum(1 for i in range(n) if chain), sum(1 for i in range(n) if not chain)


print(conditions(6000))
print(faults(1500))
print(raises(6000))
print(unary(4000))
print(late(6000))
print(classes(4000))
print(deep(2000))
