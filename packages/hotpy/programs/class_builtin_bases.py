# Classes derived from builtin types.
class MyInt(int):
    def __add__(self, other): return MyInt(int(self) + other + 100)
    def __repr__(self): return f"MyInt({int(self)})"
class MyFloat(float):
    unit = "m"
class MyStr(str):
    def shout(self): return self.upper() + "!"
class MyList(list):
    def first(self): return self[0]
    def append(self, x): super().append(x * 2)
class MyTuple(tuple):
    def __new__(cls, *items): return super().__new__(cls, items)
    @property
    def last(self): return self[-1]
class MyDict(dict):
    def __missing__(self, key): return f"no {key}"
    def __setitem__(self, key, value): super().__setitem__(key, [value])
print(MyInt(1) + 2, type(MyInt(1) + 2).__name__, MyInt(5) * 2, MyInt(3) == 3, {3: "three"}[MyInt(3)], [1, 2, 3][MyInt(1)], isinstance(MyInt(1), int))
print(MyFloat(1.5) + 1, MyFloat(2.5).unit, MyFloat("2") == 2)
s = MyStr("abc")
print(s, s.shout(), s + "d", type(s + "d").__name__, len(s), s == "abc", {"abc": 1}[s], f"{s:>5}", s[1])
l = MyList([5, 6])
l.append(7); l.note = "attribute"
print(l, l.first(), len(l), l.note, sorted(l, reverse=True), l + [1], type(l[:1]).__name__, isinstance(l, list), 6 in l)
t = MyTuple(1, 2, 3)
print(t, t.last, t == (1, 2, 3), hash(t) == hash((1, 2, 3)), len(t), *t)
d = MyDict(a=1)
d["b"] = 2
print(d, d["a"], d["b"], d["c"], d.get("c"), "c" in d, len(d), list(d))
class Error(KeyError, AttributeError): pass
try:
    raise Error("both")
except AttributeError as e:
    print(repr(e), isinstance(e, KeyError), str(e))
class Meta(type):
    def __call__(cls, *args):
        print("creating", cls.__name__)
        return super().__call__(*args)
    def __repr__(cls): return f"<{cls.__name__}>"
class WithMeta(metaclass=Meta):
    def __init__(self, x): self.x = x
print(WithMeta(5).x, WithMeta, type(WithMeta) is Meta)
class Singleton:
    instance = None
    def __new__(cls, *args):
        if cls.instance is None: cls.instance = super().__new__(cls)
        return cls.instance
    def __init__(self, v=None): self.v = v
print(Singleton(1) is Singleton(2), Singleton.instance.v)
