"""What is decided by the first items takes no more of them: the iterator may have no end."""
import heapq
import itertools
import operator


def numbers():
    n = 0
    while True:
        yield n
        n += 1
        if n > 1000:
            raise RuntimeError("too far")


class Numbers:
    def __iter__(self):
        return numbers()


def unpack(it):
    a, b = it


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for make in numbers, Numbers, itertools.count:
    for kind in set, frozenset:
        for name in "issuperset", "isdisjoint", "intersection":
            it = make()
            result = attempt(getattr(kind([0, 1, 2]), name), it)
            print(name, result, next(it) if hasattr(it, "__next__") else "")
    s = {0, 1, 2}
    s.intersection_update(make())
    print(s, {5, 6}.intersection(make(), [6, 7]), {0: 1}.keys().isdisjoint(make()))
    print(attempt(unpack, make()), 7 in make(), operator.indexOf(make(), 5), operator.contains(make(), 3))
    print(any(make()), all(make()), list(zip("ab", make())), list(zip(make(), "ab")), next(iter(map(str, make()))))
    print(list(itertools.islice(make(), 2, 8, 3)), list(itertools.islice(heapq.merge(make(), make()), 4)))
    print(list(itertools.takewhile(lambda n: n < 3, make())), next(itertools.dropwhile(lambda n: n < 3, iter(make()))))
    print(next(itertools.chain.from_iterable([make()])), next(itertools.filterfalse(None, make())), next(itertools.pairwise(make())))
    print([next(group)[0] for group in itertools.tee(enumerate(make()), 2)], next(itertools.compress(make(), make())))
