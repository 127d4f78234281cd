"""What a class has for the attributes of its instances, and for weak references to them."""
import types
import weakref


class Plain:
    pass


class Slots:
    __slots__ = ("a",)


class SlotsWithDict:
    __slots__ = ("b", "__dict__")


class SlotsWithWeak(Slots):
    __slots__ = ("__weakref__",)


class Child(Plain):
    """With text."""
    def __eq__(self, other):
        return True


class Text(str):
    pass


class Fault(ValueError):
    pass


class Meta(type):
    pass


class Both(Plain, dict):
    pass


for each in (Plain, Slots, SlotsWithDict, SlotsWithWeak, Child, Text, Fault, Meta, Both):
    print(each.__name__, list(vars(each)), [name in dir(each) for name in ("__dict__", "__weakref__", "__module__")])
    for name in ("__dict__", "__weakref__"):
        print("   ", vars(each).get(name), getattr(vars(each).get(name), "__objclass__", None))

print([name for name in dir(object()) if name in ("__dict__", "__module__", "__weakref__")])
for value in (1, "a", None, [], len, (lambda: 0), types, ValueError(), 1.5, object(), print, staticmethod(len), int, type):
    for name in ("__dict__", "__module__", "__weakref__"):
        try:
            found = type(getattr(value, name)).__name__.replace("mappingproxy", "dict")
        except AttributeError as error:
            found = error
        print(type(value).__module__, type(value).__name__, name, name in dir(value), found)

plain, text, fault = Plain(), Text("abc"), Fault(1)
for value in (plain, text, fault):
    value.x = 1
    getter = next(vars(each)["__dict__"] for each in type(value).__mro__ if "__dict__" in vars(each))
    print(getter.__get__(value), value.__dict__, vars(value))
    getter.__set__(value, {"y": 2})
    print(value.__dict__, value.y, value.__weakref__)
    reference = weakref.ref(value)
    print(value.__weakref__ is reference)
    kept = value.__dict__
    try:
        del value.__dict__
    except TypeError as error:
        print(error)
    print(value.__dict__)
    try:
        value.__dict__ = 1
    except TypeError as error:
        print(error)
print(text, text.upper(), Both(a=1).__dict__)
try:
    Plain.__dict__["__dict__"].__get__(1)
except TypeError as error:
    print(error)
for make in (
    lambda: weakref.ref(Slots()),
    lambda: type("X", (Plain,), {"__slots__": ("__weakref__",)}),
    lambda: type("X", (), {"__slots__": ("__weakref__", "__weakref__")}),
    lambda: type("X", (Plain,), {"__slots__": ("__dict__",)}),
    lambda: Slots().__dict__,
    lambda: Slots().__weakref__,
    lambda: vars(Slots()),
    lambda: (1).__dict__,
):
    try:
        print(make())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
reference = weakref.ref(kept := SlotsWithWeak())
print(reference() is kept)
