"""Class methods of builtin types, called many times at one place: by the type, by classes that refine it, and after changes."""


class Mine(bytes):
    pass


class Other(Mine):
    pass


class Number(int):
    def __new__(cls, *args):
        return super().__new__(cls, *args)


def from_hex(cls, text):
    return cls.fromhex(text)


def keys(cls):
    return cls.fromkeys("ab", 1)


for cls in (bytes, bytearray, Mine, Other, bytes, Mine):
    for _ in range(6):
        value = from_hex(cls, "0a0b")
    print(type(value).__name__, value)

for _ in range(8):
    made = Number.from_bytes(b"\1\2", "big"), int.from_bytes(b"\1\2", "big"), (5).from_bytes(b"\3", "little"), True.from_bytes(b"\1", "big")
print(made, [type(each).__name__ for each in made])


class Dict(dict):
    pass


for cls in (dict, Dict, dict):
    for _ in range(5):
        value = keys(cls)
    print(type(value).__name__, value)

for round in range(6):
    if round == 3:
        Mine.fromhex = classmethod(lambda cls, text: f"{cls.__name__} {text}")
    if round == 5:
        del Mine.fromhex
    print(from_hex(Other, "0a"), from_hex(Mine, "0b"))

for _ in range(4):
    print(float.fromhex("0x1p4"), float.fromhex("-inf"))
for _ in range(4):
    try:
        bytes.fromhex()
    except TypeError as error:
        print(error)
    try:
        bytes.fromhex("0x")
    except ValueError as error:
        print(error)
    try:
        bytes.missing("0x")
    except AttributeError as error:
        print(error)


class Meta(type):
    def fromhex(cls, text):
        return "of the metaclass"


class WithMeta(bytes, metaclass=Meta):
    pass


for _ in range(4):
    print(WithMeta.fromhex("aa"))
f = bytes.fromhex
print(f.__self__, f.__name__, f is bytes.fromhex, f == bytes.fromhex)
