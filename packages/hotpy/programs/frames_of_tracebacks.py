"""Frames that an exception, or `return`, has ended keep their variables; one frame has one frame object, and locals() one dict."""

import sys
import traceback


def inner(y):
    z = y * 2

    def closure():
        return y

    raise ValueError(z)


def outer(x):
    w = [x]
    inner(x)


def shown(frame):
    back = frame.f_back and frame.f_back.f_code.co_name
    values = {} if frame.f_code.co_name == "<module>" else {k: v for k, v in frame.f_locals.items() if k != "closure"}
    return frame.f_code.co_name, frame.f_lineno, values, back


try:
    outer(3)
except ValueError as error:
    entry = error.__traceback__
    while entry:
        print(shown(entry.tb_frame), entry.tb_lineno, entry.tb_frame is entry.tb_frame, entry.tb_frame is sys._getframe())
        entry = entry.tb_next
    summary = traceback.TracebackException.from_exception(error, capture_locals=True)
    print([frame.locals and sorted(frame.locals) for frame in summary.stack][1:])


def names():
    a = 1
    first = locals()
    b = 2
    print(sys._getframe().f_locals is locals(), first is locals(), sorted(first))
    print(sys._getframe() is sys._getframe(), sys._getframe().f_back is sys._getframe(1))


names()


def generate():
    k = 5
    yield sys._getframe()
    raise KeyError(k)


items = generate()
frame = next(items)
print(frame is items.gi_frame, frame.f_locals["k"], frame.f_back)
try:
    next(items)
except KeyError as error:
    print(error.__traceback__.tb_next.tb_frame is frame, frame.f_locals.get("k"), frame.f_lineno, items.gi_frame)


class Body:
    v = 1
    try:
        outer(2)
    except ValueError as error:
        entry = error.__traceback__
        print("v" in entry.tb_frame.f_locals, entry.tb_frame.f_code.co_name, entry.tb_next.tb_frame.f_locals)
        entry.tb_next.tb_frame.clear()
        print(entry.tb_next.tb_frame.f_locals, entry.tb_next.tb_frame.f_back.f_lineno)


def body_fails():
    class Failing:
        q = 1
        1 / 0


try:
    body_fails()
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_next.tb_frame.f_locals)


def keep(value):
    frame = sys._getframe()
    a = value
    return frame


kept = [keep(1), keep(2)]
print(kept[0] is kept[1], [(sorted(f.f_locals), f.f_locals["a"], f.f_lineno, f.f_back.f_code.co_name) for f in kept])


def recurse(n):
    m = n
    try:
        if n == 0:
            raise RuntimeError
        recurse(n - 1)
    finally:
        done = n


for _ in range(3):
    try:
        recurse(3)
    except RuntimeError as error:
        entry = error.__traceback__.tb_next
        while entry:
            print(shown(entry.tb_frame))
            entry = entry.tb_next

for namespaces in ({"u": 1},), ({"u": 1}, {"loc": 2}):
    try:
        exec("1/0", *namespaces)
    except ZeroDivisionError as error:
        print(sorted(error.__traceback__.tb_next.tb_frame.f_locals.keys() - {"__builtins__"}))


# What traces raise and catch keeps variables as well.
def fails(n):
    twice = n * 2
    if n % 3 == 0:
        raise KeyError(n)
    return twice


def sums(count):
    caught = []
    for n in range(count):
        try:
            fails(n)
        except KeyError as error:
            caught.append(error)
    return caught


caught = sums(4000)
print(len(caught), [each.__traceback__.tb_next.tb_frame.f_locals for each in caught[-2:]])
print({each.__traceback__.tb_next.tb_frame.f_lineno for each in caught})


def clears():
    try:
        1 / 0
    except ZeroDivisionError as error:
        try:
            error.__traceback__.tb_frame.clear()
        except RuntimeError as refused:
            return str(refused)


print(clears())


def catches(value):
    try:
        1 / value
    except ZeroDivisionError as error:
        caught = error
    return caught


error = catches(0)
print(sorted(error.__traceback__.tb_frame.f_locals), error.__traceback__.tb_frame.f_back is sys._getframe())
