# Keys of dicts with __hash__ and __eq__ in Python: found, stored, changed while they are compared, and hot.
from dataclasses import dataclass


class Key:
    def __init__(self, value, number=None):
        self.value = value
        self.number = hash(value) if number is None else number

    def __hash__(self):
        return self.number

    def __eq__(self, other):
        if not isinstance(other, Key):
            return NotImplemented
        return self.value == other.value

    def __repr__(self):
        return f"Key({self.value})"


@dataclass(frozen=True)
class Point:
    x: int
    y: int


def use(make):
    found = []
    for i in range(40):
        table = {}
        for n in range(6):
            table[make(n)] = n
        table[make(3)] = i
        found = [
            table[make(2)],
            table[make(3)],
            table.get(make(4)),
            table.get(make(9)),
            table.get(make(9), "none"),
            make(5) in table,
            make(9) in table,
            make(5) not in table,
            len(table),
            table.pop(make(0)),
            table.setdefault(make(0), 7),
            table.setdefault(make(1), 7),
            list(table),
            table.__contains__(make(1)),
            table.__getitem__(make(1)),
        ]
        del table[make(1)]
        table.__setitem__(make(1), 8)
        table.update({make(1): 9})
        try:
            table[make(77)]
        except KeyError as error:
            found.append(error)
        found.append(table == {make(n): table[make(n)] for n in (5, 4, 3, 2, 1, 0)})
        found.append({make(n % 3): n for n in range(9)})
    return found


print(use(Key))
print(use(lambda n: Key(n, 1)))
print(use(lambda n: Key(n, -1 - n)))
print(use(lambda n: Key(n, 2**61 - 1 + n)))
print(use(lambda n: Key(n, (n << 33) + 8)))
print(use(lambda n: Point(n, -n)))
print(use(lambda n: (Key(n), 1)))

events = []


class Hostile:
    def __init__(self, name, table, act=None):
        self.name, self.table, self.act = name, table, act

    def __hash__(self):
        return 5

    def __eq__(self, other):
        if self.act is not None:
            act, self.act = self.act, None
            act(self.table)
        events.append((self.name, other.name if isinstance(other, Hostile) else other))
        return isinstance(other, Hostile) and self.name == other.name


def clear(table):
    table.clear()


def grow(table):
    for i in range(100):
        table[i] = i


def drop_first(table):
    del table[next(iter(table))]


def raising(table):
    raise ValueError("while comparing")


for act in (clear, grow, drop_first, raising):
    for operate in (
        lambda table, key: table[key],
        lambda table, key: table.get(key, "absent"),
        lambda table, key: key in table,
        lambda table, key: table.__setitem__(key, 9),
        lambda table, key: table.setdefault(key, 9),
    ):
        table = {}
        table[Hostile("a", table)] = 1
        second = Hostile("b", table)
        table[second] = 2
        table[Hostile("c", table)] = 3
        events.clear()
        second.act = act
        try:
            outcome = operate(table, Hostile("c", table))
        except (KeyError, ValueError) as error:
            outcome = type(error).__name__
        print(act.__name__, outcome, events[:6], len(table), sum(isinstance(key, Hostile) for key in table))


class Failing:
    def __hash__(self):
        raise ZeroDivisionError("no hash")


class NoHash:
    def __hash__(self):
        return "text"


for key in (Failing(), NoHash()):
    for operate in (lambda: {}[key], lambda: {1: 2}.get(key), lambda: key in {1: 2}, lambda: {}.__setitem__(key, 1), lambda: {key: 1}):
        try:
            print(operate())
        except (ZeroDivisionError, TypeError) as error:
            print(type(error).__name__, error)


def deep(n):
    class Nested:
        def __hash__(self):
            return {self: 1} and 1

    try:
        {}[Nested()]
    except RecursionError as error:
        return type(error).__name__


print(deep(1))


class Missing(dict):
    def __missing__(self, key):
        return "missing", key


print(Missing({Key(1): 2})[Key(1)], Missing()[Key(2)])
