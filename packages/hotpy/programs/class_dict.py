# An instance's __dict__, read and written.
class K:
    x = "class"
    @property
    def p(self): return "property"
k = K()
d = k.__dict__
k.a = 1
d["b"] = 2
print(d, k.b, d is k.__dict__, vars(k) is d, len(d), list(d.items()))
d["x"] = "instance"; d["p"] = "ignored"
print(k.x, k.p, K.x)
del d["x"]
print(k.x, sorted(d))
d.update(c=3, e=4)
print(k.c + k.e, d.pop("c"), hasattr(k, "c"))
k.__dict__ = {"fresh": True}
print(k.fresh, hasattr(k, "a"), d)
k.__dict__.clear()
print(k.__dict__, K.__dict__["x"], "p" in K.__dict__)
for i in range(5): k.__dict__[f"n{i}"] = i
print(k.n3, sum(vars(k).values()))
class Lazy:
    def __init__(self, f): self.f = f
    def __get__(self, obj, owner):
        value = obj.__dict__[self.f.__name__] = self.f(obj)
        return value
class L:
    @Lazy
    def value(self): print("computed"); return 42
l = L()
print(l.value, l.value)
try:
    k.__dict__ = 5
except TypeError as e:
    print(e)
