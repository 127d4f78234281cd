import operator
import weakref


class Number:
    def __init__(self, name):
        self.name = name

    def __bytes__(self):
        return b"bytes"

    def __reversed__(self):
        return iter("cba")


for name in "add sub mul truediv floordiv mod pow matmul lshift rshift and or xor divmod".split():
    for prefix in "", "r", "i":
        if prefix + name != "idivmod":
            setattr(Number, f"__{prefix}{name}__", lambda self, other, name=prefix + name: (name, other))

number = Number("n")
proxy = weakref.proxy(number)
print(bytes(proxy), list(reversed(proxy)))
print(divmod(proxy, 2), divmod(2, proxy))
for name in "add sub mul truediv floordiv mod pow matmul lshift rshift and_ or_ xor".split():
    operation = getattr(operator, name)
    print(operation(proxy, 1), operation(1, proxy), getattr(operator, "i" + name.rstrip("_"), None) and
          getattr(operator, "i" + name.rstrip("_"))(proxy, 3))


class Bag(list):
    pass


bag = Bag([1])
alias = weakref.proxy(bag)
alias += [2, 3]
print(bag, alias is bag)
alias = weakref.proxy(bag)
alias *= 2
print(bag)
for operation in operator.lshift, operator.matmul, operator.ilshift, divmod:
    alias = weakref.proxy(bag)
    try:
        operation(alias, 1)
    except TypeError as error:
        print(error)
