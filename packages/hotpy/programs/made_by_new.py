"""What `__new__` returns is initialised if it is an instance of the class, whatever its own class is; and what is made by __new__ of other kinds."""
class Base:
    def __new__(cls, n):
        return object.__new__(Sub if n % 2 else Base)
class Sub(Base):
    def __init__(self, n): self.n = n
print([hasattr(Base(i), "n") for i in range(60)].count(True))
class Late:
    def __new__(cls, n):
        if n == 40: cls.__init__ = lambda self, n: setattr(self, "n", n)
        return object.__new__(cls)
print([hasattr(Late(i), "n") for i in range(60)].count(True))
from collections import namedtuple
T = namedtuple("T", "a b", defaults=(5,))
class U(T):
    def __new__(cls, *args, **more): return super().__new__(cls, *args, **more)
    def total(self): return self.a + self.b
print(sum(T(i, b=2).b + T(i).b + U(i, b=3).total() for i in range(200)), T(1), U(2, b=1))
class Odd:
    def __new__(cls, kind):
        if kind == 0: return 5
        if kind == 1: return Odd
        if kind == 2: return "text"
        if kind == 3: return None
        if kind == 4: raise KeyError(kind)
        return object.__new__(cls)
def make(kind):
    try: return type(Odd(kind)).__name__
    except KeyError as e: return repr(e)
print([make(i % 6) for i in range(60)], [make(kind) for kind in range(6) for _ in range(9)])
class N(float):
    def __new__(cls, x): return float.__new__(cls, x)
print(sum(N(i) for i in range(100)), {type(N(i)) for i in range(50)})
def outcome(f):
    try: return f()
    except Exception as e: return f"{type(e).__name__}: {e}"
print([outcome(lambda: Base()) for _ in range(40)][-1], [outcome(lambda: Base(1, 2)) for _ in range(40)][-1], [outcome(lambda: T(1, c=2)) for _ in range(40)][-1])
