# What is said when attributes cannot be set or deleted.
import types


class Sets:
    def __set__(self, instance, value):
        print("set", value)


class Deletes:
    def __get__(self, instance, owner):
        return "got"

    def __delete__(self, instance):
        print("delete")


class Holder:
    sets, deletes = Sets(), Deletes()


class Slotted:
    __slots__ = ["kept"]


def show(function, *arguments):
    try:
        print(function(*arguments))
    except AttributeError as error:
        print(repr(error), error.name, error.obj)


for name in ["sets", "deletes"]:
    show(setattr, Holder(), name, 1)
    show(delattr, Holder(), name)
for each in [Holder(), Slotted(), 1, show, Exception(), types.ModuleType("m"), types.SimpleNamespace()]:
    show(delattr, each, "kep")
for each in [Slotted(), 1, [], object()]:
    show(setattr, each, "kep", 1)
