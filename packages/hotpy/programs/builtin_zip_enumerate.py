"""zip and enumerate over iterators of all kinds, ended early and late, changed on the way."""


def pairs(*iterables):
    return [pair for pair in zip(*iterables)]


class Counting:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            print("end", end=" ")
            raise StopIteration
        self.n -= 1
        return self.n


def main(n):
    a, b = [1, 2, 3, 4], (5, 6, 7)
    print(pairs(a), pairs(a, b), pairs(b, a), pairs(a, b, range(9)), pairs(a, b, a, b))
    print(pairs(range(3), "abcd"), pairs("ab", {1: 2, 3: 4}), pairs({1, 2}, {1: 2}.items()))
    print(pairs([], a), pairs(a, []), pairs(range(0), range(3)))
    it = iter(a)
    print(pairs(it, it), pairs(it, it))
    it = iter([1, 2, 3, 4, 5])
    print(pairs(it, it), list(it))
    it, other = iter([1, 2, 3, 4, 5]), iter([1, 2])
    print(pairs(it, other), list(it), list(other))
    it, other = iter([1, 2, 3, 4, 5]), iter([1, 2])
    print(pairs(other, it), list(it), list(other))
    print(pairs(Counting(2), a), pairs(a, Counting(2)), pairs(Counting(3), Counting(2)))
    print(pairs(enumerate(a), b), [(i, x, y) for i, (x, y) in enumerate(zip(a, b))])
    print([(i, x) for i, x in enumerate(a, 5)], [(i, x) for i, x in enumerate({1: 2, 3: 4}.items(), 2**30 - 2)])
    print([p for p in enumerate("abc", 2**70)], [p for p in enumerate({"k": 1})], [p for p in enumerate(enumerate(b))])
    growing = [1, 2]
    for i, x in enumerate(growing):
        if len(growing) < 5:
            growing.append(x * 2)
    print(growing, i, x)
    z = zip(growing, range(10))
    print(next(z), next(z))
    for p in z:
        print(p, end=" ")
        if p[1] == 3:
            growing.clear()
    print(list(z))
    growing.extend(range(10))
    print(list(z))
    e = enumerate(a)
    next(e)
    print([p for p in e], next(e, "none"))
    d = {1: 1, 2: 2, 3: 3}
    try:
        for i, k in enumerate(d):
            if i == 1:
                del d[3]
    except RuntimeError as error:
        print(error)
    print(sum(x * y for x, y in zip(a, b)), dict(zip("abc", a)), list(map(tuple, zip(a, b))))
    print(*zip(*[(1, 2, 3), (4, 5, 6)]), max(zip(a, b)), sorted(enumerate("cab"), key=lambda p: p[1]))


for n in range(4):
    main(n)
