"""Hot loops over objects whose classes say what `in`, texts and subscripts mean; attributes of functions; what unpacking and indices raise."""


class Cache:
    def __init__(self):
        self.data = {}

    def __contains__(self, key):
        return self.data.get(key)

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, value):
        self.data[key] = value


class Truth:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"P({self.x},{self.y})"


class Named(Point):
    def __str__(self):
        return "named " + str(self.x)


class Formatted(Point):
    def __format__(self, spec):
        return f"<{spec}|{self.x}>"


class Wrong:
    def __str__(self):
        return 5

    def __contains__(self, key):
        raise KeyError(key)


def members(n):
    cache = Cache()
    hits = misses = 0
    for i in range(n):
        key = i % 17
        if key in cache:
            hits += cache[key]
        if key not in cache:
            misses += 1
            cache[key] = i % 3
        if i % 100 == 99:
            cache.data["t"] = Truth(i % 200 == 99)
            hits += 1000 * ("t" in cache) + 5 * ("t" not in cache)
    return hits, misses


def texts(n):
    total = 0
    last = None
    for i in range(n):
        p, q, r = Point(i, 1), Named(i, 2), Formatted(i, 3)
        last = f"{p} {p!r} {q} {q!r} {q!s} {r} {r:>3} {r!r} {ValueError(i)} {KeyError(i)!r} {(p, i)} {[i]!s} {None} {i!r:>4}"
        total += len(last)
    return total, last


def wrong(n):
    found = []
    for i in range(n):
        try:
            f"{Wrong()}"
        except TypeError as error:
            found.append(str(error))
        try:
            i in Wrong()
        except KeyError as error:
            found.append(error.args)
    return len(found), found[-2:]


def counted(f):
    def inner(*args):
        inner.calls += 1
        inner.last = args
        return f(*args)

    inner.calls = 0
    return inner


@counted
def add(a, b=2, *more):
    return a + b + len(more)


def spread(n):
    total = 0
    for i in range(n):
        args = [i, 1] if i % 3 else [i]
        total += add(*args) + add(*args, 5, 6) + max(*[i, 3]) + min(*(i, 4))
    return total, add.calls, add.last


def unpacked(n):
    found = []
    good = 0
    for i in range(n):
        row = "a,b,c,d".split(",")[: 2 + i % 3]
        try:
            x, y, z = row
            good += 1
        except ValueError as error:
            found.append(str(error))
    return good, len(found), sorted(set(found))


def indices(n):
    items, pair, text = [1, 2, 3], (1, 2), "abé"
    found = []
    for i in range(-n, n):
        k = i % 9 - 4
        for sequence in (items, pair, text):
            try:
                found.append(sequence[k])
            except IndexError as error:
                found.append(str(error))
        try:
            items[k] = k
        except IndexError as error:
            found.append(str(error))
    return len(found), found[-36:]


class Celsius:
    def __get__(self, thing, cls):
        return self if thing is None else (thing.f - 32) * 5 / 9

    def __set__(self, thing, value):
        if value < -273:
            raise ValueError(value)
        thing.f = value * 9 / 5 + 32


class Lazy:
    def __init__(self, compute):
        self.compute = compute

    def __get__(self, thing, cls):
        return self.compute(thing)


class Thing:
    celsius = Celsius()

    def __init__(self, f):
        self.f = f

    @property
    def double(self):
        return self.f * 2

    @double.setter
    def double(self, value):
        self.f = value / 2
        return "dropped"

    @Lazy
    def triple(self):
        return self.f * 3


def described(n):
    total = 0.0
    faults = 0
    for i in range(n):
        thing = Thing(i)
        thing.double = i + 1
        total += thing.double + thing.celsius + thing.triple
        thing.celsius = i / 7
        total += thing.f
        try:
            thing.celsius = -i * 3
        except ValueError as error:
            faults += error.args[0]
        total += Thing.celsius.__get__(thing, Thing)
        if i == n // 2:
            Thing.triple = 5
    Thing.triple = Lazy(lambda thing: thing.f * 4)
    return round(total, 3), faults


for _ in range(2):
    print(described(70))
    print(members(250))
    print(texts(60))
    print(wrong(40))
    print(spread(80))
    print(unpacked(80))
    print(indices(40))
