"""Exceptions that hot loops raise and catch: in one frame, through several, with causes and contexts, out of generators and managers."""
import sys


def way(error):
    """Functions and lines of the traceback."""
    entries = []
    entry = error.__traceback__
    while entry is not None:
        entries.append((entry.tb_frame.f_code.co_name, entry.tb_lineno))
        entry = entry.tb_next
    return entries


class E1(Exception):
    def __init__(self, a, b=2):
        super().__init__(f"msg {a}", b)
        self.a = a
class E2(E1): pass
class E3(ValueError): pass
def inner(i):
    if i % 3 == 0: raise E1(i)
    if i % 3 == 1: raise E3("x", i)
    raise KeyError
def middle(i):
    x = i * 2
    try:
        inner(i)
    finally:
        x += 1
        log.append(x)
def loop(n):
    r = 0
    for i in range(n):
        try:
            middle(i)
        except E1 as e:
            r += e.a + len(e.args) + (e.args[1])
        except (E3, KeyError) as e:
            r += len(e.args)
        else:
            r += 1000
    return r
log = []
print(loop(90), len(log), sum(log))
def simple(n):
    c = 0
    for i in range(n):
        try:
            raise ValueError(i)
        except ValueError as e:
            c += e.args[0]
    return c
print(simple(120))
def ctx(n):
    out = []
    for i in range(n):
        try:
            try:
                raise KeyError(i)
            except KeyError as k:
                raise E3(i) from (k if i % 2 else None)
        except E3 as e:
            out.append((type(e.__cause__).__name__, type(e.__context__).__name__, e.__suppress_context__, e.args))
    return out
print(ctx(20)[-3:], len(set(map(str, ctx(30)))))
def ctx2(n):
    out = []
    for i in range(n):
        try:
            try:
                {}[i]
            except KeyError:
                int("q%d" % i)
        except ValueError as e:
            out.append((str(e), repr(e.__context__), e.__cause__))
    return out
print(ctx2(24)[-2:])
def kd(n):
    d = {}
    for i in range(n):
        try:
            d[i % 7] += 1
        except KeyError:
            d[i % 7] = 1
        if i % 50 == 0: d.clear()
    return d
print(kd(160))
def reraise(n):
    c = 0
    for i in range(n):
        try:
            try:
                if i % 2: raise E2(i)
                raise E1(i, 5)
            except E2:
                raise
            except E1 as e:
                raise e
        except E1 as e:
            tb = e.__traceback__; d = 0
            while tb: d += 1; tb = tb.tb_next
            c += d * 10 + len(e.args)
    return c
print(reraise(60))
class CM:
    def __init__(self): self.n = 0
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        self.n += 1
        return t is KeyError and v.args == () or t is E3
def withs(n):
    cm = CM(); out = 0
    for i in range(n):
        try:
            with cm:
                inner(i)
                out += 1000
        except E1 as e:
            out += 1
        out += 10
    return out, cm.n
print(withs(60))
def gen(n):
    for i in range(n):
        yield i
    return "end"
def nexts(n):
    r = []
    for i in range(n):
        g = gen(i % 4)
        try:
            while True:
                r.append(next(g))
        except StopIteration as s:
            r.append(s.value)
    return r
print(len(nexts(60)), nexts(60)[-9:])
def parse(items):
    good = bad = 0
    for t in items:
        try:
            good += int(t)
        except ValueError as e:
            bad += len(str(e))
        try:
            good += float(t)
        except ValueError:
            bad += 1
        finally:
            good += 0
    return good, bad
print(parse(["1", "2.5", "x", "77", "1e3", ""] * 20))
def gener(n):
    for i in range(n):
        try:
            if i % 3 == 1: raise E3(i)
            yield i
        except E3 as e:
            yield -e.args[0]
print(sum(gener(90)), list(gener(7)))
def deep(i, d):
    if d == 0: raise E3(i)
    return deep(i, d - 1) + 1
def deeps(n):
    c = 0
    for i in range(n):
        try: deep(i, i % 5)
        except E3 as e:
            c += 1
            last = way(e)
    return c, last
print(deeps(50)[0]); print(deeps(44)[1])
def tbs(n):
    for i in range(n):
        try:
            middle(i)
        except Exception as e:
            last = way(e)
    return last
print(tbs(30)); print(tbs(31)); print(tbs(32))
def handled(n):
    r = []
    for i in range(n):
        try: inner(i)
        except Exception:
            r.append(type(sys.exc_info()[1]).__name__)
        r.append(sys.exc_info()[0])
    return r
print(handled(30)[-6:], sys.exc_info())
def whil(n):
    i = 0; r = 0
    while True:
        try:
            i += 1
            if i > n: break
            if i % 4 == 0: continue
            if i % 5 == 0: raise KeyError(i)
            r += i
        except KeyError as e:
            r -= e.args[0]
        finally:
            r += 1
    return r
print(whil(120))
class Stack:
    def __init__(self): self.items = []
    def pop(self):
        if not self.items: raise IndexError("empty")
        return self.items.pop()
def stacks(n):
    s = Stack(); c = 0
    for i in range(n):
        if i % 3: s.items.append(i)
        try: c += s.pop()
        except IndexError as e: c += len(str(e))
    return c
print(stacks(90))
class Fail:
    def __init__(self, x):
        if x % 2: raise E3(x)
        self.x = x
def inits(n):
    c = 0
    for i in range(n):
        try: c += Fail(i).x
        except E3 as e: c -= e.args[0]
    return c
print(inits(90))
def unhandled(i):
    for j in range(100):
        if j == i: raise E1(j) from KeyError("cause")
try: unhandled(40)
except E1 as e: print(repr(e), repr(e.__cause__))
