# One statement sets an attribute that is a slot of a class, and a property of a class below it.
class Plain:
    __slots__ = ["value"]


class Checked(Plain):
    __slots__ = ["kept"]

    def set_value(self, value):
        self.kept = value * 2

    value = property(lambda self: self.kept, set_value)


class Loose:
    def __init__(self, value):
        self.value = value


class Tight(Loose):
    @property
    def value(self):
        return self.inner

    @value.setter
    def value(self, new):
        self.inner = -new


def make(kind, value):
    made = object.__new__(kind)
    made.value = value
    return made


for kinds in [(Plain, Checked), (Loose, Tight), (Checked, Plain, Tight, Loose)]:
    for turn in range(5):
        print([make(kind, turn).value for kind in kinds])
print([Loose(3).value, Tight(4).value, Tight(5).value, Loose(6).value])
total = 0
for turn in range(4000):
    total += make(Plain if turn % 3 else Checked, turn).value + Tight(turn).value
print(total)
