# super() given a class in place of an instance, with and without arguments: in __new__, in class methods, of metaclasses.
class Base:
    def __new__(cls, *args):
        self = object.__new__(cls)
        self.made = len(args)
        return self
    def name(self): return "base"
    @staticmethod
    def of_nothing(): return "static"
    @classmethod
    def of_class(cls): return cls.__name__

class Implicit(Base):
    def __new__(cls, value):
        self = super().__new__(cls, value)
        self.value = value
        return self
    def name(self): return "implicit " + super().name()

class Explicit(Base):
    def __new__(cls, value):
        self = super(Explicit, cls).__new__(cls, value)
        self.value = value
        return self
    def name(self): return "explicit " + super(Explicit, self).name()
    @classmethod
    def unbound(cls, instance): return super(Explicit, cls).name(instance)
    @classmethod
    def others(cls): return super().of_class() + super().of_nothing()

class Plain:
    __slots__ = "value"
    def __new__(cls, value):
        self = super(Plain, cls).__new__(cls)
        self.value = value
        return self
class Refined(Plain):
    __slots__ = ()

class Meta(type):
    def describe(cls): return "meta of " + cls.__name__
class MoreMeta(Meta):
    def describe(cls): return "more " + super().describe()
class Made(metaclass=MoreMeta): pass
class Unrelated: pass

def run(n):
    total, texts = 0, set()
    for i in range(n):
        a, b = Implicit(i), Explicit(i)
        total += a.value + a.made + b.value + b.made + Plain(i).value + Refined(i).value
        texts |= {a.name(), b.name(), Explicit.unbound(b), Explicit.others(), Made.describe()}
    return total, sorted(texts)

def wrong(n):
    count, message = 0, ""
    for i in range(n):
        try: super(Explicit, Unrelated if i % 2 else Unrelated()).name()
        except TypeError as e: count, message = count + 1, str(e)
    return count, message

def changes(n):
    seen = []
    for i in range(n):
        if i == n // 2: Base.name = lambda self: "changed"
        text = Explicit.unbound(None) if i % 3 == 0 else Implicit(i).name()
        if text not in seen: seen.append(text)
    return seen

print(run(3000))
print(wrong(2500))
print(changes(4000))
from fractions import Fraction
def sum_of(n):
    s = Fraction(0)
    for i in range(1, n): s += Fraction(i % 7, 12)
    return s
print(sum_of(2500))
