# Functions of sys that a program replaces, and what is told by structures that are tuples.
import sys

print(isinstance(sys.version_info, tuple), sys.version_info[:2], sys.version_info.major, sys.version_info >= (3, 8))
print(type(sys.flags).__name__, sys.flags[0], sys.int_info.bits_per_digit)

def show(value):
    print("shown:", value)

sys.displayhook = show
exec(compile("[1, 2]\nx = 3", "<text>", "exec"))
exec(compile("[1, 2]", "<text>", "single"))
sys.displayhook = sys.__displayhook__
exec(compile("'text'", "<text>", "single"))
print(_)
del sys.displayhook
try:
    exec(compile("1", "<text>", "single"))
except RuntimeError as error:
    print(error)
sys.displayhook = sys.__displayhook__

def stop(*args, **kwargs):
    print("breakpoint", args, kwargs)
    return 5

sys.breakpointhook = stop
print(breakpoint(), breakpoint(1, key=2))
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as error:
    print(error)

print(sys.gettrace(), sys.getprofile(), sys.exception())
try:
    1 / 0
except ZeroDivisionError:
    print(repr(sys.exception()))

def ignored(unraisable):
    print(unraisable.exc_type, unraisable.exc_value, unraisable.err_msg, unraisable.object.__qualname__)

class Leaving:
    def __del__(self):
        raise ValueError("at the end")

sys.unraisablehook = ignored
leaving = Leaving()
del leaving
import gc
gc.collect()
events = []
sys.addaudithook(lambda event, args: events.append((event, args)) if event.startswith("mine") else None)
sys.audit("mine.event", 1, 2)
print(events)
print(sys.call_tracing(max, (1, 2)))
