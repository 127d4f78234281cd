class It:
    def __init__(self, n): self.i = 0; self.n = n; self.iters = 0
    def __iter__(self): self.iters += 1; return self
    def __next__(self):
        self.i += 1
        if self.i > self.n: raise StopIteration
        return self.i
def count(f):
    it = It(4)
    try: r = f(it)
    except Exception as e: r = repr(e)
    print(r, it.iters, it.i)
def drain(x):
    r = []
    for y in x: r.append(y)
    return r
for f in (list, tuple, set, sum, any, all, min, max, sorted, lambda i: min(i, key=lambda x: -x), lambda i: max(i, key=lambda x: -x), lambda i: next(i), lambda i: next(i, 9), lambda i: drain(map(lambda x: x+1, i)),
          lambda i: drain(map(lambda x,y: x+y, i, i)), lambda i: drain(map(lambda *a: a, i, i, i)), lambda i: drain(filter(None, i)), lambda i: drain(filter(lambda x: x>1, i)), lambda i: drain(zip(i)), lambda i: drain(zip(i, [1,2,3])),
          lambda i: drain(zip([1,2,3], i)), lambda i: drain(zip(i, i, i)), lambda i: drain(zip(i, i, i, i)), lambda i: drain(zip(i, [1,2,3,4], strict=True)), lambda i: drain(enumerate(i)), lambda i: ''.join(map(str, i)), lambda i: dict.fromkeys(i), lambda i: 3 in i, lambda i: [*i], lambda i: drain(zip()),
          lambda i: dict(zip(i, i)), lambda i: frozenset(i), lambda i: [1].extend(i), lambda i: {1}.union(i), lambda i: iter(i) is i, lambda i: max(i, default=3), lambda i: (lambda *a: a)(*i), lambda i: ', '.join(str(x) for x in i), lambda i: drain(iter(lambda: next(i), 3)), lambda i: next(map(str, i)), lambda i: next(zip(i, i)), lambda i: list(enumerate(i, 5))):
    count(f)
class Seq:
    def __init__(self): self.calls = []
    def __len__(self): self.calls.append('len'); return 3
    def __getitem__(self, i):
        self.calls.append(i)
        if i >= 3: raise IndexError
        return i * 10
for f in (reversed, max, lambda s: drain(reversed(s)), lambda s: drain(zip(s, s)), lambda s: 20 in s, lambda s: drain(enumerate(s))):
    s = Seq(); r = f(s); print(r if not f is reversed else '', s.calls)
class Pair:
    def __iter__(self): print('pair iter'); return iter(('k', 'v'))
    def __len__(self): print('pair len'); return 2
print(dict([Pair(), ('a', 1), ['b', 2], 'cd']))
class M:
    def keys(self): print('keys'); return ['x', 'y']
    def __getitem__(self, k): print('get', k); return k * 2
print(dict(M()), {**M()}, (lambda **k: k)(**M()))
