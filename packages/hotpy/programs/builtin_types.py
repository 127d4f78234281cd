# type, isinstance, issubclass, callable, getattr and friends.
class A: pass
class B(A): pass
print([type(x).__name__ for x in (1, 1.0, True, None, "s", [], (), {}, range(1), len, A, A(), lambda: 0, (x for x in ()), Ellipsis, NotImplemented, slice(1), ValueError(), type, object(), zip(), iter([]), iter(()), iter({}), iter("a"), iter(range(1)), {}.keys())])
print(isinstance(True, int), isinstance(1, bool), isinstance(1, (str, int)), isinstance(B(), A), issubclass(B, (int, A)), issubclass(bool, int), isinstance(A, type), isinstance(None, type(None)), isinstance(1, object), issubclass(KeyError, LookupError))
print(type(1) is int, type(A()) is A, type(A) is type, type(type) is type, int.__name__, A.__name__, B.__bases__[0].__name__, B.__mro__[2].__name__, int.__mro__[1].__name__, bool.__bases__[0].__name__)
print(int(), float(), str(), list(), tuple(), dict(), bool(), int("5") + float("1.5"), list("ab"), tuple([1]), dict(a=1), str([1, "a"]), str(None), str(1.0), repr(str))
print(hasattr([], "append"), getattr([], "nothing", 5), callable(A), callable(A()), "append" in dir([]), A.__dict__.get("x", "none"), (5).__class__.__name__, "a".__class__ is str, (lambda: 0).__class__.__name__)
print((5).__add__(6), (5).__eq__(5), "a".__len__(), [1].__contains__(1), (1).__add__("a"), [].__class__.__name__, int.__add__(1, 2), str.upper("a"), list.append, dict.get)
print(list(map(int, "123")), list(map(str.upper, "ab")), sorted(["b", "A"], key=str.lower), [*map(len, ["a", "bb"])], int.from_bytes if False else "", max([1, 2], [1, 3]))
print(True == 1, True is True, None == False, () == (), [] == [], "" == "", 0 == "", not None)
print(object() == object(), A() == A(), A == A, A is A, hash(A) == hash(A), len is len, print.__name__)
