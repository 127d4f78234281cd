"""Prints the syntax errors of programs, for comparison.

Reads programs from standard input, separated by NUL, as UTF-8. Writes one line of JSON per
program: null if it parses, else [type, message, lineno, offset, end_lineno, end_offset, text].
"""

import ast
import json
import os
import sys
import tempfile
import warnings


def main():
    warnings.simplefilter("ignore")
    # CPython reads the line to show from the file, if there is one.
    handle, filename = tempfile.mkstemp(suffix=".py")
    os.close(handle)
    for program in sys.stdin.buffer.read().decode("utf-8", "surrogatepass").split("\0"):
        result = None
        try:
            with open(filename, "w", encoding="utf-8", newline="", errors="surrogatepass") as file:
                file.write(program)
            ast.parse(program, filename)
        except SyntaxError as error:
            text = error.text and error.text.split("\n")[0]
            result = [type(error).__name__, error.msg, error.lineno, error.offset]
            result += [error.end_lineno, error.end_offset, text]
        except (MemoryError, RecursionError, ValueError) as error:
            result = [type(error).__name__, str(error)]
        print(json.dumps(result))
    os.remove(filename)


main()
