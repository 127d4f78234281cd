"""A trace takes functions in globals for constants, also behind the place where it stores another one."""


def first():
    return "first"


def second():
    return "second"


def third():
    return "third"


names = []
for f in [first] * 40 + [second] * 5 + [third, first, second] * 5:
    for n in range(3):
        names.append(f())
print([(names[i], names[i + 1], names[i + 2]) for i in range(0, len(names), 3) if len({*names[i : i + 3]}) > 1])
print([names[i] for i in range(3 * 38, len(names), 3)])

# The same by the dict of globals.
names = []
space = globals()
for g in [first] * 40 + [second] * 5 + [third, first, second] * 5:
    space["chosen"] = g
    names.append(chosen())
print(names[38:])

# Iterators among the arguments are as they were where the interpreter does the call again.
class Key:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == other.value

    def __hash__(self):
        return hash(self.value)


keys = [Key(n % 7) for n in range(10)]
print({len(set(keys[:2]).union(iter(keys), iter(keys))) for _ in range(50)})


class Counting:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n % 2 == 0:
            raise KeyError(self.n)
        return self.n


pairs = []
for make in [lambda: zip(Counting(), range(9)), lambda: zip(range(9), Counting())] * 20:
    items = make()
    for _ in range(3):
        try:
            pairs.append(next(items))
        except KeyError as error:
            pairs.append(error.args)
print(sorted(set(pairs)), len(pairs))
