class A:
    def __str__(self): return "A!"
class B:
    def __repr__(self): return "B?"
class C(A):
    def __format__(self, spec): return f"C<{spec}>"
class D(B):
    def __str__(self): return 5
class E(int):
    def __str__(self): return "E"
class F(str):
    def __repr__(self): return "F"
class G(Exception):
    def __str__(self): return "G text"
class H:
    def __str__(self): raise KeyError("in str")
class I:
    def __str__(self): return "sub"
    __repr__ = __str__
class J:
    __str__ = lambda self: "J"
    def __getattr__(self, name): return name
class K:
    __slots__ = ()
    def __repr__(self): return None
class L:
    def __str__(self): return f"<{self.x}>" if self.x < 2000 else "end"
def show(x):
    r = []
    for _ in range(3):
        for f in (lambda: f"{x}", lambda: f"{x!s}", lambda: f"{x!r}", lambda: f"{x!a}", lambda: f"[{x:>4}]", lambda: str(x), lambda: repr(x), lambda: format(x), lambda: "%s|%r" % (x, x)):
            try: v = f(); r.append(v if "object at" not in v else "default"); r.append(type(v).__name__)
            except Exception as e: r.append(repr(e))
    return r
for x in (A(), B(), C(), D(), E(3), F("f"), G("x"), H(), I(), J(), K(), 5, "s", None, A, [A(), B()]):
    for line in show(x): print(line)
a = A(); a.__str__ = lambda: "instance"
for _ in range(3): print(f"{a}")
b = B()
for k in range(4):
    print(f"{b}")
    if k == 1: B.__repr__ = lambda self: "B2"
    if k == 2: B.__str__ = lambda self: "B3"
del B.__str__
print(f"{b}")
B.__format__ = lambda self, spec: "B4" + spec
for _ in range(3): print(f"{b}", f"{b:x}")
import sys, traceback
class M:
    def __init__(self, n): self.n = n
    def __str__(self): return f"{M(self.n - 1)}" if self.n else str(1 // 0)
def traced():
    for _ in range(3):
        try: f"{M(3)}"
        except ZeroDivisionError:
            print([(f.name, f.lineno, f.line) for f in traceback.extract_tb(sys.exc_info()[2])])
traced()
class N:
    def __str__(self): return f"{self}"
for _ in range(2):
    try: f"{N()}"
    except RecursionError as e: print("RecursionError", str(e)[:32])
def gen():
    for i in range(5):
        yield f"{A()}{i}"
print(list(gen()))
def total(n):
    s = 0
    for i in range(n): s += len(f"{A()} {B()!r} {E(i)}")
    return s
print(total(300))
