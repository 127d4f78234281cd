# Context managers.
class CM:
    def __init__(self, name, suppress=False): self.name, self.suppress = name, suppress
    def __enter__(self):
        print("enter", self.name)
        return self.name.upper()
    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__, value, tb is not None)
        return self.suppress
with CM("a") as a:
    print(a)
with CM("a") as a, CM("b", True) as b:
    print(a, b)
    raise ValueError("suppressed by b")
try:
    with CM("c"):
        1 / 0
except ZeroDivisionError as e:
    print("escaped", e)
def f():
    with CM("ret"):
        return "value"
def g():
    for i in range(3):
        with CM(f"loop{i}"):
            if i == 0: continue
            if i == 1: break
    return i
def h():
    with CM("gen"):
        yield 1
        yield 2
print(f(), g(), list(h()))
x = h(); next(x); x.close()
class BadEnter:
    def __enter__(self): raise KeyError("enter")
    def __exit__(self, *args): print("never")
class BadExit:
    def __enter__(self): return self
    def __exit__(self, *args): raise TypeError("exit")
for cm in (BadEnter, BadExit):
    try:
        with cm(): raise ValueError("body")
    except Exception as e:
        print(repr(e), repr(e.__context__))
for bad in (5, object()):
    try:
        with bad: pass
    except TypeError as e:
        print(e)
with (CM("p") as p, CM("q") as q):
    print(p, q)
with CM("outer", True):
    with CM("inner"):
        raise KeyError("through both")
d = {}
with CM("target") as d["key"]: pass
print(d)
def nested(n):
    with CM(str(n)):
        if n: return nested(n - 1)
        return "bottom"
print(nested(2))
