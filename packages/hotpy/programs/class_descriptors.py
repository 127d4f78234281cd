# Descriptors and properties.
class Celsius:
    def __init__(self, degrees=0): self._d = degrees
    @property
    def degrees(self):
        "the docstring"
        return self._d
    @degrees.setter
    def degrees(self, value):
        if value < -273: raise ValueError("too cold")
        self._d = value
    @degrees.deleter
    def degrees(self): self._d = None
    @property
    def fahrenheit(self): return self._d * 9 / 5 + 32
c = Celsius(100)
print(c.degrees, c.fahrenheit)
c.degrees = 37
c.degrees += 1
print(c.degrees, Celsius.degrees.__doc__)
try:
    c.degrees = -300
except ValueError as e:
    print(e)
for f in (lambda: setattr(c, "fahrenheit", 1), lambda: delattr(c, "fahrenheit")):
    try:
        f()
    except AttributeError as e:
        print(e)
del c.degrees
print(c.degrees)
class Typed:
    def __set_name__(self, owner, name): self.name = "_" + name; print("named", owner.__name__, name)
    def __get__(self, obj, owner=None):
        if obj is None: return "from class " + owner.__name__
        return getattr(obj, self.name, "unset")
    def __set__(self, obj, value):
        if not isinstance(value, int): raise TypeError("int wanted")
        setattr(obj, self.name, value)
    def __delete__(self, obj): print("deleted"); delattr(obj, self.name)
class Model:
    a = Typed()
    b = Typed()
m = Model()
print(m.a, Model.a)
m.a = 5
print(m.a, m.b, m.__dict__)
del m.a
try:
    m.b = "x"
except TypeError as e:
    print(e)
class NonData:
    def __get__(self, obj, owner): return "descriptor"
class N: x = NonData()
n = N()
print(n.x, N.x)
n.x = "instance"
print(n.x)
class Lazy:
    def __init__(self, f): self.f = f
    def __get__(self, obj, owner):
        value = self.f(obj)
        setattr(obj, self.f.__name__, value)
        return value
class L:
    @Lazy
    def value(self): print("computed"); return 42
l = L()
print(l.value, l.value)
class Raises:
    @property
    def p(self): raise AttributeError("inner")
    def __getattr__(self, name): return "fallback for " + name
print(Raises().p)
