import collections, itertools
log = []
def make(T, keep=()):
    skip = {'__getattribute__','__class__','__new__','__init__','__del__','__init_subclass__','__subclasshook__','__class_getitem__','__doc__','__dict__','__slots__','__setattr__','__delattr__','__getattr__','__getstate__','__reduce__','__reduce_ex__','__sizeof__','__dir__','__repr__'}
    ns = {}
    for name in dir(T):
        if name in skip or not callable(getattr(T, name)) or name == 'fromkeys': continue
        def w(self, *a, _v=getattr(T, name), _n=name, **k):
            log.append(_n)
            return _v(self, *a, **k)
        ns[name] = w
    return type('S' + T.__name__, (T,), ns)
OD, DD, DQ = make(collections.OrderedDict), make(collections.defaultdict), make(collections.deque)
def show(label, run):
    log.clear()
    try:
        result = run()
        shown = (type(result).__name__, str(result) if not isinstance(result, str) else result)
        shown = tuple(s for s in shown)
    except Exception as error:
        shown = (type(error).__name__, str(error))
    print(label, *shown, log)
def plain(x):
    return list(dict.items(x)) if isinstance(x, dict) else x
for mk in (lambda: OD([(1, 2), (3, 4)])), (lambda: OD()):
    x = mk(); y = mk()
    show('eq', lambda: collections.OrderedDict.__eq__(x, y))
    show('ne', lambda: collections.OrderedDict.__ne__(x, y))
    show('eq dict', lambda: x == dict(x))
    show('eq od', lambda: x == collections.OrderedDict(reversed(list(dict.items(x)))))
    show('repr', lambda: repr(x))
    show('or', lambda: plain(x | y))
    show('or', lambda: plain(x | {7: 8}))
    show('ror', lambda: plain({7: 8} | x))
    show('ior', lambda: plain(x.__ior__({9: 1})))
    show('ior', lambda: plain(x.__ior__(y)))
    show('ior', lambda: plain(x.__ior__([(5, 5)])))
    show('bad', lambda: x | 5)
    show('update', lambda: x.update(a=1))
    show('end', lambda: x.move_to_end(9))
    show('front', lambda: x.move_to_end(5, False))
    show('front', lambda: x.move_to_end(5, last=False))
    show('none', lambda: x.move_to_end('none', False))
    show('first', lambda: x.popitem(False))
    show('last', lambda: x.popitem())
    show('all', lambda: plain(x))
    show('setdefault', lambda: x.setdefault(77))
    show('copy', lambda: plain(x.copy()))
for mk in (lambda: DD(int, {1: 2})), (lambda: DD(None)):
    x = mk(); y = mk()
    show('or', lambda: plain(x | {3: 4}))
    show('or', lambda: plain(x | y))
    show('ror', lambda: plain({3: 4} | x))
    show('ior', lambda: plain(x.__ior__({5: 6})))
    show('copy', lambda: plain(x.copy()))
    show('missing', lambda: x[10])
    show('repr', lambda: repr(x))
class Own(collections.deque):
    def __iter__(self):
        log.append('iter')
        return iter([1, 5, 6])
class Short(collections.deque):
    def __iter__(self):
        log.append('short')
        return iter([1])
for cls in DQ, Own, Short, collections.deque:
    for items in [], [1], [1, 2, 3]:
        x = cls(items); y = cls(items)
        for other in y, collections.deque(items), collections.deque([1, 9]), Short([1, 2, 3]), [1]:
            for name in 'lt', 'le', 'gt', 'ge', 'eq', 'ne':
                show(name, lambda: getattr(x, f'__{name}__')(other))
            show('<', lambda: x < other)
            show('==', lambda: x == other)
        show('self', lambda: (x == x, x <= x))
        show('repr', lambda: repr(x))
        for times in -1, 0, 1, 3:
            show('mul', lambda: (lambda z: (type(z).__name__, collections.deque.__len__(z), list(collections.deque.__reversed__(z))))(x * times))
            show('imul', lambda: (lambda z: (z.__imul__(times), list(collections.deque.__reversed__(z)))[1])(cls(items, 4)))
class Bad(collections.deque):
    def __iter__(self):
        raise KeyError('no items')
show('bad', lambda: Bad([1]) == Bad([1]))
show('bad', lambda: Bad([1]) < Bad([1]))
show('bad', lambda: Bad([1, 2]).__imul__(2))
class Item:
    def __init__(self, n): self.n = n
    def __eq__(self, other): log.append('item eq'); return self.n == other.n
    def __lt__(self, other): log.append('item lt'); return self.n < other.n
class Items(collections.deque):
    def __iter__(self):
        return iter([Item(1), Item(2)])
show('items', lambda: Items([1]) < Items([2]))
show('items', lambda: Items([1]) == Items([2]))
show('items', lambda: Items([1]) >= Items([2]))
def hot(n):
    a, b, c = Own([1, 2, 3]), Own([1, 2, 3]), collections.deque([1, 2])
    count = 0
    for i in range(n):
        count += (a == b) + (a < c) + (c != a) + len(a * 2) + (c == collections.deque([1, 2]))
    return count
print(hot(600))
