from __future__ import annotations

def f(a: x + y * (z - 1), /, b: "text", *c: *Ts, d: lambda: 1 = 2, e: lambda x, /, y=1, *a, k, **kw: (x, y), **g: {1: 2, **m}) -> undefined[a:b, ::c]: ...
for name, text in f.__annotations__.items():
    print(name, text)
class C:
    a: (yes if no else maybe) = 1
    b: not a or b and (c or d)
    c: [x async for x, y in z if a if b]
    d: 1 .real + 1e400 - -2 ** -x
    e: f'{x!r:>{width}} {{}} {({1})}' 'more'
    f: print(*a, k=1, **b)
    g: sum(x for x in y)
    i: a < b is not c not in d
    j: (b'\x00\'"', u'u', 'é\n', 1.5j, 1e20, 1e-7, ...)
    k: ()
    l: (1,)
    m: ({1, 2}, {x for x in y}, {a: b for a, b in c})
    n: ~(a @ b) // c % d << e | f ^ g & h
    __p: D
    (o): undefined
for name, text in C.__annotations__.items():
    print(name, text)
def g():
    local: undefined = 1
    return local
print(g())
later: Later
print(__annotations__)
