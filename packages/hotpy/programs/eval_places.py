"""Names of files that compile takes, dir() in a mapping, and places of errors in lines with other characters than ASCII."""

import collections
import traceback


class Place:
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        if isinstance(self.path, Exception):
            raise self.path
        return self.path


for name in ["text", b"bytes", Place("place"), Place(b"more"), Place(5), Place(ValueError("no")), 5, None]:
    try:
        print(compile("1", name, "eval").co_filename)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Names(collections.UserDict):
    pass


names = Names(b=1, a=2)
print(eval("dir()", {}, names), eval("dir()", {}, {"z": 1, "y": 2}))

for source in ["return é", "f(é=1, é=2)", "def é(é, é): pass", "é = 1\nglobal é", "[é\n for é in (a := 1)]"]:
    try:
        compile(source, "<text>", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, error.text)


def divide(größe):
    return größe / 0 + größe


try:
    divide(1)
except ZeroDivisionError:
    print(traceback.format_exc().splitlines()[-2])
