"""Classes that refine super and reversed, and what type.__new__ checks of __classcell__."""


class Loud(super):
    def __init__(self, *args):
        super(Loud, self).__init__(*args)
        self.given = len(args)

    def own(self):
        return "own"


class Base:
    def name(self):
        return "Base.name"


class Derived(Base):
    def name(self):
        return Loud(Derived, self).name() + "!"

    def look(self):
        found = Loud(Derived, self)
        return found.given, found.own(), found.__thisclass__, found.__self__ is self, found.__class__


print(Derived().name(), Derived().look())
Derived.above = Loud(Derived)
print(Derived().above.name(), type(Derived().above))
try:
    Loud(Derived, Derived()).nothing
except AttributeError as error:
    print(error)


class Backwards(reversed):
    def greet(self):
        return "hi"


class Squares:
    def __len__(self):
        return 3

    def __getitem__(self, index):
        return index * index


print(type(Backwards([1, 2])), list(Backwards([1, 2])))
print(type(Backwards((1, 2))), list(Backwards((1, 2))), Backwards("ab").greet())
print(type(Backwards(Squares())), list(Backwards(Squares())))


class Proxy:
    def __init__(self, target):
        self._target = target

    def __getattribute__(self, name):
        return getattr(object.__getattribute__(self, "_target"), name)


print(super(Derived, Proxy(Derived())).name())
for args in [(), (1,), (Derived, 1), (Derived, Base()), (1, 2, 3)]:
    try:
        print(super(*args))
    except Exception as error:
        print(type(error).__name__, error)


class Meta(type):
    def __new__(cls, name, bases, namespace, cell=None):
        if cell is not None:
            namespace["__classcell__"] = cell
        elif name == "Missing":
            namespace.pop("__classcell__")
        made = super().__new__(cls, name, bases, namespace)
        if name == "Twice":
            type("Other", (), namespace)
        return made


for source in [
    "class Missing(metaclass=Meta):\n def f(self): return __class__",
    "class Twice(metaclass=Meta):\n def f(self): return __class__",
    "class Odd(metaclass=Meta, cell=5): pass",
    "class Right(metaclass=Meta):\n def f(self): return __class__\nprint(Right().f())",
]:
    try:
        exec(source)
    except Exception as error:
        print(type(error).__name__, error)
