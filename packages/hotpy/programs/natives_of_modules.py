"""Functions of math, heapq and bisect, next and iter, caches and instances with a dict, often enough to be compiled."""
import bisect
import heapq
import math
import random
from collections import namedtuple
from functools import lru_cache

random.seed(5)


def outcome(function, *args):
    try:
        return repr(function(*args))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for _ in range(200):
    x = random.uniform(-50, 50)
    print(math.sin(x), math.cos(x), math.exp(x), math.log(abs(x)), math.floor(x), math.ceil(x), math.trunc(x))
odd = [0, -0.0, 1, True, 1e-10, 1e-320, 1e5, 1e6, -1e22, 700, 709.5, 710, -720, 5e-324, 10**400, 10**20]
for x in [*odd, math.nan, math.inf, -math.inf, "a", None]:
    for function in (math.sin, math.cos, math.exp, math.log, math.floor, math.ceil, math.trunc):
        print(function.__name__, x if x != 10**400 else "large", outcome(function, x))
for pair in [(12, 18), (-12, 18), (0, 0), (-(2**30), 0), (-(2**30), -(2**30)), (10**30, 10**20), (7, True), (1, 2.5)]:
    print(outcome(math.gcd, *pair))


class Item:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return self.value < other.value

    def __repr__(self):
        return f"Item({self.value})"


for size in range(20):
    values = [random.randrange(20) for _ in range(size)]
    for make in (int, str, Item, lambda value: (value // 4, str(value))):
        heap = []
        for value in values:
            heapq.heappush(heap, make(value))
        print(heap)
        if heap:
            print(heapq.heapreplace(heap, make(9)), heapq.heappushpop(heap, make(3)), heap)
        print([heapq.heappop(heap) for _ in range(size)], heap)
for function, *args in [(heapq.heappop, []), (heapq.heappush, [1, "a"], 2), (heapq.heappush, (1,), 2)]:
    print(outcome(function, *args))

row = [1, 3, 3, 5]
print([(bisect.bisect(row, value), bisect.bisect_left(row, value)) for value in range(7)], bisect.bisect((1, 2), 1))
bisect.insort(row, 4)
bisect.insort_left(row, 3.0)
print(row, bisect.bisect(row, 3, 1), bisect.bisect(range(9), 4), outcome(bisect.bisect, row, "x"))

numbers = {1: 2, 3: 4}
for each in ([1, 2], (1, 2), "a\u1234", {1, 2}, numbers, numbers.items(), range(2), b"ab", enumerate("ab"), zip("ab", "cd")):
    iterator = iter(each)
    print(iter(iterator) is iterator, [next(iterator), next(iterator, None), next(iterator, "end"), next(iterator, "end")])
    print(outcome(next, iterator))
iterator = iter(numbers)
next(iterator)
numbers[5] = 6
print(outcome(next, iterator))
print([1, 2].__getitem__(-1), (1, 2).__getitem__(slice(0, 1)), outcome((1,).__getitem__, 5), outcome((1,).__getitem__, "a"))

Point = namedtuple("Point", "x y")
point = Point(1, 2)
print(sum(point.x + point.y + point[-1] for _ in range(2000)))


@lru_cache(maxsize=None)
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


@lru_cache(maxsize=2)
def scaled(a, b=1):
    return a * b


print(fibonacci(150), sum(fibonacci(i % 50) for i in range(3000)), fibonacci.cache_info())
for i in range(3000):
    scaled(i % 3)
    scaled(i % 2, b=2)
print(scaled.cache_info(), scaled.cache_parameters(), outcome(scaled, [1]))
scaled.cache_clear()
print(scaled.cache_info(), lru_cache(0)(len)([1]))


class Plain:
    def __init__(self):
        self.a = 1

    def m(self):
        return self.a


plain = Plain()
vars(plain)["b"] = 2
total = 0
for i in range(4000):
    total += plain.a + plain.b + plain.m()
    plain.a = i & 3
    plain.c = i
    if i == 3000:
        plain.m = lambda: 7
    if i == 3500:
        del plain.m
print(total, vars(plain))
for i in range(3000):
    if i == 2000:
        del vars(plain)["b"]
    try:
        total += plain.b
    except AttributeError as error:
        total += len(str(error))
print(total)
