"""Bound methods as values, and defaults: how often each kind of call is made in a loop."""


class Counter:
    def __init__(self, start=0, step=1):
        self.value = start
        self.step = step

    def add(self, amount=None, times=1):
        self.value += (self.step if amount is None else amount) * times
        return self.value

    def pair(self, other, *rest, scale=2):
        return self.value, other, rest, scale

    @classmethod
    def of(cls, start=5):
        return cls(start)

    def __call__(self, x, y=7):
        return self.value + x + y


def f(a, b=2, c=[]):
    return a, b, len(c)


def all_defaults(a=1, b=2, c=3, d=4):
    return a, b, c, d


def attempt(g, *args):
    try:
        return g(*args)
    except (TypeError, AttributeError) as e:
        return str(e)


counter = Counter()
add, pair, of, call = counter.add, counter.pair, counter.of, counter.__call__
append = [].append
results = []
for i in range(60):
    results.append((add(), add(i), add(i, 2), f(i), f(i, i), f(i, i, "abc"), call(i), call(i, i), counter(i)))
    append(i)
    all_defaults()
    all_defaults(i, i)
    if i % 20 == 0:
        print(results[-1], pair(i), pair(i, i, i), of().value, of(i).value)
        print(all_defaults(), all_defaults(i), all_defaults(i, i, i), all_defaults(i, i, i, i))
print(append.__self__ == list(range(60)))

for _ in range(30):
    wrong = [attempt(add, 1, 2, 3), attempt(f), attempt(f, 1, 2, 3, 4), attempt(pair), attempt(all_defaults, 1, 2, 3, 4, 5)]
print(wrong)


def direct(n):
    caught = 0
    for i in range(n):
        try:
            add(1, 2, 3)
        except TypeError:
            caught += 1
        try:
            f()
        except TypeError:
            caught += 1
    return caught


print(direct(30))

# Defaults change, and bound methods of functions that are no functions of Python.
for i in range(40):
    if i == 20:
        f.__defaults__ = (5,)
    if i == 30:
        f.__defaults__ = None
    last = [attempt(f, 1), attempt(f, 1, 2), attempt(f, 1, 2, "c")]
    if i % 10 == 9:
        print(last)


class Odd:
    make = classmethod(Counter)
    both = classmethod(Counter.add)


for i in range(30):
    odd = attempt(lambda: Odd.make().value is Odd), attempt(Odd.both)
print([str(each)[:40] for each in odd])


def depth(n, step=1, more=None):
    return n if n >= 200 else depth(n + step)


print([depth(0) for _ in range(5)])


def endless(n, step=1):
    return endless(n + step)


try:
    endless(0)
except RecursionError as e:
    print(str(e)[:32])


def numbers(n, step=2):
    yield n
    yield n + step


print([list(numbers(i)) for i in range(20)][-1])
