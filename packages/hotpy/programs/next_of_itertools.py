# next() of the iterators of itertools, in loops that are hot.
import heapq
import itertools


class Numbered:
    ids = itertools.count(1)

    def __init__(self, name):
        self.id = next(Numbered.ids)
        self.name = name


def numbered(n):
    return sum(Numbered(str(i)).id for i in range(n))


def queue(n):
    counter = itertools.count()
    heap = []
    for i in range(n):
        heapq.heappush(heap, (i * 7 % 5, next(counter), {"task": i}))
    order = 0
    while heap:
        priority, number, task = heapq.heappop(heap)
        order = (order * 31 + priority + number + task["task"]) % 1000003
    return order


def each(n):
    total = 0
    colours = itertools.cycle("abc")
    halves = itertools.count(0.5, 0.25)
    big = itertools.count(2**70, -1)
    pairs = itertools.pairwise(range(n + 1))
    sums = itertools.accumulate(range(n))
    joined = itertools.chain(range(n // 2), range(n))
    slices = itertools.islice(range(10**6), 3, None, 2)
    repeated = itertools.repeat(7)
    for _ in range(n):
        total += ord(next(colours)) + next(halves) + next(big) % 1000 + sum(next(pairs))
        total += next(sums) + next(joined) + next(slices) + next(repeated)
    return total


def exhausted(n):
    ends = 0
    for i in range(n):
        two = itertools.islice(itertools.count(i), 2)
        try:
            while True:
                ends += next(two) & 3
        except StopIteration as end:
            ends += 1 if end.value is None else 100
        ends += next(two, 5)
    return ends


def raising(n):
    def fail(x):
        if x % 50 == 49:
            raise ValueError(x)
        return True

    caught = []
    for i in range(n):
        kept = itertools.takewhile(fail, itertools.count(i))
        try:
            next(kept)
        except ValueError as error:
            caught.append(error.args[0])
            try:
                next(kept)
            except StopIteration:
                caught.append("end")
    return caught


def changing(n):
    kinds = [itertools.count(), iter(range(n)), (x for x in range(n)), itertools.cycle([1, 2]), iter([9] * n)]
    return sum(next(kinds[i % 5]) for i in range(n))


def itself():
    def inside():
        yield next(outer)

    outer = itertools.chain(inside())
    for _ in range(3):
        try:
            print(next(outer))
        except (ValueError, StopIteration) as error:
            print(type(error).__name__, error)


for size in (3, 300, 1500):
    print(numbered(size), queue(size), each(size), exhausted(size), len(raising(size)), changing(size))
print(raising(120))
itself()
print(Numbered.ids, next(Numbered.ids))
