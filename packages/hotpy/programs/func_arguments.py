# Every kind of parameter and argument.
def f(a, b=2, *args, c, d=4, **kwargs):
    return a, b, args, c, d, kwargs
print(f(1, c=3), f(1, 5, 6, 7, c=8, d=9, e=10), f(c=1, a=2), f(*[1, 2, 3], **{"c": 4, "x": 5}))
def g(a, /, b, *, c):
    return a, b, c
print(g(1, 2, c=3), g(1, b=2, c=3))
def h(*args, **kwargs):
    return args, kwargs
print(h(), h(*range(3)), h(*"ab", 1, *[2], k=1, **{"z": 2}), h(**{}, **{"a": 1}), h(*(), *[]))
def k(a, *, b=1): return a, b
def none(): pass
for call in (lambda: f(), lambda: f(1), lambda: f(1, c=1, a=2), lambda: g(a=1, b=2, c=3), lambda: g(1, 2, 3), lambda: g(1), lambda: none(1),
             lambda: k(1, 2), lambda: k(1, c=2), lambda: k(), lambda: h(**{"a": 1}, **{"a": 2}), lambda: h(*5), lambda: h(**5), lambda: h(**{1: 2}),
             lambda: none(x=1), lambda: k(1, 2, 3, b=4), lambda: (lambda x, y: 0)(), lambda: (lambda x, y, z: 0)(1), lambda: (lambda *, x, y: 0)()):
    try:
        print(call())
    except TypeError as e:
        print(e)
def default(x, acc=[]):
    acc.append(x)
    return acc
print(default(1), default(2), default(3, []), default(4))
print(f.__name__, f.__defaults__, f.__kwdefaults__, (lambda: 0).__name__, f.__qualname__, f.__doc__)
print(max(1, 2, key=lambda x: -x), (lambda *a, b=1: (a, b))(1, 2, b=3), (lambda: None)())
