"""Arguments of builtin methods whose work runs Python code, and old sequences after a star."""


class Key:
    def __hash__(self):
        return len([Key2(i) for i in range(5)])

    def __eq__(self, other):
        return [self.helper(i) for i in range(3)] == other

    def helper(self, *given):
        return sum(given)

    def __repr__(self):
        return "Key"


class Key2:
    def __init__(self, value):
        self.value = value


def attempt(call, *given):
    try:
        print(call(*given))
    except Exception as error:
        print(type(error).__name__, error, error.args)


for key in ((int, (str, list)), (1, (2, Key())), Key(), (Key(), Key())):
    for mapping in ({}, {"a": 1}, {5: 1, "b": 2}):
        attempt(mapping.__getitem__, key)
        attempt(lambda: mapping[key])
        attempt(mapping.pop, key)
        attempt(mapping.get, key)
        attempt(mapping.__delitem__, key)
    attempt({5, 6}.remove, key)

attempt({}.pop, [1])
attempt({}.pop, [1], "default")
attempt({1: 2}.pop, [1])


class Missing(dict):
    def __missing__(self, key):
        return [key, len(self)]


attempt(Missing().__getitem__, (Key(), Key()))
attempt(Missing({5: 6}).__getitem__, Key())


class Sequence:
    def __getitem__(self, index):
        if index > 2:
            raise IndexError
        return index * 2


def gather(*given, **named):
    return given, named


print(gather(*Sequence()), gather(1, *Sequence(), 2, k=3), [*Sequence()], {*Sequence()}, max(*Sequence()))
attempt(lambda: gather(*5))
attempt(lambda: gather(*object()))

backwards = reversed([1, 2, 3])
print(backwards.__length_hint__(), next(backwards), backwards.__length_hint__(), list(backwards), backwards.__length_hint__())
print(f"{'abc':.2147483648}", f"{'abc':.<5.2147483648s}")
attempt(lambda: f"{1.5:.2147483648f}")
attempt(lambda: "%9223372036854775808s" % 1)
attempt("a".ljust, 2**64)
attempt("a".zfill, -2**64)
attempt(format, -2**100, "c")
attempt(format, True, "dd")
