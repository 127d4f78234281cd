# types.FunctionType and types.CellType make functions and cells.
import types

def f(a, b=2):
    "doc"
    return a + b

def g():
    x = 1
    def h(): return x
    return h

F, C, h = types.FunctionType, types.CellType, g()
for args, kw in [((f.__code__, {}), {}), ((1, {}), {}), ((f.__code__, 1), {}), ((f.__code__, {}, 3), {}), ((f.__code__, {}, 'n', 3), {}),
                 ((h.__code__, {}), {}), ((h.__code__, {}, None, None, ()), {}), ((h.__code__, {}, None, None, (1,)), {}), ((h.__code__, {}, None, None, 3), {}),
                 ((f.__code__, {}, None, None, h.__closure__), {}), ((f.__code__, {}, None, None, ()), {}), ((f.__code__, {}), {'name': 'x', 'argdefs': (5,), 'closure': None})]:
    try:
        r = F(*args, **kw)
        print(r.__name__, r.__qualname__, r.__defaults__, r.__module__, r.__closure__, r.__doc__)
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
print(F(h.__code__, {}, None, None, h.__closure__)(), F(h.__code__, {}, closure=(C(7),))())
print(F(f.__code__, {'__name__': 'zz'}).__module__, f.__module__, F(f.__code__, globals(), argdefs=(40,))(2))
n = 0
def counter():
    global n
    n += 1
    return n
own = {'n': 10}
print([F(counter.__code__, own)() for _ in range(3)], n, own['n'])
c = C()
def contents():
    try: return c.cell_contents
    except ValueError as e: return str(e)
print(contents())
c.cell_contents = 3
print(contents(), repr(c).split(': ')[1].split(' at ')[0], repr(C()).split(': ')[1])
del c.cell_contents
print(contents())
def changing():
    value = 0
    def get(): return value
    return get
get = changing(); cell = get.__closure__[0]; total = 0
for i in range(3000):
    cell.cell_contents = i
    total += get()
print(total)
for args in (1, 2), ():
    try: print(type(C(*args)))
    except TypeError as e: print(e)
f.__doc__ = 'other'; print(f.__doc__); del f.__doc__; print(f.__doc__)
def k(): "k's"
def m(): "m's"
k.__code__ = m.__code__
print(k.__doc__, F(m.__code__, {}).__doc__)
