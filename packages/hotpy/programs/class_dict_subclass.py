"""Instances whose __dict__ is a dict of a class, and classes that say themselves what __dict__ is."""


class AttrDict(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__ = self


d = AttrDict(a=1)
d.b = 2
d['c'] = 3
print(d, d.a, d['b'], d.c, d.__dict__ is d, vars(d) is d, hasattr(d, 'nothing'))
del d.a
print(d, len(d), list(d), dir(d)[-2:])
for i in range(300):
    d.total = getattr(d, 'total', 0) + d['b']
print(d['total'])


class Upper(dict):
    def __getitem__(self, key):
        return 'never asked'


class Plain:
    pass


p = Plain()
p.before = 1
p.__dict__ = Upper(after=2)
print(p.after, hasattr(p, 'before'), p.__dict__ == {'after': 2})
p.more = 3
print(p.more, vars(p))
try:
    p.__dict__ = 5
except TypeError as error:
    print(error)


class Shown:
    def __init__(self):
        self.hidden = 1

    @property
    def __dict__(self):
        return {'shown': 2}


print(vars(Shown()), Shown().__dict__, Shown().hidden)


class Missing(dict):
    def __missing__(self, key):
        return f'made {key}'


names = Missing()
exec('a = b + "!"\ndef f():\n    return a', names)
print(names['a'], dict.__contains__(names, 'b'), names['f']())
print(eval('x + y', Missing(x='x of ')))


def outer():
    value = 1

    def inner():
        nonlocal value
        value += 41
        return value
    return inner, lambda: value


inner, value = outer()
print(exec(inner.__code__, {}, closure=inner.__closure__), value())
for given in None, (), (1,):
    try:
        exec(inner.__code__, {}, closure=given)
    except TypeError as error:
        print(error)
try:
    exec('1', {}, closure=inner.__closure__)
except TypeError as error:
    print(error)
try:
    type('A', (), {'__qualname__': b'B'})
except TypeError as error:
    print(error)
