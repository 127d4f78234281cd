"""Functions as values: memoisation, pipelines, properties, keyword and star arguments, class decorators."""


def memoised(function):
    cache = {}

    def wrapper(*args):
        if args in cache:
            wrapper.hits += 1
            return cache[args]
        cache[args] = result = function(*args)
        return result

    wrapper.hits = 0
    return wrapper


def clamped(low, high):
    def decorate(function):
        def wrapper(*args, **kwargs):
            return max(low, min(high, function(*args, **kwargs)))

        return wrapper

    return decorate


def compose(*functions):
    def composed(value):
        for function in functions:
            value = function(value)
        return value

    return composed


def comparable(cls):
    cls.__lt__ = lambda self, other: self.key() < other.key()
    cls.__eq__ = lambda self, other: self.key() == other.key()
    cls.__hash__ = lambda self: hash(self.key())
    return cls


@clamped(-50, 50)
def shift(value, *, by=1, scale=1):
    return (value + by) * scale


@comparable
class Version:
    def __init__(self, text):
        self.parts = tuple(int(part) for part in text.split("."))

    def key(self):
        return self.parts

    @property
    def major(self):
        return self.parts[0]

    @major.setter
    def major(self, value):
        self.parts = (value, *self.parts[1:])

    @classmethod
    def of(cls, *parts):
        return cls(".".join(map(str, parts)))

    @staticmethod
    def width():
        return 3


def main():
    @memoised
    def partitions(n, largest):
        if n == 0:
            return 1
        return sum(partitions(n - part, part) for part in range(1, min(n, largest) + 1))

    count = partitions(130, 130)
    pipeline = compose(lambda x: shift(x, by=3), lambda x: shift(x, scale=2), lambda x: shift(value=x, by=-1, scale=3), abs)
    total = sum(pipeline(x) for x in range(-200000, 200000))
    versions = [Version.of(i * 7 % 5, i * 3 % 11, i % Version.width()) for i in range(15000)]
    for version in versions:
        version.major += 1
    ordered = sorted(versions)
    return f"{count} {partitions.hits} {total} {len(set(versions))} {ordered[0].parts} {ordered[-1].major}"
