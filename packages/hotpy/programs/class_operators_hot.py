"""Operators and comparisons by methods, in hot loops: NotImplemented, subclasses, other types, changes of the classes."""


class V:
    def __init__(self, x):
        self.x = x

    def __add__(self, other):
        if isinstance(other, V):
            return V(self.x + other.x)
        if isinstance(other, int):
            return V(self.x + other)
        return NotImplemented

    def __radd__(self, other):
        return V(self.x * 100 + other) if isinstance(other, int) else NotImplemented

    def __mul__(self, other, extra=1):
        return self.x * (other.x if isinstance(other, V) else other) * extra

    def __lt__(self, other):
        return self.x < other.x if isinstance(other, V) else NotImplemented

    def __eq__(self, other):
        return self.x == other.x if isinstance(other, V) else NotImplemented

    def __le__(self, *others):
        return "le", len(others)

    def __iadd__(self, other):
        self.x += 1000
        return self

    def __matmul__(self, other):
        yield self.x
        yield other


class W(V):
    def __radd__(self, other):
        return V(-1)

    def __gt__(self, other):
        return "W.gt"


class Other:
    def __radd__(self, other):
        return "Other.radd"

    def __eq__(self, other):
        return "Other.eq"

    def __gt__(self, other):
        return "Other.gt"


class Raising:
    def __sub__(self, other):
        raise ValueError(other)

    def __lt__(self, other):
        return other < self


def outcome(f):
    try:
        r = f()
    except (TypeError, ValueError, RecursionError) as error:
        return f"{type(error).__name__}: {error}"
    return r.x if isinstance(r, V) else r


def main(n):
    a, b, w, o = V(1), V(2), W(3), Other()
    print(outcome(lambda: a + b), outcome(lambda: a + 5), outcome(lambda: 5 + a), outcome(lambda: a + "s"), outcome(lambda: a + w))
    print(outcome(lambda: w + a), outcome(lambda: w + w), outcome(lambda: a + o), outcome(lambda: a + 2.5), outcome(lambda: a + None))
    print(a * b, a * 3, b * 2.5, outcome(lambda: a * "x"), list(a @ 4), outcome(lambda: a - b))
    print(a < b, b < a, outcome(lambda: a < 1), outcome(lambda: a < o), a < w, a > w, w > a, a > b)
    print(a == b, a == V(1), a == 1, a != b, a != V(1), a == o, o == a, a <= b, a <= 1, outcome(lambda: a >= b))
    a += 1
    c = a
    c += b
    print(a.x, c is a, outcome(lambda: Raising() - n))
    total = V(0)
    for i in range(50):
        total = total + V(i) + i
        if total < V(10):
            total = total + 1
        if not total == V(7) and a < V(5):
            total = total + V(1)
    print(total.x, sorted([V(3), V(1), V(2)], key=lambda v: v)[0].x, max(V(1), V(5), V(2)).x)


for n in range(5):
    main(n)
    if n == 1:
        V.__add__ = lambda self, other: V(-5)
        V.__lt__ = lambda self, other: self.x < (other.x if isinstance(other, V) else 0)
    if n == 2:
        def add(self, other):
            return V(self.x + getattr(other, "x", 3))

        V.__add__ = add
        W.__radd__ = V.__radd__
    if n == 3:
        V.__eq__ = lambda self, other: NotImplemented
        del V.__iadd__
