# A metaclass may have a base that is no metaclass: its classes have the `__dict__` of types all the same.
class Tells:
    def __setattr__(cls, name, value):
        print("set", cls.__name__, name)
        super().__setattr__(name, value)


class Meta(type):
    def __setattr__(cls, name, value):
        print(name in cls.__dict__)
        super().__setattr__(name, value)


class Mixed(Tells, Meta):
    pass


class Base(metaclass=Meta):
    pass


class Derived(Base, metaclass=Mixed):
    __slots__ = ()


Derived.first = 1
Derived.first = 2
print(Derived.first, sorted(Derived.__dict__), type(Derived.__dict__).__name__, vars(Derived)["first"])
try:
    Derived.__dict__ = {}
except AttributeError as error:
    print(error)
print(Base.__dict__["__dict__"].__doc__, Base.__dict__["__weakref__"].__doc__, sep="\n")
