"""Sequences are joined and repeated by their own methods, but a class is asked first, as numbers are."""
import collections


class Says:
    def __init__(self, value=NotImplemented):
        self.value = value

    def __radd__(self, other):
        print("radd", other, end=" ")
        return self.value

    def __rmul__(self, other):
        print("rmul", other, end=" ")
        return self.value


class Index(Says):
    def __index__(self):
        return 2


class Number(int):
    __radd__ = Says.__radd__
    __rmul__ = Says.__rmul__
    value = NotImplemented


class Items(list):
    def __radd__(self, other):
        print("Items.radd", end=" ")
        return NotImplemented


class Own(list):
    def __add__(self, other):
        print("Own.add", end=" ")
        return NotImplemented

    def __iadd__(self, other):
        print("Own.iadd", end=" ")
        return NotImplemented


def attempt(text, **names):
    for code in (text, text.replace(" + ", " += ").replace(" * ", " *= ")):
        try:
            if "=" in code:
                exec(code, names)
                result = names["a"]
            else:
                result = eval(code, names)
            print(code, "->", type(result).__name__, result if not isinstance(result, Says) else "")
        except TypeError as error:
            print(code, "->", error)


for a in [1], (1,), "a", b"a", bytearray(b"a"), Items([1]), Own([1]), 3, 2.5:
    for b in Says(), Says("said"), Index(), Number(2), Items([7]), [7], None:
        if isinstance(b, Items) and isinstance(a, (Own, Items)):
            continue
        attempt("a + b", a=a[:] if isinstance(a, (list, bytearray)) else a, b=b)
        attempt("a * b", a=a[:] if isinstance(a, (list, bytearray)) else a, b=b)

for kind in list, tuple, str, bytes, bytearray, dict, set, int:
    print(kind.__name__, [name for name in dir(kind) if name.startswith("__r") and name not in ("__reduce__", "__reduce_ex__", "__repr__")])


def hot(n):
    total = 0
    says = Says([1])
    for i in range(n):
        items = [i]
        total += len(items + [i] * 2) + len("a" + "b" * 2)
    return total


print(hot(5000))
