# Trace functions that raise, change variables, follow generators and threads; bdb.
import sys, threading
log = []
def tracer(frame, event, arg):
    if not frame.f_code.co_filename.endswith('observed_frames.py'): return
    log.append((event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno))
    return tracer
def show():
    for x in log: print(*x)
    log.clear()
def gen():
    try: x = yield 1; x
    except ZeroDivisionError: pass
    else: yield x
    finally:
        log.append("fin")
def use():
    g = gen()
    next(g)
    g.send(5)
    g.close()
    for v in gen(): v
def rec(n):
    if n: return rec(n-1)
    return sys._getframe().f_back.f_back.f_code.co_name
def deco(f): return f
class C:
    @property
    def p(self):
        return 1
    def __eq__(self, o):
        return True
    def __add__(self, o):
        return 3
    def __repr__(self):
        return "C"
def ops():
    c = C()
    c.p
    c == 3
    c + 1
    repr(c)
    f"{c!r}"
    sorted([C(), C()], key=lambda q: 1)
    list(map(lambda z: z, [1, 2]))
sys.settrace(tracer)
use()
sys.settrace(None)
show()
sys.settrace(tracer)
rec(2)
ops()
sys.settrace(None)
show()
# raising in tracer
def bad(frame, event, arg):
    raise RuntimeError("from tracer")
def victim(): return 1
sys.settrace(bad)
try: victim()
except RuntimeError as e: print("caught", e)
print(sys.gettrace())
def bad2(frame, event, arg):
    if event == 'line': raise RuntimeError("from line")
    return bad2
def victim2():
    try: x = 1
    except RuntimeError as e: return "inner " + str(e)
sys.settrace(bad2)
try: print(victim2())
except RuntimeError as e: print("outer", e)
sys.settrace(None)
# locals write
def setter(frame, event, arg):
    if frame.f_code.co_name == 'lw' and event == 'line' and 'x' in frame.f_locals:
        frame.f_locals['x'] = 42
    return setter
def lw():
    x = 1
    y = x
    return x, y
sys.settrace(setter)
r = lw()
sys.settrace(None)
print(r)
def t(frame, event, arg):
    if frame.f_code.co_name == 'worker': log.append((threading.current_thread().name, event))
    return t
def worker(): 
    x = 1
threading.settrace(t)
th = threading.Thread(target=worker, name='T1'); th.start(); th.join()
threading.settrace(None)
show()
import bdb
class T(bdb.Bdb):
    def user_call(self, frame, args): print("CALL", frame.f_code.co_name)
    def user_line(self, frame):
        print("LINE", frame.f_code.co_name, frame.f_lineno)
        self.set_step()
    def user_return(self, frame, value): print("RET", frame.f_code.co_name, value)
    def user_exception(self, frame, exc): print("EXC", exc[0])
def bf(a):
    b = a + 1
    return b
T().runcall(bf, 2)
x = T()
x.run("y = 1\nz = 2\n")
