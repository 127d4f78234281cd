"""isinstance and issubclass with tuples and unions whose classes decide by themselves, in Python code that allocates."""


class Meta(type):
    def __instancecheck__(cls, instance):
        return cls.wanted(instance, [str(i) * 3 for i in range(5)])

    def __subclasscheck__(cls, subclass):
        return cls.wanted(subclass, [str(i) * 3 for i in range(5)])


class Never(metaclass=Meta):
    @staticmethod
    def wanted(thing, texts):
        return False


class Always(metaclass=Meta):
    @staticmethod
    def wanted(thing, texts):
        return texts


class Fails(metaclass=Meta):
    @staticmethod
    def wanted(thing, texts):
        raise KeyError(texts[1])


def make(*classes):
    return (Never, (Never, Never), *classes)


def attempt(check, thing, classes):
    try:
        return check(thing, classes)
    except (KeyError, TypeError) as error:
        return type(error).__name__, str(error)


count = 0
for i in range(30):
    count += isinstance("x" + str(i), make(float, str))
    count += issubclass(type("T", (str,), {}), make(float, str))
    count += isinstance("x" + str(i), Never | Never | float | str)
    count += issubclass(type("T", (str,), {}), Never | float | str)
print(count)
for classes in make(float), make(Always), make(Fails, str), make(str, Fails), make(1), make("", str), Never | int, int | Fails | str, Fails | str, ():
    print(attempt(isinstance, "text", classes), attempt(issubclass, str, classes))
