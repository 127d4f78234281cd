# Unpacking what map, zip, enumerate and others make, in loops.
def numbers(lines):
    total = 0
    for line in lines:
        x, y = map(int, line.split(","))
        total += x * y
    return total

print(numbers([f"{i},{i + 1}" for i in range(400)]))
for bad in (["1,2"] * 100 + ["1,2,3"], ["1,2"] * 100 + ["7"], ["1,2"] * 100 + ["5,x"], ["1,2"] * 100 + ["x,5"], ["9" * 30 + ",2"] * 90 + ["1,"]):
    try:
        print(numbers(bad))
    except ValueError as error:
        print(type(error).__name__, error)

def shared(rounds):
    # One iterator twice: fewer items than each of them has.
    seen = []
    for i in range(rounds):
        it = iter(range(4))
        try:
            (a, b), (c, d) = zip(it, it)
            x, y, z, w = zip(it, range(4)) if i % 40 == 39 else range(i, i + 4)
            seen.append(a + b + c + d + x + w)
        except ValueError as error:
            seen.append(str(error))
    return seen

print(shared(130)[-60:])

def kinds(values):
    out = []
    for value in values:
        try:
            a, b, c = value
            out.append((a, b, c))
        except (ValueError, TypeError) as error:
            out.append(f"{type(error).__name__}: {error}")
    return out

class Seq:
    def __init__(self, n): self.n = n
    def __iter__(self): return iter(range(self.n))

class OldSeq:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 2

class MyList(list):
    def __iter__(self): return iter("xyz")

def gen(n):
    for i in range(n): yield i

def makers(i):
    yield lambda: "abc"
    yield lambda: "äbc"
    yield lambda: {1: 2, 3: 4, i: 6}
    yield lambda: {1: 2, 3: 4, -5: 6}.items()
    yield lambda: range(3)
    yield lambda: map(str, range(3))
    yield lambda: map(len, ["a", "bb", "ccc"])
    yield lambda: map(lambda v: v + i, (1, 2, 3))
    yield lambda: map(int, "123")
    yield lambda: map(float, ("1", "2.5", "1e3"))
    yield lambda: zip("abc", (1, 2, 3))
    yield lambda: enumerate("abc", i)
    yield lambda: filter(None, [0, 1, 2, 3])
    yield lambda: reversed([1, 2, 3])
    yield lambda: iter((1, 2, 3))
    yield lambda: gen(3)
    yield lambda: (v * v for v in range(3))
    yield lambda: Seq(3)
    yield lambda: OldSeq()
    yield lambda: MyList([1, 2])
    yield lambda: b"abc"
    yield lambda: map(int, "12")
    yield lambda: map(int, "1234")
    yield lambda: map(int, "1x3")
    yield lambda: map(int, ["1", None, "3"])
    yield lambda: i
    yield lambda: None
    yield lambda: gen(2)
    yield lambda: gen(4)

for make in makers(9):
    result = kinds(make() for _ in range(70))
    assert all(r == result[0] for r in result)
    print(result[0])

def left(text, n):
    # What has not been unpacked is still in the iterator, less one.
    rest = []
    for _ in range(n):
        it = map(int, text)
        try:
            a, b = it
        except ValueError as error:
            rest.append((str(error), list(it)))
        else:
            rest.append((a, b, list(it)))
    return rest

for text in ("12", "123456", "1", "1x34", "12x4", "x234", ""):
    r = left(text, 80)
    assert all(q == r[0] for q in r)
    print(r[0])

def pairs(rows):
    total = 0
    for number, row in enumerate(rows):
        (a, b), c = map(int, row[:2]), row[2]
        total += a * b + number + len(c)
    return total
print(pairs([("1", "2", "abc")] * 500))

total = 0
for a, b in zip(range(300), range(300)):
    x, y, z = map(int, (a, b, "3"))
    p, *q = map(int, (a, b, "3"))
    total += x + y * z + p + sum(q)
print(total)

# Subclasses say themselves what comes next.
class M(map):
    def __next__(self): return super().__next__() * 10
class Z(zip):
    def __next__(self): return super().__next__()[::-1]
class N(map): pass
class I(map):
    def __iter__(self): return iter([7, 8])
def f(n):
    out = []
    for i in range(n):
        a, b = M(int, "12")
        (c, d), (e, g) = Z("ab", "cd")
        h, j = N(int, "34")
        k, l = I(int, "34")
        out.append((a, b, c, d, e, g, h, j, k, l))
    return sorted(set(out))
print(f(300))
