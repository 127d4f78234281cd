# Trace and profile functions see generators that suspend and go on, and their variables each time.
import sys

seen = []


def note(frame, event, arg):
    if event != "line" and frame.f_code.co_name in ("count", "<genexpr>"):
        seen.append((event, sorted((k, v) for k, v in frame.f_locals.items() if isinstance(v, int))))
    return note


def count(n):
    total = 0
    for i in range(n):
        total += i
        yield total


def use(n):
    return list(count(n)), ",".join(str(x) for x in range(n))


for observe in sys.setprofile, sys.settrace:
    observe(note)
    result = use(3)
    observe(None)
    print(result, len(seen))
    for each in seen:
        print(each)
    seen.clear()


def plain(*args):
    pass


for observe in sys.setprofile, sys.settrace:
    observe(plain)
    for x in (y for y in "abc"):
        pass
    letters = "".join(y for y in "abc")
    observe(None)
    print(x, letters)

g = count(3)
next(g)
frame = g.gi_frame
print(frame.f_locals["total"], frame.f_locals["i"])
next(g)
print(frame.f_locals["total"], frame.f_locals["i"])
print(list(g), frame.f_locals["n"] if frame.f_locals else None)
