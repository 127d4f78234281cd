"""Writes what CPython 3.11 makes of each call of the tables: `python3.11 test/calls/bless.py`, or `npm run bless`.

A line is a call, or what one begins with (`r = [1, 2]`): the receiver, made anew for each call until the next empty line. Behind the
arrow stand the result or the exception, and the receiver if the call has changed it.
"""
import pathlib
import sys

ARROW = "  -> "
sys.set_int_max_str_digits(0)


def outcome(receiver, call):
    names = {}
    if receiver is not None:
        names["r"] = eval(receiver)
    before = repr(names.get("r"))
    try:
        result = repr(eval(call, names))
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    after = repr(names.get("r"))
    return result if after == before else f"{result}; r = {after}"


for path in sorted(pathlib.Path(__file__).parent.glob("*.txt")):
    lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    calls = [line.split(ARROW)[0].rstrip() for line in lines]
    receiver = None
    for i, call in enumerate(calls):
        if call == "":
            receiver = None
        elif call.startswith("r = "):
            receiver = call.removeprefix("r = ")
        elif not call.startswith("#"):
            calls[i] = f"{call:<30}{ARROW}{outcome(receiver, call)}"
    path.write_text("\n".join(calls) + "\n", encoding="utf-8")
