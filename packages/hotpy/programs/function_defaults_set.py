def f(a, b=2, *, c=3):
    return a, b, c
f.__defaults__ = (5,)
print(f(1))
f.__defaults__ = None
f.__kwdefaults__ = None
for k in {}, {'b': 1}, {'b': 1, 'c': 2}:
    try: print(f(1, **k))
    except TypeError as e: print(e)
print(f.__defaults__, f.__kwdefaults__)
class T(tuple): pass
class D(dict): pass
for v in [1], 3, T((1, 2)), "x":
    try: f.__defaults__ = v; print(f.__defaults__)
    except TypeError as e: print(e)
for v in [1], 3, D(c=7), "x":
    try: f.__kwdefaults__ = v; print(f.__kwdefaults__, f(1))
    except TypeError as e: print(e)
del f.__defaults__
del f.__kwdefaults__
print(f.__defaults__, f.__kwdefaults__)
