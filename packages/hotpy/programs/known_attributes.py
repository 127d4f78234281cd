"""What types, functions and methods say of themselves, and getattr, hasattr and issubclass of classes, also as these change."""


class Meta(type):
    @property
    def kind(cls):
        return "of " + cls.__name__

    def __getattr__(cls, name):
        if name.startswith("auto_"):
            return name
        raise AttributeError(name)


class Named(type):
    @property
    def __name__(cls):
        return "named"

    @property
    def __mro__(cls):
        return "order"


class Plain:
    number = 1
    __name__ = "a class attribute"

    def method(self):
        "doc"

    @staticmethod
    def static():
        return "static"

    @classmethod
    def of_class(cls):
        return cls.__name__

    @property
    def prop(self):
        return "prop"


class Below(Plain):
    pass


class WithMeta(metaclass=Meta):
    pass


class WithName(metaclass=Named):
    pass


class Descriptor:
    def __get__(self, instance, owner):
        return ("got", instance is None, owner.__name__)


def names(types):
    found = []
    for _ in range(3):
        for each in types:
            found.append((each.__name__, type(each).__name__, len(each.__mro__), each.__bases__ and each.__bases__[0].__name__))
    return found


def ask(types, name):
    found = []
    for _ in range(3):
        for each in types:
            found.append((hasattr(each, name), repr(getattr(each, name, "none")).partition(" at ")[0]))
    return found


def outcome(call):
    try:
        return call()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def main():
    types = [Plain, Below, WithMeta, WithName, int, type, Meta]
    print(names(types))
    for name in ["number", "missing", "method", "static", "of_class", "prop", "kind", "auto_x", "__name__", "__doc__", "__init__", "append"]:
        print(name, ask(types + [list], name))
    print(Plain().__name__, Plain.__dict__["__name__"])

    # Changes are seen.
    print(ask([Plain, Below], "later"))
    Plain.later = 5
    print(ask([Plain, Below], "later"))
    Below.later = Descriptor()
    print(ask([Plain, Below], "later"))
    del Below.later, Plain.later
    print(ask([Plain, Below], "later"))
    Plain.__name__ = "Renamed"
    print(names([Plain, Below]))
    print(outcome(lambda: setattr(Below, "__class__", Meta)), outcome(lambda: setattr(WithMeta, "__class__", type)))
    print(ask([Below, WithMeta], "auto_y"), ask([Below, WithMeta], "kind"))

    class Other:
        number = 2

    Below.__bases__ = (Other,)
    print(names([Below]), ask([Below], "number"))

    # Functions and methods.
    def function():
        "a function"

    def other():
        pass

    plain = Plain()
    for turn in range(4):
        bound = plain.method
        print(function.__name__, function.__qualname__, function.__module__, function.__code__.co_name)
        print(bound.__name__, bound.__qualname__, bound.__func__ is Plain.method, bound.__self__ is plain, bound.__doc__)
        if turn == 1:
            function.__name__ = "changed"
            function.__code__ = other.__code__
        if turn == 2:
            function.__qualname__ = "q"
            del function.__module__
    print(outcome(lambda: setattr(function, "__name__", 5)), outcome(lambda: setattr(bound, "__func__", 5)))
    print(len.__name__, len.__module__, outcome(lambda: len.__code__), [].append.__name__, outcome(lambda: bound.__code__.co_name))

    # issubclass.
    pairs = [(Below, Plain), (Plain, Below), (bool, int), (int, (str, object)), (Meta, type), (WithMeta, object), (Plain, WithMeta)]
    for _ in range(3):
        print([issubclass(a, b) for a, b in pairs])

    class Says(type):
        def __subclasscheck__(cls, other):
            return other.__name__ + "!"

    class Asked(metaclass=Says):
        pass

    print([issubclass(each, Asked) for each in (int, Asked)], outcome(lambda: issubclass(5, int)), outcome(lambda: issubclass(int, 5)))
    print(outcome(lambda: issubclass(int)), outcome(lambda: issubclass(list[int], list)), issubclass(int, int | str))

    # Lists that grow by what is no list.
    class Items(dict):
        def __iter__(self):
            return iter("xyz")

    class Long(set):
        def __len__(self):
            raise ValueError("asked for the length")

    given = [range(3), range(5, 0, -2), {1: 2, 3: 4}, {7}, "häß", {1: 2}.items(), {1: 2}.values(), Items(a=1), iter([8, 9]), (c for c in "pq"), b"ab", frozenset([4])]
    for _ in range(3):
        grown = [0]
        for each in given:
            grown.extend(each)
            grown = [*grown, *each]
        print(grown)
        print(outcome(lambda: [*Long([1])]), outcome(lambda: [].extend(Long([1]))), outcome(lambda: [].extend(5)))
    own = {1: 2}
    grown = [1]
    grown.extend(own)
    grown.extend(grown)
    print(grown)
    print(outcome(lambda: [*range(10**15, 10**15 + 2)]), [*range(0)], [*range(2**40, 2**40 + 2)])


main()
