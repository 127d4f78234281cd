"""Writes src/generated/type-sizes.ts: how large CPython's objects of builtin types are.

Run by CPython 3.11: python3.11 record-type-sizes.py
"""

import importlib
import json
import os

MODULES = """builtins _io _sre _collections itertools _thread _functools _operator _struct array _random _queue _csv _datetime _decimal
_weakref _contextvars mmap select zlib _json types""".split()
HEADER = """/* Made by record-type-sizes.py from CPython 3.11. Do not edit. */

/** For each builtin type its name, with its module unless that is builtins, and its `__basicsize__`; negative where its objects are not collected. */
export const typeSizes: readonly (readonly [string, number])[] = [
"""
HEAP, COLLECTED = 1 << 9, 1 << 14


def all_types():
    waiting, seen = [object], {object}
    while waiting:
        each = waiting.pop()
        yield each
        for other in type.__subclasses__(each):
            if other not in seen:
                seen.add(other)
                waiting.append(other)


def name_of(each):
    return each.__name__ if each.__module__ == "builtins" else f"{each.__module__}.{each.__name__}"


def main():
    modules = {importlib.import_module(name).__name__ for name in MODULES}
    modules |= {"collections", "functools", "datetime", "decimal", "re", "weakref", "io", "contextvars"}
    sizes = {}
    for each in all_types():
        # Classes in Python have sizes of their own.
        if each.__module__ not in modules or "__weakref__" in vars(each) or "__dict__" in vars(each) and each.__flags__ & HEAP:
            continue
        base = each.__base__
        if base and base is not object and (base.__basicsize__, base.__flags__ & COLLECTED) == (each.__basicsize__, each.__flags__ & COLLECTED):
            continue
        size = each.__basicsize__ if each.__flags__ & COLLECTED else -each.__basicsize__
        sizes[name_of(each)] = size
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "src", "generated", "type-sizes.ts")
    with open(path, "w") as file:
        file.write(HEADER)
        file.writelines(f"  [{json.dumps(name)}, {sizes[name]}],\n" for name in sorted(sizes))
        file.write("];\n")


main()
