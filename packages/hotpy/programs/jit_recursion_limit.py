# The recursion limit is exact, whatever is compiled and however large the frames before were.
import sys


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


def big(n, a=1, b=2, c=3, d=4, e=5, f=6, g=7):
    x = [a, b, c, d, e, f, g]
    return 0 if n == 0 else 1 + big(n - 1)


def same(x):
    return x


def by_way(n):
    return same(n) if n == 0 else by_way(n - 1) + same(0)


class Node:
    def __init__(self, below):
        self.below = below

    def total(self):
        return 1 + (self.below.total() if self.below else 0)


def numbers(n):
    if n:
        yield from numbers(n - 1)
    yield n


def nodes(n):
    node = None
    for _ in range(n):
        node = Node(node)
    return node.total()


def most(f):
    low, high = 1, 5000
    while low < high:
        middle = (low + high + 1) // 2
        try:
            f(middle)
            low = middle
        except RecursionError as error:
            high = middle - 1
    return low


for limit in (400, 1000, 300):
    sys.setrecursionlimit(limit)
    for _ in range(20):
        deep(limit - 100), big(limit - 120), by_way(limit - 150)
    print(limit, most(deep), most(big), most(by_way), most(nodes), most(lambda n: next(numbers(n))))
