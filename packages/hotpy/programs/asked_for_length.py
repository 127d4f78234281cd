log = []
def show(label, run):
    log.clear()
    try:
        result = run()
        shown = (type(result).__name__, str(result))
    except Exception as error:
        shown = (type(error).__name__, str(error))
    print(label, *shown, log)
def own(base):
    class Own(base):
        def __iter__(self):
            log.append('iter')
            return iter(['p', 'q'])
        def __len__(self):
            log.append('len')
            return 5
    Own.__name__ = 'Own' + base.__name__
    return Own
def sized(base):
    class Sized(base):
        def __len__(self):
            log.append('len')
            raise ValueError('no length')
    return Sized
class It:
    def __init__(self, *items):
        self.items = list(items)
    def __iter__(self):
        log.append('it iter')
        return self
    def __length_hint__(self):
        log.append('hint')
        return len(self.items)
    def __next__(self):
        if not self.items:
            raise StopIteration
        return self.items.pop(0)
class Odd(It):
    def __length_hint__(self):
        log.append('hint')
        return -1
class Iterable:
    def __iter__(self):
        log.append('iter')
        return It(1, 2, 3)
    def __len__(self):
        log.append('len')
        return 3
for make in own, sized:
    for base in set, frozenset:
        cls = make(base)
        show('repr', lambda: repr(cls({1})))
        show('empty', lambda: repr(cls()))
        show('str', lambda: '%s %r' % (cls({1}), cls({1})))
        show('disjoint', lambda: {1}.isdisjoint(cls({1})))
        show('disjoint', lambda: {'p'}.isdisjoint(cls({1})))
        show('disjoint', lambda: cls({1}).isdisjoint({1}))
        show('disjoint', lambda: cls({1}).isdisjoint([1]))
        show('union', lambda: {1}.union(cls({1})))
        show('key', lambda: {5: 1}[frozenset(cls({1}))])
class Nested(set):
    __hash__ = object.__hash__
n = Nested(); n.add(n)
show('nested', lambda: repr(n))
def f(*args):
    return args
def star(x):
    a, *b = x
    return a, b
def stars(x):
    *a, b, c = x
    return a, b, c
def two(x):
    a, b, *c, d = x
    return a, b, c, d
def assign(x, part=slice(1, 1)):
    l = [1, 2, 3]
    l[part] = x
    return l
for make in (lambda: It(1, 2, 3)), (lambda: Odd(1, 2, 3)), Iterable, (lambda: own(list)([1])), (lambda: own(tuple)([1])), (lambda: sized(list)([1, 2, 3, 4])), (lambda: sized(dict)(a=1)), (lambda: 5), (lambda: It()), (lambda: It(1)):
    show('call', lambda: f(*make()))
    show('call', lambda: f(0, *make(), 1))
    show('star', lambda: star(make()))
    show('stars', lambda: stars(make()))
    show('two', lambda: two(make()))
    show('assign', lambda: assign(make()))
    show('extended', lambda: assign(make(), slice(0, 3, 1)))
    show('extended', lambda: assign(make(), slice(0, 3, 2)))
    show('list', lambda: list(make()))
    show('tuple', lambda: tuple(make()))
    show('extend', lambda: [].extend(make()))
    show('display', lambda: [*make()])
    import itertools
    show('starmap', lambda: list(itertools.starmap(f, [make()])) if type(make()) is not int else 0)
    show('slots', lambda: type('T', (), {'__slots__': make()}))
def hot(n):
    total = 0
    s = own(set)({1, 2})
    for i in range(n):
        a, *b = It(i, 2, 3)
        total += len(b) + len(f(*It(1, 2))) + len(repr(s))
    return total
print(hot(300), len(log))
