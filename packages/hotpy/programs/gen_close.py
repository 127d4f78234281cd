# Generators closed, thrown into, and dropped while suspended.
def g():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("exit")
        raise
    except ValueError as e:
        print("caught", e)
        yield "recovered"
    finally:
        print("finally")
x = g()
print(next(x)); x.close(); x.close(); print(next(x, "closed"))
x = g()
next(x)
print(x.throw(ValueError("thrown")), next(x, "end"))
x = g()
x.close()
try:
    x = g(); x.throw(KeyError("not started"))
except KeyError as e:
    print(repr(e))
def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            print("ignoring")
            yield
s = stubborn(); next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
def stop():
    yield 1
    raise StopIteration("inside")
try:
    list(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))
def itself():
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield
me = itself(); next(me)
def with_return_in_finally():
    try:
        yield 1
    finally:
        return "swallowed"
w = with_return_in_finally(); next(w)
try:
    w.throw(ValueError)
except StopIteration as e:
    print(e.value)
def inner():
    try:
        r = yield "inner"
        print("got", r)
        yield "inner 2"
    except KeyError as e:
        print("inner caught", repr(e))
        return "from except"
    finally:
        print("inner finally")
def outer():
    r = yield from inner()
    print("result", r)
    yield "outer"
o = outer()
print(next(o), o.send("hello"), o.throw(KeyError("k")), next(o, "end"))
o = outer(); next(o); o.close()
x = g()
for v in x:
    print("loop", v)
    break
x.close()
print("after break")
def error():
    yield 1
    1 / 0
e = error()
print(next(e))
try:
    next(e)
except ZeroDivisionError as z:
    print(z)
print(next(e, "finished by the error"))
