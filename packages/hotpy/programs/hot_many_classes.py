"""Attributes, methods and class names of objects of ever other classes; classes and names that change meanwhile."""


def make_class(number):
    def __init__(self, value):
        if number % 2:
            self.extra = number
        self.value = value

    def method(self):
        return self.value + number

    return type(f"Class{number}", (), {"__init__": __init__, "method": method})


CLASSES = [make_class(number) for number in range(25)]
OBJECTS = [cls(number) for number, cls in enumerate(CLASSES)]


def attributes(rounds):
    total = 0
    for turn in range(rounds):
        for each in OBJECTS:
            each.value = each.value + 1
            total += each.value + each.method()
        if turn == rounds // 2:
            CLASSES[3].value = property(lambda self: 1000, lambda self, value: None)
            CLASSES[4].method = lambda self: -1
            del OBJECTS[5].value
            OBJECTS[5].value = 7
    return total


class Base:
    pass


class Derived(Base):
    pass


def names(thing, rounds):
    seen = []
    for turn in range(rounds):
        seen.append(thing.__class__.__name__)
        if turn == rounds // 3:
            Derived.__name__ = "Renamed"
        if turn == rounds // 2:
            thing.__class__ = Base
    Derived.__name__ = "Derived"
    return sorted(set(seen)), seen.count("Derived")


class Meta(type):
    @property
    def __name__(cls):
        return "by the metaclass"


class Named(metaclass=Meta):
    pass


class Pretending:
    @property
    def __class__(self):
        return int


def lengths(thing):
    total = 0
    for _ in range(60):
        total += len(thing.__class__.__name__)
    return total


def shared_loop(rows):
    """A function with a hot loop of its own, called from another loop."""
    total = 0
    for row in rows:
        total += len([item for item in row if item % 3])
    return total


print(attributes(40))
print(names(Derived(), 90), names(Derived(), 90))
print([lengths(thing) for thing in (Named(), Pretending(), 1, "a", True, type, None, lengths, OBJECTS[0])])
print(shared_loop([range(i % 12) for i in range(400)]))
