# __context__, __cause__ and __suppress_context__.
def show(e):
    while e is not None:
        print(repr(e), "cause", repr(e.__cause__), "context", repr(e.__context__), e.__suppress_context__)
        e = e.__cause__ or e.__context__
def run(f):
    try: f()
    except Exception as e: show(e)
    print("--")
def implicit():
    try: 1 / 0
    except ZeroDivisionError: {}["k"]
def explicit():
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError("v") from e
def suppressed():
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("v") from None
def three():
    try:
        try: 1 / 0
        except ZeroDivisionError: [][1]
    except IndexError: raise KeyError("third")
def in_finally():
    try: 1 / 0
    finally: raise ValueError("from finally")
def reraise():
    try: 1 / 0
    except ZeroDivisionError as e:
        try: raise
        except ZeroDivisionError as e2: print(e is e2)
        raise e
def same():
    e = ValueError("one")
    try: raise e
    except ValueError: raise e
def after():
    try: 1 / 0
    except ZeroDivisionError: pass
    raise ValueError("no context")
def cause_class():
    raise ValueError("v") from KeyError
def bad_cause():
    raise ValueError from 5
def in_except_function():
    def helper(): raise TypeError("helper")
    try: 1 / 0
    except ZeroDivisionError: helper()
def nested_handler():
    try:
        raise ValueError("outer")
    except ValueError:
        try: raise KeyError("inner")
        except KeyError: pass
        raise TypeError("after inner")
def generator_context():
    def g():
        try: yield 1
        except ValueError: raise KeyError("in generator")
    x = g(); next(x)
    try: 1 / 0
    except ZeroDivisionError: x.throw(ValueError("thrown"))
for f in (implicit, explicit, suppressed, three, in_finally, reraise, same, after, cause_class, bad_cause, in_except_function, nested_handler, generator_context):
    print(f.__name__)
    run(f)
e = ValueError()
e.__cause__ = KeyError("set by hand")
print(e.__suppress_context__, e.with_traceback(None) is e)
import sys
print(sys.exc_info())
try: 1 / 0
except ZeroDivisionError as z: print(sys.exc_info()[0].__name__, sys.exc_info()[1] is z)
print(sys.exc_info())
