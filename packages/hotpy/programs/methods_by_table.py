# Methods of integers, and methods of builtin types that classes have from there: called, and taken as values.
import random


class Stack(list):
    def push(self, item):
        add = self.append
        add(item)
        return self

    def top(self):
        return self[-1]


class Named(dict):
    def fetch(self, key):
        get = self.get
        return get(key, "none")


class Hiding(list):
    pass


class Number(int):
    def bits(self):
        measure = self.bit_length
        return measure()


class Failing(ValueError):
    def noted(self):
        note = self.add_note
        note("noted")
        return self.__notes__


def lengths(values):
    return [(value.bit_length(), value.bit_count(), value.conjugate(), value.real) for value in values]


def run(n):
    kept = []
    for i in range(n):
        stack = Stack([i]).push(1).push(2)
        bound = stack.pop
        kept = [bound(), stack.top(), Named(a=i).fetch("a"), Named().fetch("b"), Number(i).bits()]
        kept += [(i * 1000).bit_length(), (-i).bit_length(), (i - 5).bit_count(), i.to_bytes(2, "big"), Failing("x").noted()]
        kept.append(i.__add__(1))
        kept.append(bound.__self__ is stack)
    return kept


print(run(40))
for _ in range(5):
    print(lengths([0, 1, -1, 5, 2**29, 2**30, -(2**31), 2**62, 2**64, True, False, 7])[-3:])
print(lengths([0, 1, -1, 5, 2**30 - 1, 2**30, -(2**31), 2**62, 2**64, True, False]))


# What an instance has itself comes before what its class has from a builtin type.
def grown(hiding, n):
    for i in range(n):
        add = hiding.append
        add(i)
        hiding.append(-i)
    return list(hiding)


plain, own = Hiding(), Hiding()
print(grown(plain, 6))
said = []
own.append = said.append
print(grown(own, 4), said)
vars(plain)["append"] = said.append
print(len(grown(plain, 2)), said[-4:])
Hiding.append = lambda self, item: list.append(self, ("class", item))
print(grown(Hiding(), 3))
del Hiding.append
print(grown(Hiding(), 3))


def missing(value):
    try:
        return value.nothing()
    except AttributeError as error:
        return str(error)


print(sorted({missing(value) for value in list(range(20)) * 2 + [1.5, "s", None]}))
mixed = [3, 2.5, 2**40, True, 7, 1.0]
print([value.is_integer() if isinstance(value, float) else value.bit_length() for value in mixed * 6][-6:])
generator = random.Random(5)
print([generator.getrandbits(9) for _ in range(4)], generator.choice("abc"), generator.randint(1, 6))
shuffled = list(range(12))
generator.shuffle(shuffled)
print(shuffled, generator.sample(shuffled, 3))
