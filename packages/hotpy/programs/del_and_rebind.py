# Names unbound and bound again, in every scope.
def f(n):
    out = []
    for i in range(n):
        if i % 2: value = i
        try:
            out.append(value)
            del value
        except UnboundLocalError:
            out.append("unbound")
    return out
print(f(6), f(300).count("unbound"))
try:
    for e in range(3): pass
    raise ValueError("x")
except ValueError as e: pass
try:
    print(e)
except NameError as n:
    print(n)
def g():
    try:
        raise KeyError("k")
    except KeyError as err:
        kept = err
    try:
        return err
    except UnboundLocalError as u:
        return str(u), repr(kept)
print(g())
class C:
    a = 1
    b = a
    del a
print(hasattr(C, "a"), C.b)
d = {1: "a", 2: "b"}
del d[1]
l = list(range(10))
del l[::2], l[-1]
print(d, l)
x, y = 1, 2
del x, (y)
print("x" in globals(), "y" in globals())
def h(flag):
    if flag:
        import math
    return math.pi
print(h(True))
try:
    h(False)
except UnboundLocalError as e:
    print(e)
