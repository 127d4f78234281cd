# Iterators of itertools that kernels make, and dialects of csv without options.
from itertools import chain, zip_longest
import csv, io, copy, pickle
def hot(n):
    total = 0
    for i in range(n):
        for x in chain.from_iterable([[i, 1], (2,), 'a', {3: 4}, range(2)]): total += x if type(x) is int else 1
        for a, b in zip_longest([1, 2, i], (4,)): total += a + (b or 0)
        for t in zip_longest('ab', [1], range(3)): total += len(t)
        for a, b in zip_longest([1], [2, 3], fillvalue=7): total += a * b
    return total
print(hot(300))
print(list(zip_longest()), list(zip_longest([])), list(zip_longest([], [1])), list(zip_longest(iter([1, 2]), (x for x in 'abc'))))
def gen():
    yield [1]
    yield 2
it = chain.from_iterable(gen())
print(next(it), type(it).__name__)
try: next(it)
except TypeError as e: print(e)
for f in (lambda: chain.from_iterable(5), lambda: zip_longest(5), lambda: zip_longest([1], 5), lambda: chain.from_iterable()):
    try: print(f())
    except TypeError as e: print(e)
class C(chain): pass
print(type(C.from_iterable([[1], [2]])).__name__ in ('C', 'chain'), list(C.from_iterable([[1], [2]])))
z = zip_longest([1, 2, 3], [4])
next(z)
print(list(copy.copy(z)), list(z))
it = chain.from_iterable([[1, 2], [3]])
next(it)
print(list(pickle.loads(pickle.dumps(it))))
r, s = csv.reader(['a,b', '"c d",e']), csv.reader(['x;y'], delimiter=';')
print(list(r), list(s), r.dialect is csv.reader([]).dialect, r.dialect.delimiter, s.dialect.delimiter, csv.reader([]).dialect.quotechar, r.dialect.lineterminator)
try: r.dialect.delimiter = '|'
except AttributeError as e: print(e)
out = io.StringIO()
csv.writer(out).writerow([1, 'a b', 'x,y', None, 2.5])
csv.writer(out, 'unix').writerow([1])
print(repr(out.getvalue()), [list(csv.reader(['a,b'])) for _ in range(3)])
