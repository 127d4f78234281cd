"""What stands as a metaclass need be no class."""


class Log(dict):
    def __setitem__(self, key, value):
        print("set", key, value)
        super().__setitem__(key, value)


def prepare(name, bases, **keywords):
    print("prepare", name, bases, keywords)
    return Log()


def meta(name, bases, namespace, **keywords):
    print("meta", name, bases, sorted(namespace), keywords)
    return (name, 5)


class A(metaclass=meta):
    x = 1


print(A)
meta.__prepare__ = prepare


class B(metaclass=meta, other="booh"):
    a = 1
    a = 2


    f = 3


print(B)


class Bad:
    def __init__(self, result):
        self.result = result

    def __prepare__(self, *args, **keywords):
        return self.result

    def __call__(self, *args):
        return args[0]


for result in None, 3, [], {}, "text":
    try:
        class C(metaclass=Bad(result)):
            pass
        print(C)
    except TypeError as error:
        print(error)


class Failing:
    @property
    def __prepare__(self):
        raise ZeroDivisionError("no")

    def __call__(self, *args):
        return args[0]


try:
    class D(metaclass=Failing()):
        pass
except ZeroDivisionError as error:
    print(error)


class BadMeta(type):
    @classmethod
    def __prepare__(*args):
        return None


try:
    class E(metaclass=BadMeta):
        pass
except TypeError as error:
    print(error)
