# Which builtin iterators ask again after their end, and which stay ended.
class Count:
    def __init__(self): self.i = -1
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        return self.i
class Again:
    """Ends after each item, then goes on."""
    def __init__(self, n=10): self.i = 0; self.n = n
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i % 2 == 0 or self.i > self.n: raise StopIteration
        return self.i
class Seq:
    def __init__(self): self.n = 0
    def __getitem__(self, i):
        self.n += 1
        if self.n % 2 == 0: raise IndexError
        return i
def asks(name, it, n=7):
    out = []
    for _ in range(n):
        try: out.append(next(it))
        except StopIteration: out.append("stop")
        except Exception as e: out.append(f"{type(e).__name__}: {e}")
    print(name, out)
def sentinel():
    state = [0]
    def f():
        state[0] += 1
        return state[0] % 3
    return iter(f, 0)
def raising():
    state = [0]
    def f():
        state[0] += 1
        if state[0] % 2 == 0: raise ValueError(state[0])
        if state[0] == 5: raise StopIteration
        return state[0]
    return iter(f, 0)
class Err:
    def __init__(self): self.i = 0
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i % 2 == 0: raise ValueError(self.i)
        if self.i == 5: raise StopIteration
        return self.i
for src in (Again, Err):
    asks("map", map(lambda x: x * 2, src()))
    asks("map2", map(lambda x, y: (x, y), src(), Count()))
    asks("map3", map(lambda x, y: (x, y), Count(), src()))
    asks("filter", filter(None, src()))
    asks("filter2", filter(lambda x: x > 1, src()))
    asks("zip", zip(src(), src()))
    asks("zip2", zip(Count(), src()))
    asks("zip strict", zip(src(), Count(), strict=True))
    asks("zip strict2", zip(Count(), src(), strict=True))
    asks("zip strict3", zip(src(), src(), strict=True))
    asks("enumerate", enumerate(src()))
    asks("iter", iter(src()))
    asks("reversed", reversed([1, 2]))
    asks("genexp", (x for x in src()))
asks("sentinel", sentinel()); asks("raising", raising(), 8)
asks("seq", iter(Seq()))
class RS(Seq):
    def __len__(self): return 5
asks("reversed seq", reversed(RS()), 9)
def grow(make, add, n=2):
    c = make(); it = iter(c)
    out = []
    for _ in range(8):
        try: out.append(next(it))
        except StopIteration:
            out.append("stop"); add(c)
        except Exception as e: out.append(f"{type(e).__name__}: {e}"); 
    print(make.__name__ if hasattr(make, '__name__') else make, out)
grow(lambda: [1, 2], lambda c: c.append(9))
grow(lambda: {1: 1}, lambda c: c.update({len(c)+5: 1}))
grow(lambda: {1}, lambda c: c.add(len(c)+5))
grow(lambda: {1: 1}, lambda c: c.clear())
# reversed list
l = [1, 2, 3]; r = reversed(l); print(next(r), next(r), next(r), next(r, "end")); l.extend([4, 5, 6, 7]); print(next(r, "end"))
l = [1, 2, 3, 4]; r = reversed(l); print(next(r)); del l[1:]; print(next(r, "end")); l.extend([2, 3, 4]); print(next(r, "end"))
l = [1, 2, 3, 4]; i = iter(l); next(i); next(i); l.clear(); print(next(i, "e")); l.extend(range(10)); print(next(i, "e"))
d = {1: 1, 2: 2}; i = iter(d); next(i); d[3] = 3
for _ in range(3):
    try: print(next(i))
    except (RuntimeError, StopIteration) as e: print(type(e).__name__, e)
del d[3]
for _ in range(3):
    try: print(next(i))
    except (RuntimeError, StopIteration) as e: print(type(e).__name__, e)
s = {1, 2}; i = iter(s); next(i); s.add(3)
for _ in range(2):
    try: print(next(i))
    except (RuntimeError, StopIteration) as e: print(type(e).__name__, e)
s.discard(3)
for _ in range(2):
    try: print(next(i))
    except (RuntimeError, StopIteration) as e: print(type(e).__name__, e)
d = {1: 1, 2: 2}
for make in (lambda: iter(d.items()), lambda: iter(d.values()), lambda: reversed(d), lambda: reversed(d.items())):
    i = make(); print(list(i), list(i), next(i, "e"))
# for loops go on
m = map(str, Again())
for _ in range(3):
    print([x for x in m], end=" ")
z = zip(Again(), Again())
for _ in range(3):
    for x in z: print(x, end=" ")
e = enumerate(Again())
for _ in range(4):
    for x in e: print(x, end=" ")
f = filter(None, Again())
for _ in range(4):
    for x in f: print(x, end=" ")
print()
for _ in range(4): print(sum(m := Again(), 0), list(m), tuple(m), max(m, default=None))
it = Again()
print([*it, *it, *it], list(it), {**dict.fromkeys(it)}, sorted(it), set(it))


def hot(make, n):
    total = 0
    iterator = make()
    for i in range(n):
        for x in iterator:
            total += x if isinstance(x, int) else x[-1]
    return total


for make in (
    lambda: map(lambda x: x + 1, Again(500)),
    lambda: filter(None, Again(500)),
    lambda: zip(Again(500), Again(500)),
    lambda: zip(Again(500), Count(), Again(500)),
    lambda: enumerate(Again(500)),
    sentinel,
    lambda: (x for x in Again(500)),
    lambda: iter(Seq()),
):
    print(hot(make, 300))
nan = float("nan")
print(list(iter([1, nan, 3].pop, nan)))
