log = []
def says(name):
    def method(self, *args):
        log.append(name)
        return getattr(dict, name)(self, *args)
    return method
class Own(dict):
    def __iter__(self):
        log.append('iter')
        return iter(())
    def keys(self):
        log.append('keys')
        return ['a', 'b']
    def __getitem__(self, key):
        log.append('getitem ' + key)
        return key * 2
class Kept(dict):
    keys = says('keys')
    values = says('values')
    items = says('items')
    __getitem__ = says('__getitem__')
    __len__ = says('__len__')
    __contains__ = says('__contains__')
def show(label, run):
    log.clear()
    try:
        result = run()
        shown = (type(result).__name__, result)
    except Exception as error:
        shown = (type(error).__name__, str(error))
    print(label, *shown, log)
for cls in Own, Kept:
    for start in {}, {'x': 1}:
        make = lambda: cls(start)
        print(cls.__name__, start)
        show('or', lambda: make() | {'y': 2})
        show('ror', lambda: {'y': 2} | make())
        show('both', lambda: make() | make())
        show('not', lambda: make() | [('p', 1)])
        show('rnot', lambda: dict.__ror__(make(), 5))
        show('dunder', lambda: dict.__or__(make(), make()))
        show('rdunder', lambda: dict.__ror__(make(), {'x': 5}))
        show('copy', lambda: make().copy())
        show('class copy', lambda: dict.copy(make()))
        show('dict', lambda: dict(make()))
        show('display', lambda: {**make()})
        show('update', lambda: (lambda d: (d.update(make()), d)[1])({}))
        show('ior', lambda: (lambda d: d.__ior__(make()))({}))
        show('call', lambda: (lambda **k: k)(**make()))
        def attributes():
            made = type('T', (), make())
            return sorted(k for k in vars(made) if k[0] != '_')
        show('type', attributes)
show('wrong self', lambda: dict.copy(5))
show('wrong self', lambda: dict.__or__(5, {}))
show('no argument', lambda: {}.__or__())
show('argument', lambda: {}.copy(1))
class Meta(type):
    def __new__(meta, name, bases, namespace):
        print(type(namespace).__name__)
        return super().__new__(meta, name, bases, namespace)
class Base(metaclass=Meta):
    pass
print(type('Derived', (Base,), Kept(a=1)).a)
class Fails(dict):
    def __iter__(self):
        return iter(())
    def keys(self):
        raise KeyError('none')
show('fails', lambda: Fails(a=1) | {})
show('fails', lambda: Fails(a=1).copy())
show('fails', lambda: type('T', (), Fails(a=1)))
def hot(cls):
    total = 0
    d = cls(a=1, b=2)
    for i in range(2000):
        total += len(dict.copy(d)) + len(d | {'c': i}) + len({'c': i} | d) + len(d.copy())
    return total
print(hot(Kept), hot(dict), hot(Own))
