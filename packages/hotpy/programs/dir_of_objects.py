"""dir() calls __dir__ of the type, bound to the object, whatever kind of attribute it is."""

import enum


class Plain:
    def __dir__(self):
        return ["b", "a"]


class Static:
    @staticmethod
    def __dir__():
        return ("s", "r")


class OfClass:
    @classmethod
    def __dir__(cls):
        return {cls.__name__}


class Extended(Plain):
    def __dir__(self):
        return [*super().__dir__(), "c"]


class Usual:
    def __init__(self):
        self.x = 1

    def __dir__(self):
        return [name for name in super().__dir__() if not name.startswith("__")]


class Color(enum.Enum):
    RED = 1
    BLUE = 2


for each in (Plain(), Static(), OfClass(), Extended(), Usual()):
    print(dir(each))
print([name for name in dir(Color) if not name.startswith("_")])
print([name for name in dir(Color.RED) if not name.startswith("_")])
for wrong in (1, None, [1, "a"]):
    Plain.__dir__ = lambda self, wrong=wrong: wrong
    try:
        dir(Plain())
    except TypeError as error:
        print(error)
