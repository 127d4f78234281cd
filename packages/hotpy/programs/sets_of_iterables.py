"""Sets and frozensets of what is iterated by code in Python, and of what only looks so."""


class Counted:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        for i in range(self.n):
            yield i % 4


class Stops:
    def __init__(self):
        self.left = 5

    def __iter__(self):
        return self

    def __next__(self):
        self.left -= 1
        if self.left < 0:
            raise StopIteration
        return self.left


class Items:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index * 2


class Marked(set):
    def __iter__(self):
        return iter("never asked")


class Fixed(frozenset):
    def __iter__(self):
        return iter("never asked")


class Named(dict):
    def __iter__(self):
        return iter("asked")


def broken():
    yield 1
    raise LookupError("broken")


def unhashable():
    yield 1
    yield []


def attempt(make):
    try:
        made = make()
        print(type(made).__name__, sorted(made, key=str))
    except Exception as error:
        print(type(error).__name__, error, error.__context__)


for kind in (set, frozenset):
    for source in (Counted, lambda n: Stops(), lambda n: Items(), lambda n: (i * i for i in range(n)), lambda n: map(abs, [-1, 1, 2])):
        attempt(lambda: kind(source(9)))
    attempt(lambda: kind(Marked([1, 2])))
    attempt(lambda: kind(Fixed([1, 2])))
    attempt(lambda: kind(Named(a=1)))
    attempt(lambda: kind(broken()))
    attempt(lambda: kind(unhashable()))
    attempt(lambda: kind(5))
    attempt(lambda: kind(None))
    attempt(lambda: kind(zip("ab", Counted(2))))
    attempt(lambda: kind(Marked))
print(type(frozenset(Fixed([1]))).__name__, frozenset(f := frozenset([1])) is f, type(set(Marked())).__name__)

total = 0
for i in range(3000):
    total += len(set(Counted(6))) + len(frozenset(x for x in (i, i + 1))) + len(set(Stops()))
print(total)
