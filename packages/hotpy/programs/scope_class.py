# Names in class bodies, and what functions in them see.
x = "global"
class A:
    y = x
    x = "class"
    z = x
    def f(self): return x
    g = lambda self: x
    l = [x for _ in range(1)]
    t = [i for i in x]
print(A.y, A.z, A().f(), A().g(), A.l, A.t)
def function():
    x = "local"
    class B:
        y = x
        def f(self): return x
        class Inner:
            z = x
    class D:
        x = x if False else "own"
        def f(self): return x
    return B.y, B().f(), B.Inner.z, D.x, D().f()
print(function())
def shadow(x):
    class E:
        nonlocal x
        x = x + 1
    return x, hasattr(E, "x")
print(shadow(1))
class M:
    def __private(self): return "private"
    def call(self): return self.__private(), self._M__private()
    __x = [1]
    def get(self): return [self.__x for _ in range(2)], (lambda: self.__x)()
print(M().call(), M().get(), sorted(k for k in M.__dict__ if k.startswith("_M")))
class S:
    def f(self): return __class__.__name__
    @staticmethod
    def s(): return __class__
class T(S):
    def f(self): return super().f() + __class__.__name__
print(T().f(), T.s() is S)
for i in range(3):
    class Loop:
        index = i
print(Loop.index, Loop.__qualname__, function.__qualname__)
def deleted():
    x = 1
    def inner(): return x
    r = inner()
    del x
    try:
        inner()
    except NameError as e:
        return r, str(e)
print(deleted())
