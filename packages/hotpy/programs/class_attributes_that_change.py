"""Attributes of classes with metaclasses, and attributes that are objects of classes, read in hot code while what they depend on changes."""


class Meta(type):
    pass


class Asked(type):
    def __getattr__(cls, name):
        return f"asked for {name}"


class Plain:
    pass


def read(cls):
    return cls.value


def read_of(instance):
    return instance.value


def hot(function, argument, rounds=40):
    """What it gives, and whether it always gives the same."""
    results = [function(argument) for _ in range(rounds)]
    return results[0], all(result is results[0] for result in results)


class WithMeta(metaclass=Meta):
    value = 1


class OfAsked(metaclass=Asked):
    value = 2


class Holder:
    value = Plain()


class Descriptor:
    def __get__(self, instance, owner):
        return ("got", instance is None, owner.__name__)


print(hot(read, WithMeta), hot(read, OfAsked), OfAsked.other)
held = Holder()
print(hot(read, Holder)[0] is Holder.__dict__["value"], hot(read_of, held)[1])

# A data descriptor of the metaclass comes before what the class has; a plain attribute does not.
Meta.value = "plain"
print(hot(read, WithMeta))
Meta.value = property(lambda cls: f"{cls.__name__} by its metaclass")
print([hot(read, WithMeta)[0] for _ in range(2)])
del Meta.value
print(hot(read, WithMeta))
Meta.__getattribute__ = lambda cls, name: "everything" if name == "value" else type.__getattribute__(cls, name)
print(hot(read, WithMeta))
del Meta.__getattribute__
print(hot(read, WithMeta))

# The class of the object becomes one of descriptors, and is none again.
print(hot(read, Holder)[0] is Holder.__dict__["value"])
Plain.__get__ = lambda self, instance, owner: ("bound", instance is None, owner.__name__)
print(read(Holder), read_of(held))
del Plain.__get__
print(hot(read, Holder)[0] is Holder.__dict__["value"], hot(read_of, held)[0] is Holder.__dict__["value"])

# The object gets another class.
hot(read, Holder)
hot(read_of, held)
Holder.__dict__["value"].__class__ = Descriptor
print(read(Holder), read_of(held))
Holder.__dict__["value"].__class__ = Plain
print(hot(read, Holder)[0] is Holder.__dict__["value"])

# It becomes a data descriptor: it comes before the instance's own attribute.
held.value = "own"
print(hot(read_of, held))
Plain.__set__ = lambda self, instance, value: None
Plain.__get__ = lambda self, instance, owner: "data"
print(read_of(held), read(Holder))
del Plain.__set__, Plain.__get__
print(hot(read_of, held))


# A base with `__get__` comes in, and goes.
class Base:
    pass


class Based(Base):
    pass


class Getting:
    def __get__(self, instance, owner):
        return "by a base"


class Keeps:
    value = Based()


print(hot(read, Keeps)[0] is Keeps.__dict__["value"])
Based.__bases__ = (Getting,)
print(read(Keeps))
Based.__bases__ = (Base,)
print(hot(read, Keeps)[0] is Keeps.__dict__["value"])


# The class gets another metaclass.
class Other(Meta):
    value = property(lambda cls: "by another metaclass")


hot(read, WithMeta)
WithMeta.__class__ = Other
print(read(WithMeta))
WithMeta.__class__ = Meta
print(hot(read, WithMeta))
WithMeta.value = 5
print(hot(read, WithMeta))
del WithMeta.value
try:
    read(WithMeta)
except AttributeError as error:
    print(error)
del OfAsked.value
print(read(OfAsked))
