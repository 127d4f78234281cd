# Closures, cells and nonlocal.
def counter(start=0):
    count = start
    def increment(by=1):
        nonlocal count
        count += by
        return count
    def peek():
        return count
    return increment, peek
inc, peek = counter(5)
inc2, peek2 = counter()
print(inc(), inc(10), peek(), inc2(), peek2(), peek())
fs = [lambda: i for i in range(3)]
gs = [lambda i=i: i for i in range(3)]
print([f() for f in fs], [g() for g in gs])
def adders():
    result = []
    for n in range(3):
        def add(x):
            return x + n
        result.append(add)
    return result
print([a(10) for a in adders()])
def outer(x):
    def middle():
        def inner():
            nonlocal x
            x += 1
            return x
        return inner
    return middle(), lambda: x
i, get = outer(1)
print(i(), i(), get())
def parameter(a, b):
    def change():
        nonlocal a
        a = a * b
    change(); change()
    return a
print(parameter(2, 3))
def late():
    def f(): return value
    value = 1
    r = f()
    value = 2
    return r, f()
print(late())
def unbound(flag):
    def f(): return x
    if flag: x = 1
    return f
print(unbound(True)())
for f in (lambda: unbound(False)(), lambda: not_defined, lambda: deleted()):
    def deleted():
        x = 1
        def g(): return x
        del x
        return g()
    try:
        f()
    except NameError as e:
        print(type(e).__name__, e)
def local():
    print(y)
    y = 1
try:
    local()
except UnboundLocalError as e:
    print(e)
def make(n):
    if n == 0: return lambda: 0
    inner = make(n - 1)
    return lambda: inner() + n
print(make(50)())
def compose(*fs):
    def composed(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return composed
print(compose(lambda x: x + 1, lambda x: x * 2)(5))
