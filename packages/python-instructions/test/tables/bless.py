"""Writes what CPython 3.11 makes of each row of the tables: `npm run bless`.

A section begins with instructions and the Python expression that means the same; a row is the operands a, b, c. See ../instructions.test.ts.
"""
import pathlib
import sys

ARROW = "  -> "
sys.set_int_max_str_digits(0)


def setitem(a, b, c):
    a[b] = c
    return a


def delitem(a, b):
    del a[b]
    return a


def unpack_two(a):
    first, second = a
    return first, second


def unpack_around(a):
    first, *rest, last = a
    return first, rest, last


def add_in_place(a, b):
    a += b
    return a


def multiply_in_place(a, b):
    a *= b
    return a


def unite_in_place(a, b):
    a |= b
    return a


def outcome(expression, operands):
    values = eval(f"({operands},)")
    try:
        return repr(eval(expression, globals(), dict(zip("abc", values))))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for path in sorted(pathlib.Path(__file__).parent.glob("*.txt")):
    rows = []
    expression = None
    for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        operands = line.split(ARROW)[0].rstrip()
        if "|" in line and expression is None:
            expression = line.split("|", 1)[1].strip()
            rows.append(line)
        elif operands == "" or operands.startswith("#"):
            if operands == "":
                expression = None
            rows.append(operands)
        else:
            rows.append(f"{operands:<30}{ARROW}{outcome(expression, operands)}")
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
