"""Writes src/generated/documentation.ts: the documentation strings and signatures of CPython's builtin types and functions.

Run by CPython 3.11: python3.11 record-documentation.py
"""

import importlib
import json
import os
import types

MODULES = """builtins sys math posix _io _sre _weakref _collections itertools _thread _signal _imp _ast time _codecs _warnings
marshal _abc _functools _operator _stat gc errno cmath _struct array unicodedata _string _typing _random _sha1 _sha256 _sha512
_md5 binascii zlib _contextvars atexit _heapq _bisect _json _csv _datetime _decimal _queue""".split()

DESCRIPTORS = (
    types.MethodDescriptorType, types.WrapperDescriptorType, types.GetSetDescriptorType, types.MemberDescriptorType,
    types.ClassMethodDescriptorType, types.BuiltinFunctionType, staticmethod,
)

HEADER = """/* Made by record-documentation.py from CPython 3.11. Do not edit. */

// The texts are CPython's: Copyright (c) 2001-2023 Python Software Foundation; All Rights Reserved. They are used under the PSF License
// Agreement for Python 3.11, https://docs.python.org/3.11/license.html.

/** For each name three texts: the name, the signature and the documentation, "" where there is none. A function, so that nothing is made of it before it is called. */
export const documentation = (): readonly string[] => [
"""


def texts_of(value):
    doc = value.__doc__ if isinstance(value.__doc__, str) else ""
    return getattr(value, "__text_signature__", None) or "", doc


def collect():
    found, operators = {}, {}
    for module_name in MODULES:
        module = importlib.import_module(module_name)
        prefix = "" if module_name == "builtins" else f"{module_name}."
        if prefix:
            found[module_name] = texts_of(module)
        for name, value in vars(module).items():
            if isinstance(value, types.BuiltinFunctionType):
                found[prefix + name] = texts_of(value)
            elif isinstance(value, type):
                add_type(value, found, operators)
    for value in vars(types).values():
        if isinstance(value, type) and value.__module__ == "builtins":
            add_type(value, found, operators)
    iterators = (iter([]), reversed([]), iter(()), iter(""), iter(b""), iter(bytearray()), iter(range(1)), iter(set()), iter({}), iter({}.values()),
                 iter({}.items()), reversed({}), {}.keys(), {}.values(), {}.items(), iter(callable, 1), iter(range(2**70)))
    for value in iterators:
        add_type(type(value), found, operators)
    return found


def add_type(cls, found, operators):
    prefix = cls.__qualname__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__qualname__}"
    if cls.__flags__ & 1 << 9 and cls.__module__ not in MODULES or prefix in found:
        return
    found[prefix] = texts_of(cls)
    for name, value in vars(cls).items():
        if not isinstance(value, DESCRIPTORS):
            continue
        texts = texts_of(getattr(value, "__func__", value))
        # What is the same for most types is written once.
        if isinstance(value, types.WrapperDescriptorType):
            if found.setdefault(f".{name}", texts) == texts:
                continue
        if texts != ("", ""):
            found[f"{prefix}.{name}"] = texts


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "src/generated/documentation.ts"), "w", encoding="utf-8") as file:
        file.write(HEADER)
        for name, texts in collect().items():
            if texts != ("", ""):
                file.write("".join(json.dumps(each) + ", " for each in (name, *texts)).rstrip() + "\n")
        file.write("];\n")


main()
