# Inheritance, super(), overriding, multiple inheritance.
class A:
    name = "A"
    def __init__(self, v): self.v = v
    def who(self): return f"A.who {self.name}"
    def call(self): return self.who()
class B(A):
    name = "B"
    def __init__(self, v, w):
        super().__init__(v)
        self.w = w
    def who(self): return "B.who then " + super().who()
class C(B): pass
c = C(1, 2)
print(c.v, c.w, c.call(), A(5).call(), isinstance(c, A), issubclass(C, A), issubclass(A, C), C.__bases__ == (B,), [k.__name__ for k in C.__mro__])
class Base:
    def __init__(self, **kw):
        self.log = ["Base"]
        super().__init__(**kw)
    def f(self): return ["Base"]
class Left(Base):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.log.append("Left")
    def f(self): return ["Left"] + super().f()
class Right(Base):
    def __init__(self, **kw):
        super().__init__(**kw)
        self.log.append("Right")
    def f(self): return ["Right"] + super().f()
class Both(Left, Right):
    def f(self): return ["Both"] + super().f()
b = Both()
print(b.log, b.f(), [k.__name__ for k in Both.mro()])
try:
    class Bad(Base, Left): pass
except TypeError as e:
    print(e)
class D(A):
    def who(self): return super(D, self).who() + "!"
    @classmethod
    def make(cls, v): return cls(v)
class E(D):
    name = "E"
print(E.make(3).who(), type(E.make(1)).__name__, D.make(2).v)
A.who = lambda self: "patched"
print(c.call(), E.make(1).call())
del B.who
print(c.call())
try:
    A.__init__(c)
except TypeError as e:
    print(e)
print(super(B, c).name, object.__repr__ is not None)
