"""Prints syntax trees as test/dump.ts does, for comparison.

Reads programs from standard input, separated by NUL, as UTF-8; with arguments, reads those files.
Writes one line per program: its tree, or `error` if it does not parse.
"""

import ast
import json
import struct
import sys
import warnings

LOCATION = ("lineno", "col_offset", "end_lineno", "end_col_offset")


def constant(value):
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, bytes):
        return "b" + value.hex()
    if isinstance(value, float):
        return "f" + struct.pack(">d", value).hex()
    if isinstance(value, complex):
        return "j" + struct.pack(">d", value.imag).hex()
    if isinstance(value, int) and not isinstance(value, bool):
        return "i%x" % value
    return repr(value)


def dump(node, out):
    if isinstance(node, ast.AST):
        out.append(type(node).__name__)
        out.append("(")
        for name in node._fields:
            value = getattr(node, name)
            if name == "kind":
                name = "prefix"
            if value is not None or name == "value" and isinstance(node, (ast.Constant, ast.MatchSingleton)):
                out.append(name + "=")
                if isinstance(node, (ast.Constant, ast.MatchSingleton)) and name == "value":
                    out.append(constant(value))
                else:
                    dump(value, out)
                out.append(", ")
        if "lineno" in node._attributes:
            out.append("%d:%d-%d:%d" % tuple(getattr(node, name) for name in LOCATION))
        out.append(")")
    elif isinstance(node, list):
        out.append("[")
        for item in node:
            dump(item, out)
            out.append(", ")
        out.append("]")
    elif isinstance(node, str):
        out.append(json.dumps(node))
    else:
        out.append(repr(node))


def main():
    sys.setrecursionlimit(100000)
    warnings.simplefilter("ignore")
    if len(sys.argv) > 1:
        programs = [open(name, "rb").read() for name in sys.argv[1:]]
    else:
        programs = sys.stdin.buffer.read().decode("utf-8").split("\0")
    for program in programs:
        out = []
        try:
            dump(ast.parse(program), out)
            line = "".join(out)
        except (SyntaxError, ValueError):
            line = "error"
        print(line)


main()
