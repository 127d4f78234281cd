# sys.settrace and sys.setprofile: calls, lines, returns, exceptions.
import sys
def tracer(frame, event, arg):
    if frame.f_code.co_filename != __file__: return
    print(event, frame.f_code.co_name, frame.f_lineno - frame.f_code.co_firstlineno, repr(arg)[:60] if event != 'exception' else (arg[0].__name__, str(arg[1])))
    return tracer
def f(x):
    y = x
    z = y
    for i in range(2):
        z += i
    while z < 6:
        z += 2
        if z == 100:
            pass
    try: g(z)
    except ValueError as e:
        z = 1
    return [k for k in range(2)]
def g(x):
    raise ValueError(x)
def gen():
    yield 1
    yield 2
def h():
    for a in gen():
        print("got", a)
    x = lambda q: q + 1
    x(1)
    class A:
        b = 1
        def m(self): return 1
    A().m()
    with open(__file__) as fh:
        x = 3
    if x and \
       a:
        x = 2
    return (a +
        2)
sys.settrace(tracer)
f(1)
h()
sys.settrace(None)
print("done")
def prof(frame, event, arg):
    print(event, frame.f_code.co_name, getattr(arg, '__name__', arg))
sys.setprofile(prof)
f(2)
len([])
[].append(1)
sorted([3,1], key=lambda x: -x)
try: int('x')
except ValueError: pass
try: len(3)
except TypeError: pass
sys.setprofile(None)
print("end")
