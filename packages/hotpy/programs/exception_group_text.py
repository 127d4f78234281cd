def leaf(i):
    try:
        1/0
    except Exception as e:
        raise ValueError("two\nlines") from e
def get(f, *a):
    try: f(*a)
    except BaseException as e: return e
inner = ExceptionGroup("in", [get(leaf, 1), TypeError()])
inner.add_note("note\nmore")
s = get(compile, "a = = 1\n", "f", "exec")
k = get(lambda: undefined_nam)
wide = ExceptionGroup("wide", [ValueError(i) for i in range(20)])
wide16 = ExceptionGroup("wide", [ValueError(i) for i in range(16)])
deep = OSError(1)
for i in range(14):
    deep = ExceptionGroup(str(i), [deep])
kb = BaseExceptionGroup("x", [KeyboardInterrupt()])
g = ExceptionGroup("all\nof", [inner, s, k, wide, wide16, deep, inner])
class MyGroup(ExceptionGroup): pass
import sys
sys.excepthook(MyGroup, MyGroup("u", [ExceptionGroup('v', [OSError(1)]), OSError(2)]), None)
try:
    try:
        raise kb
    except BaseException as e:
        raise g from e
except Exception:
    raise KeyError("end")
