# Instances that have been asked for their dict, in loops: what lies there, what it hides, and what comes to hide it.
import functools


class Point:
    kind = "point"

    def __init__(self, x):
        self.x = x

    def double(self):
        return self.x * 2

    def __getitem__(self, key):
        return key

    def __len__(self):
        return 3

    def __add__(self, other):
        return self.x + other


def use(point):
    found = []
    for i in range(60):
        point.x = i
        point.new = i
        found = [point.x, point.new, point.kind, point.double(), point[i], len(point), point + 1, "x" in vars(point)]
    return found


point = Point(1)
vars(point)
print(use(point))
point.kind = "mine"
print(use(point))
point.double = lambda: "own"
print(use(point), [point.double() for _ in range(40)][-1])
vars(point)["__len__"] = lambda: 9
vars(point)["__getitem__"] = lambda key: "never"
print(use(point), point.__len__(), point.__getitem__(1))
del point.double
print(use(point))
del vars(point)["kind"]
print(use(point))
Point.kind = property(lambda self: "property")
print(use(point))
Point.x = property(lambda self: "hidden", lambda self, value: None)
try:
    print(use(point))
except TypeError as error:
    print(error)
del Point.x
print(use(point))
other = Point(2)
vars(other)
missing = []
for i in range(60):
    try:
        other.nothing
    except AttributeError as error:
        missing.append(str(error))
print(set(missing))
Point.__getattr__ = lambda self, name: name.upper()
print([other.nothing for _ in range(40)][-1], use(other))
Point.__setattr__ = lambda self, name, value: print("set", name, value) if value == 59 else object.__setattr__(self, name, value)
print(use(other))
Point.__getattribute__ = lambda self, name: "all" if name == "x" else object.__getattribute__(self, name)
try:
    print(use(other))
except TypeError as error:
    print(error)


@functools.lru_cache(maxsize=2)
def squared(x):
    return x * x


print([squared(i % 3) for i in range(9)], squared.cache_info())
key = functools.cmp_to_key(lambda a, b: b - a)
print(sorted([3, 1, 2], key=key), max([3, 1, 2], key=key), key(obj=1) < key(2), key(1) == key(1))
mixed = [functools.cmp_to_key(lambda a, b: a - b)(x) for x in (3, 1, 2)]
print([each.obj for each in sorted(mixed)])
for wrong in (lambda: key(1) < 1, lambda: hash(key(1)), lambda: type(key)()):
    try:
        wrong()
    except TypeError as error:
        print(error)
