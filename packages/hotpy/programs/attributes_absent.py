"""Attributes that are not there, in hot loops: of instances, builtin values, classes that change meanwhile."""


class Point:
    def __init__(self, x):
        self.x = x


class Slotted:
    __slots__ = ("a", "b")


class Late:
    pass


def read(n, things):
    seen = {}
    for i in range(n):
        thing = things[i % len(things)]
        try:
            value = thing.label
        except AttributeError as error:
            value = str(error), error.name, error.obj is thing
        seen[value] = seen.get(value, 0) + 1
    return sorted(seen.items(), key=repr)


def called(n, things):
    count = 0
    for i in range(n):
        try:
            count += things[i % len(things)].area()
        except AttributeError as error:
            count += error.__traceback__.tb_lineno - called.__code__.co_firstlineno
    return count


def appears(n):
    found = []
    late = Late()
    for i in range(n):
        if i == n // 2:
            Late.label = "now"
        if i == n * 3 // 4:
            del Late.label
        try:
            found.append(late.label)
        except AttributeError:
            found.append(None)
    return found.count("now"), found.index("now"), found[-1]


def in_dict(n):
    point = Point(1)
    point.__dict__["y"] = 2
    hits = 0
    for i in range(n):
        if i == n // 2:
            point.__dict__["z"] = 3
        try:
            hits += point.z
        except AttributeError:
            hits -= 1
    return hits


def slots(n):
    slotted = Slotted()
    hits = 0
    for i in range(n):
        if i == n // 2:
            slotted.a = 5
        try:
            hits += slotted.a
        except AttributeError as error:
            hits += len(str(error))
    return hits


def from_inside(n):
    def get(thing):
        return thing.label

    total = 0
    for i in range(n):
        try:
            get(Point(i))
        except AttributeError as error:
            total += error.obj.x + error.__traceback__.tb_next.tb_lineno
    return total


labelled = Point(2)
labelled.label = "mine"
print(read(3000, [Point(1)]))
print(read(3000, [{}, [], "text", 5, 2.5, None, len, print]))
print(read(3000, [Point(1), labelled, Slotted(), {}]))
print(read(3000, [Point, Slotted, dict]))
print(called(3000, [Point(1), 7]))
print(appears(4000))
print(in_dict(4000))
print(slots(4000))
print(from_inside(2000))
