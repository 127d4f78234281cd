"""Items of arrays of all type codes: read, stored, appended and taken as lists, in hot loops, and where they do not fit."""

from array import array


def shown(call):
    try:
        value = call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return f"{value!r}"


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __repr__(self):
        return f"Index({self.value})"


class Sub(array):
    def total(self):
        return sum(self[i] for i in range(len(self)))


LIMITS = {"b": 7, "B": 8, "h": 15, "H": 16, "i": 31, "I": 32, "l": 63, "L": 64, "q": 63, "Q": 64}

for code, bits in LIMITS.items():
    lowest = 0 if code.isupper() else -(2**bits)
    highest = 2**bits - 1
    a = array(code, [lowest, highest, 1, 2, 3])
    for _ in range(4):
        assert (a[0], a[1], a[-1], a[-5], len(a)) == (lowest, highest, 3, lowest, 5)
    print(code, a, a.tolist(), len(a), a.itemsize)
    for value in (lowest - 1, highest + 1, 1.5, "x", None, True, Index(7), 2**70, -(2**70)):
        def store():
            a[2] = value
            return a[2]

        for _ in range(3):
            first = shown(store)
        print(" ", value, first, shown(lambda: a.append(value)), len(a), shown(lambda: array(code, [1, value])), shown(lambda: a.extend((5, value))), len(a))
        del a[5:]
    for index in (5, -6, 2**40, "x", None, 1.5, Index(1), True):
        def put():
            a[index] = 9
            return a.tolist()

        print(" ", index, shown(lambda: a[index]), shown(put))

for code in "fd":
    a = array(code, [1.5, -0.0, float("inf"), float("nan"), 3])
    print(code, a, a.tolist(), a[1], a[-1])
    for value in (2, True, 1e300, 10**400, float("nan"), "x", None, 0.1, Index(3)):
        def store():
            a[0] = value
            return a[0]

        print(" ", str(value)[:20], shown(store), shown(lambda: a.append(value)), len(a), shown(lambda: array(code, (value,))))

u = array("u", "abc\u20ac")
print(u, u[0], u[-1], len(u), u.tolist(), shown(lambda: u.append("d")), shown(lambda: u.append(1)), u)
s = Sub("i", range(10))
print(s.total(), len(s), s[3], s)
s[3] = 33
s.append(44)
print(s.total(), s, s.tolist())

a = array("i")
for i in range(3000):
    a.append(i * i % 1009)
for _ in range(3):
    total = 0
    for i in range(len(a)):
        a[i] = a[i] + 1
        total += a[i]
print(total, sum(a), len(a), max(a), a[17], a[-17])
d = array("d", [0.0]) * 100
for i in range(100):
    d[i] = i / 4
    d[i] += d[i - 1]
print(sum(d), d[99])
view = memoryview(a)
print(shown(lambda: a.append(1)), shown(lambda: a.extend([1])), shown(lambda: a.extend([])), view[0])
a[0] = -5
print(view[0])
view.release()
a.extend([1, 2, 3])
a.extend((4, 5))
a.fromlist([6, 7])
print(a[-7:], bool(a), bool(array("i")), 6 in a, shown(lambda: a.fromlist([1, "x"])), len(a))
print(shown(lambda: a.extend([1, 2, "x", 4])), a[-3:], shown(lambda: array("i", [1, "x"])))
big = array("B", bytes(range(256)) * 300)
print(len(big), big.tolist() == list(big), array("B", big.tolist()) == big)
