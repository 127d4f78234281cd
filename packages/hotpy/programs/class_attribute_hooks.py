# __getattr__, __getattribute__, __setattr__, __delattr__, __slots__-free lookup order.
class Hook:
    def __init__(self): self.real = 1
    def __getattr__(self, name):
        if name.startswith("dyn"): return name.upper()
        raise AttributeError(f"custom message for {name}")
h = Hook()
print(h.real, h.dynamic, getattr(h, "other", "default"), hasattr(h, "dyn"), hasattr(h, "zzz"))
try:
    h.zzz
except AttributeError as e:
    print(e)
class Log:
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
    def __getattribute__(self, name):
        if not name.startswith("__"): print("get", name)
        return super().__getattribute__(name)
l = Log()
l.a = 1
l.a += 5
print(l.a)
del l.a
try:
    l.a
except AttributeError as e:
    print(e)
class Proxy:
    def __init__(self, target): object.__setattr__(self, "_t", target)
    def __getattr__(self, name): return getattr(self._t, name)
    def __setattr__(self, name, value): setattr(self._t, name, value)
class T: pass
t = T()
p = Proxy(t)
p.x = 5
print(t.x, p.x, t.__dict__)
class K:
    x = "class"
    def method(self): return "method"
k = K()
k.x = "instance"
k.method = lambda: "shadow"
print(k.x, K.x, k.method(), type(k).method(k))
for i in range(3):
    K.x = i
    print(K().x, k.x, end=" ")
print()
