"""A class method is bound even where what it wraps is a builtin function, which is no method by itself."""


class Odd:
    length = classmethod(len)
    append = classmethod([].append)
    size = staticmethod(len)


print(Odd.length, type(Odd.length).__name__, Odd.length.__self__)
print(Odd.size("abc"), Odd().size([1]))
print(classmethod(len).__get__("abc", str).__self__)
print(type(dict.fromkeys).__name__, dict.fromkeys("ab", 1))

failed = 0
for i in range(300):
    try:
        Odd.length()
    except TypeError:
        failed += 1
print(failed)

log = []
Log = type("Log", (), {"add": classmethod(log.append)})
for i in range(300):
    Log.add()
print(len(log), log[0] is Log)

import types


class Callable:
    __name__ = 'named'

    def __call__(self, *args):
        return args


method = types.MethodType(Callable(), 5)
print(method, method(1))
for args in (5, object()), (Callable(), None):
    try:
        types.MethodType(*args)
    except TypeError as error:
        print(error)


def function():
    pass


print(function.__builtins__ is vars(__builtins__))
