"""What a class gives to those who ask its instances and itself: values, properties, class and static methods; changed on the way."""


class Base:
    kind = "base"
    table = {}

    def __init__(self, v):
        self.v = v

    @property
    def double(self):
        return self.v * 2

    @classmethod
    def make(cls, v):
        return cls(v)

    @staticmethod
    def add(a, b):
        return a + b

    def plain(self):
        return self.v


class Derived(Base):
    kind = "derived"

    @property
    def double(self):
        return self.v * 20

    @staticmethod
    def add(a, b):
        return a * b


class Own:
    kind = "own"

    def __get__(self, instance, owner):
        return f"got {instance is None}"


class Guarded:
    def __getattr__(self, name):
        return f"no {name}"

    @property
    def failing(self):
        raise AttributeError("inside")


class Meta(type):
    @property
    def kind(cls):
        return "meta"

    def named(cls):
        return cls.__name__


class OfMeta(metaclass=Meta):
    kind = "not seen on the class"


def ask(o):
    return o.kind, o.double, o.make(3).v, o.add(2, 5), o.plain(), len(o.table)


def ask_class(c, o):
    return c.kind, type(c.double).__name__, c.make(4).v, c.add(3, 4), c.plain(o), c.table


objects = [Base(1), Derived(2), Base(3)]
for n in range(6):
    for o in objects:
        print(ask(o), ask_class(type(o), o))
    if n == 1:
        Base.kind = "changed"
        Base.add = lambda *args: ("method", len(args))
        Derived.add = staticmethod(max)
    if n == 2:
        objects[0].kind = "own"
        objects[2].make = Derived
        Derived.double = 7
        Base.add = staticmethod(min)
    if n == 3:
        Derived.plain = classmethod(lambda cls, *args: (cls.__name__, len(args)))
        Derived.double = property(lambda self: self.kind)
        Base.kind = Own()
    if n == 4:
        Own.__get__ = lambda self, instance, owner: owner.__name__
for n in range(4):
    g = Guarded()
    print(g.failing, g.other, OfMeta.kind, OfMeta().kind, OfMeta.named())
    try:
        print(OfMeta().named())
    except AttributeError as e:
        print(e)


class Cyclic:
    @property
    def down(self):
        return self.down


try:
    Cyclic().down
except RecursionError:
    print("RecursionError")


class Counter:
    total = 0

    def __init__(self):
        Counter.total += 1
        self.number = Counter.total

    @property
    def items(self):
        for i in range(self.number):
            yield i


for n in range(5):
    print(Counter().number, list(Counter().items), Counter.total)
