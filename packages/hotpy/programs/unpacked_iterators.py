# Unpacking what iterators give, arguments of lists, map of builtin types and zip of many iterables.
import itertools


class Loud:
    def __init__(self, text):
        self.text = text

    def __int__(self):
        print("int of", self.text)
        return int(self.text)

    def __str__(self):
        return "Loud " + self.text


def shown(*args, **names):
    return args, names


def attempt(run):
    try:
        return run()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def pairs(n):
    total = 0
    for i in range(n):
        a, b = map(int, "3 4".split())
        c, d = {1: 2, 3: 4}
        (e, f), g = zip((1, 2), (3, 4))
        h, j, k = "xyz"
        m, o = range(2)
        (p, q), (r, s) = enumerate("ab")
        t, u = {5, 6}
        v, w = reversed([7, 8])
        x, = (y for y in (9,))
        total += a * b + c * d + e + f + g[0] + m + o + p + r + t + u + v + w + x
        assert (h, j, k, q, s) == ("x", "y", "z", "a", "b")
    return total


def pairs_of(text):
    a, b = map(int, text)
    return a, b


try:
    print(pairs(40))
except TypeError as error:
    print(error)

for text in ((), "1", "12", "123", ["1", "x"], ["x", "1"], ["1", 2.7], [True, "3"], [Loud("4"), "5"], ["5", Loud("4")]):
    print(attempt(lambda: pairs_of(text)), attempt(lambda: list(map(str, text))), attempt(lambda: list(map(int, text))))
    print(attempt(lambda: list(map(bool, text))), attempt(lambda: tuple(map(float, text))))


# Iterators that are shared, have begun or have ended.
def shared():
    numbers = iter(["1", "2", "3", "4", "5"])
    first = map(int, numbers)
    a, b = map(int, [next(numbers), next(numbers)])
    c = next(first)
    rest = list(first)
    return a, b, c, rest, list(first), list(numbers)


print([shared() for _ in range(3)])
bad = map(int, ["1", "2", "x", "4"])
print(attempt(lambda: list(bad)), list(bad))
bad = map(int, ["1", "x", "4"])
print(next(bad), attempt(lambda: next(bad)), next(bad), attempt(lambda: next(bad)))
growing = ["1", "2"]
numbers = map(int, growing)
print(next(numbers))
growing.append("3")
print(list(numbers), list(numbers))

# zip of many.
grid = [[i * 10 + j for j in range(4)] for i in range(6)]
for n in range(7):
    for _ in range(4):
        columns = list(zip(*grid[:n]))
    print(columns)
uneven = [range(5), [1, 2, 3], "abcd", iter((7, 8, 9, 0)), (i for i in range(9))]
print(list(zip(*uneven)), next(uneven[3], "end"), next(uneven[4]))
print([sum(column) for column in zip(*grid)], list(map(list, zip(*grid)))[0])
print(dict(zip(*[["a", "b"], [1, 2]])), attempt(lambda: list(zip(*[[1], 5, [2], [3]]))))
for a, b, c, d, e, f in zip(*grid):
    print(a + f, end=" ")
print(max(zip(*grid)), attempt(lambda: list(zip(*grid, [1], strict=True))))

# *rest of other lengths, and of other types.
for n in (0, 1, 31, 32, 33, 100):
    given = list(range(n))
    for _ in range(3):
        args, names = shown(*given)
        both, named = shown(*given, **{"x": n})
    print(len(args), names, len(both), named, args is given)


class Listed(list):
    def __iter__(self):
        return iter(["listed"])


print(shown(*Listed([1, 2])), shown(*"ab"), shown(*{1: 2}), shown(*map(int, "12")), attempt(lambda: shown(*5)))
print(max(*[3, 1, 2]), min(*(3, 1)), attempt(lambda: max(*[])), "{} {}".format(*[1, 2]), list(itertools.chain(*[[1], [2]])))
