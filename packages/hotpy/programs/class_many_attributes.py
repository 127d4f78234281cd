"""Instances with more attributes than a shape should have: they are kept in a dict, in the order in which they came."""


class Bag:
    kind = "bag"

    def __init__(self):
        self.first = 1

    def total(self):
        return sum(value for name, value in self.__dict__.items() if name != "first")


def fill(bag, count, prefix):
    for i in range(count):
        setattr(bag, f"{prefix}{i}", i)
    return bag


def read(bag, count, prefix):
    total = 0
    for i in range(count):
        total += getattr(bag, f"{prefix}{i}")
    return total


for count in (0, 5, 126, 127, 128, 129, 130, 200):
    bag = fill(Bag(), count, "a")
    bag.last = 2
    print(count, len(bag.__dict__), list(bag.__dict__)[-2:], bag.total(), bag.first, bag.last, bag.kind)

many = fill(Bag(), 600, "x")
print(read(many, 600, "x"), many.total(), len(many.__dict__))
for i in range(0, 600, 2):
    delattr(many, f"x{i}")
print(many.total(), len(many.__dict__), hasattr(many, "x2"), hasattr(many, "x3"))
try:
    many.x2
except AttributeError as error:
    print(error)
many.x2 = "back"
print(list(many.__dict__)[:3], list(many.__dict__)[-1])

# Each instance has names of its own, and methods and slots are found as ever.
bags = []
for i in range(60):
    bag = Bag()
    for j in range(20):
        setattr(bag, f"n{i}_{j}", j)
    bag.common = i
    bags.append(bag)
print(sum(bag.common + bag.first for bag in bags), bags[59].n59_19, bags[7].total())


class Number(int):
    pass


number = Number(5)
fill(number, 300, "b")
print(number + 1, number.b299, len(number.__dict__), number == 5)

error = ValueError("v", 1)
fill(error, 300, "c")
print(error.args, error.c299, repr(error), str(error))


def hot(bag):
    bag.counter = 0
    for i in range(1000):
        bag.counter += i
        bag.other = bag.counter
    return bag.counter, bag.other


print(hot(fill(Bag(), 126, "d")), hot(fill(Bag(), 127, "e")), hot(fill(Bag(), 128, "f")))


def constructor_of(count):
    class Wide:
        def __init__(self):
            for i in range(count):
                setattr(self, f"w{i}", i)
            self.end = count
    return Wide


for count in (100, 127, 128, 150):
    wide = constructor_of(count)
    print(count, sum(wide().end for _ in range(40)))
