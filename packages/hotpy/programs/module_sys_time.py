# sys and time.
import sys, time
import math as m
from sys import maxsize
print(sys.maxsize, maxsize == 2**63 - 1, sys.byteorder, sys.version_info[:2] >= (3, 11), sys.version_info.major, len(sys.argv), sys.getrecursionlimit(), sys.maxunicode, sys.float_info.max, sys.float_info.epsilon)
t0 = time.time(); p0 = time.perf_counter(); m0 = time.monotonic()
time.sleep(0)
print(time.time() >= t0, time.perf_counter() >= p0, time.monotonic() >= m0, t0 > 1.6e9, isinstance(time.perf_counter_ns(), int), isinstance(time.process_time(), float))
sys.stdout.write("written\n")
print("to stderr", file=sys.stderr)
print("flushed", flush=True)
print("math" in sys.modules, sys.modules["math"] is m, m.pi, __name__ == "__main__")
def no_module():
    import no_such_module
def no_name():
    from math import nothing
for f in (no_module, no_name):
    try:
        f()
    except ImportError as e:
        print(type(e).__name__, e.name if isinstance(e, ModuleNotFoundError) else "cannot import nothing")
print(sys.intern("abc") is sys.intern("a" + "bc"), sys.implementation.name != "")
def f():
    import math
    return math.sqrt(4)
print(f(), f())
