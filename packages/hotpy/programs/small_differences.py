import sys, warnings
from datetime import datetime, timedelta
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: print >> sys.stderr)
t(lambda: print >> 3)
t(lambda: 3 >> print)
t(lambda: print << sys.stderr)
t(lambda: len >> sys.stderr)
def f():
    p = print
    p >>= 2
t(f)
for b in b'123\xa0', b' 1.5\n', b'\xd9\xa1', bytearray(b'\xff'), b'1_0', memoryview(b'2.5'):
    t(lambda: float(b))
t(lambda: "{0[{]}".format({'{': 1}))
t(lambda: "{0[}]}".format({'}': 1}))
t(lambda: "{0{}".format(1))
t(lambda: "{0[a{}".format(1))
import string
t(lambda: string.Formatter().format("{0[{]}", {'{': 1}))
warnings.simplefilter("always")
warnings.showwarning = lambda m, c, f, l, *r: print(c.__name__, m, l)
for s in [r"'\407'", r"b'\777'", r"'\377'", r"'\d\407'", r"'\407\d'", r"f'\567{1}'", r"'\8'", r"f'\{1}'", r"f'\x41\{1}\d'", r"f'\407{1}\{2}'", r"f'\}}'", r"'''" + "\n" + r"\400'''"]:
    t(lambda: ascii(eval(s)))
for d in datetime.min, datetime(1, 1, 1, 12), datetime(2000, 1, 1):
    t(lambda: d.timestamp() < 1e9)
    t(lambda: d.astimezone().year)
