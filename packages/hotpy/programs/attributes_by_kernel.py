import math, types, sys
class A: 
    on_class = 1
    def method(self): return "m"
class G(A):
    def __getattr__(self, name):
        if name == "no": raise AttributeError(name)
        return "got " + name
class C:
    def __call__(self): return 1
class Prop(A):
    @property
    def x(self): return "prop"
def made(cls, **kw):
    a = cls(); a.__dict__["first"] = 0; a.__dict__.update(kw); return a
def run(n):
    out = None
    for i in range(n):
        a = made(A, x=i, on_class=2); b = made(A, y=1); g = made(G, x=3); p = made(Prop, x=4)
        out = [
            getattr(a, "x"), getattr(a, "on_class"), getattr(b, "on_class"), getattr(a, "zz", None), getattr(b, "x", "fb"),
            hasattr(a, "x"), hasattr(b, "x"), hasattr(b, "on_class"), hasattr(b, "method"), getattr(b, "method")(), hasattr(g, "no"),
            getattr(g, "x"), getattr(g, "q"), getattr(g, "no", 5), getattr(p, "x"), hasattr(p, "x"), getattr(a, "__class__").__name__,
            getattr(a, "__dict__")["x"], getattr(math, "pi"), getattr(math, "nope", 7), hasattr(math, "pi"), hasattr(math, "nope"),
            getattr(math, "__name__"), getattr(math, "__class__").__name__, getattr(sys, "maxsize") > 5,
            callable(a), callable(g), callable(C()), callable(C), callable(len), callable(5), callable(i), callable(None), callable(math),
            callable([].append), callable(types.SimpleNamespace()),
        ]
        setattr(a, "x", -1); setattr(b, "new", 2); delattr(a, "x")
        out.append((hasattr(a, "x"), b.new, getattr(b, "new"), getattr(a, "x", "gone")))
        try: getattr(a, "x")
        except AttributeError as e: out.append(str(e))
        try: getattr(math, "nope")
        except AttributeError as e: out.append(str(e))
        try: getattr(math, 5)
        except TypeError as e: out.append(str(e))
    return out
for each in run(60): print(each)
m = types.ModuleType("m"); m.__getattr__ = lambda name: "late " + name; m.here = 1
def mods(n):
    for i in range(n):
        r = getattr(m, "here"), getattr(m, "there"), getattr(m, "there", 0), hasattr(m, "there"), getattr(m, "_here", 3)
    return r
print(mods(40))
class Sub(types.ModuleType):
    @property
    def here(self): return "property"
def change(n):
    r = []
    for i in range(n):
        if i == 20: m.__class__ = Sub
        r.append(getattr(m, "here"))
    return r[19], r[20], r[-1]
print(change(40))
def later(n):
    class L: pass
    o = L(); seen = []
    w = made(A, x=1)
    for i in range(n):
        if i == 20: L.__call__ = lambda self: 1
        if i == 40: del L.__call__
        if i == 25: A.x = property(lambda self: "hidden")
        seen.append((callable(o), getattr(w, "x"), getattr(w, "zz", 0)))
        if i == 45: A.__getattr__ = lambda self, n: "hook " + n
    del A.__getattr__, A.x
    return [seen[i] for i in (19, 20, 24, 25, 39, 40, 45, 46, -1)]
print(later(60))
