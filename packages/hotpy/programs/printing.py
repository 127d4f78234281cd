# print and sys.stdout.write where text fits into the buffer of standard output, and where it does not.
import io
import sys


def text(write):
    """What a function prints."""
    kept, sys.stdout = sys.stdout, io.StringIO()
    try:
        write()
        return sys.stdout.getvalue()
    finally:
        sys.stdout = kept


class Shown:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return "<" + self.name + ">"


class Text(str):
    pass


class Broken:
    def __str__(self):
        raise ValueError("no text")


def usual(n):
    for i in range(n):
        print(i, "a")
        print()
        print(i, i * 1.5, None, True, [i, "x"], (i,), {i: "y"}, sep=", ")
        print("part", end="")
        print("", end="\n", sep="")
        print(*range(i % 4), sep="-", end=";\n")
        print(i, file=sys.stdout)
        print(i, file=None, sep=None, end=None, flush=False)
        print(Shown("s"), i, 2 ** 70 + i, Text("t"), b"b", 3j)
        print("é", "ß€", "\U0001f600", "x" * (i % 5))
        if sys.stdout.write("w%d\n" % i) != len("w%d\n" % i):
            print("wrong length")


usual(40)
print(repr(text(lambda: usual(2))))

# Text that does not fit into what is left of the buffer, and such as never fits.
for size in (8190, 8191, 8192, 8193, 3, 20000, 1, 8191, 1):
    print("y" * size)
built = ""
for i in range(1200):
    built += "v"
print(built)
print(built, built[:5])

# Errors leave what was printed before them.
for values, names in (
    (("first", Broken(), "last"), {}),
    (("first",), {"sep": 1}),
    (("first",), {"end": 1}),
    (("first",), {"to": 1}),
    (("one", "\ud800"), {}),
    (("one",), {"end": "\udc00"}),
    (("one",), {"file": 3}),
    (("one",), {"flush": True}),
    (("one",), {"flush": Broken()}),
):
    try:
        print(*values, **names)
    except Exception as error:
        print("|", type(error).__name__, error)
try:
    sys.stdout.write(3)
except TypeError as error:
    print(error)

# Another sys.stdout, none, and the first one again.
original = sys.stdout


def say(n):
    for i in range(n):
        print("said", i)


say(3)
sys.stdout = io.StringIO()
say(3)
print("past it", file=original)
kept = sys.stdout.getvalue()
sys.stdout = None
say(3)
del sys.stdout
try:
    say(3)
except RuntimeError as error:
    problem = error
sys.stdout = original
print(repr(kept), problem)
say(3)

# What the program sets of the stream holds for what follows.
sys.stdout.reconfigure(errors="backslashreplace")
print("\ud800", "é")
sys.stdout.reconfigure(encoding="ascii", errors="backslashreplace", line_buffering=True)
print("é", 1)
sys.stdout.write("ü\n")
say(2)
sys.stdout.reconfigure(newline="\r\n")
say(2)
sys.stdout.flush()
sys.stdout.buffer.write(b"bytes\n")
say(2)
