"""Where tracebacks say that a test of truth has raised: a statement as a whole, a conditional expression, an operand."""

import os
import traceback
class C:
    def __bool__(self): raise ValueError('b')
c = C()
def f1():
    if c:
        pass
def f2():
    while c:
        pass
def f3(): return 1 if c else 2
def f4(): return c and 1
def f5(): return [i for i in (1,2) if c]
def f6():
    if c and c or 3: pass
def f7():
    if not c: pass
def f8(): assert c
def f9(): return 1 < c < 2
def f10():
    x = 5
    if x == 5 and c: return
def f11():
    while True:
        if (c and
            x): return
def f12(): return not c
def f13():
    match 1:
        case 1 if c: pass
def f14(): return any(c for _ in 'a')
def f15(): return (c or 1) + 1
def f16():
    if 1:
        if c: x = 1
        elif c: x = 2
        else: x = 3
def f17():
    while 1:
        x = 1
        if c: continue
        x = 2
def f18():
    for i in range(3):
        while c:
            pass
def f19(): return (i for i in (1, 2) if not c if i)
def f20(): return {i: 1 for i in (1,2) if i and c}
for f in (f1,f2,f3,f4,f5,f6,f7,f8,f9,f10,f11,f12,f13,f14,f15,f16,f17,f18, lambda: list(f19()), f20):
    try: f()
    except Exception as e: 
        print(f.__name__); print(traceback.format_exc().replace(os.path.dirname(__file__) + "/", ""), end="")

class C:
    def __init__(self, n): self.n = n
    def __bool__(self):
        self.n -= 1
        if self.n == 0: raise ValueError('b')
        return True
class L(C):
    __bool__ = None
    del __bool__
    def __len__(self):
        self.n -= 1
        return self.n - 1
def f(c):
    k = 0
    while True:
        if c:
            k += 1
        elif not c: k += 2
        if not c: k += 3
for k in (C, L):
    if k is L: C.__bool__ = None; del C.__bool__
    try: f(k(5000))
    except Exception: print(traceback.format_exc().replace(os.path.dirname(__file__) + "/", ""), end="")
