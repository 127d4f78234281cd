# __getitem__, __setitem__, __delitem__, __contains__, __len__, __iter__, __next__, __call__.
class Grid:
    def __init__(self): self.cells = {}
    def __getitem__(self, key): return self.cells.get(key, "none") if isinstance(key, (tuple, str, int)) and not (isinstance(key, tuple) and isinstance(key[0], slice)) else key
    def __setitem__(self, key, value): self.cells[key] = value
    def __delitem__(self, key): del self.cells[key]
    def __contains__(self, key): return key in self.cells
    def __len__(self): return len(self.cells)
    def __call__(self, *args, **kw): return args, kw
g = Grid()
g[1, 2] = "a"; g["k"] = "b"
print(g[1, 2], g["k"], g[3], (1, 2) in g, 5 in g, 5 not in g, len(g), bool(g), g[1:2], g[::3, ...], g(1, x=2))
del g["k"]
g["n"] = 1
g["n"] += 5
print(len(g), g["n"])
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(Countdown(3)), sum(Countdown(5)), 2 in Countdown(4), [*Countdown(2)], max(Countdown(4)), tuple(Countdown(0)), sorted(Countdown(3)), dict(zip("ab", Countdown(2))))
for x in Countdown(3):
    print(x, end=" ")
a, b = Countdown(2)
print(a, b)
class Old:
    def __getitem__(self, i):
        if i > 3: raise IndexError(i)
        return i * 10
print(list(Old()), 20 in Old(), 25 in Old(), [x for x in Old()], iter(Old()) is not None)
class Delegating:
    def __iter__(self):
        yield 1
        yield from (2, 3)
print(list(Delegating()), list(map(str, Delegating())), list(zip(Delegating(), Delegating())), list(enumerate(Delegating(), 1)))
class BadIter:
    def __iter__(self): return 5
class BadLen:
    def __len__(self): return -1
class FloatLen:
    def __len__(self): return 1.5
class NoNext:
    def __iter__(self): return self
for f in (lambda: list(BadIter()), lambda: len(BadLen()), lambda: len(FloatLen()), lambda: list(NoNext()), lambda: next(5), lambda: reversed(Grid) , lambda: [x for x in 5], lambda: g.missing()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
