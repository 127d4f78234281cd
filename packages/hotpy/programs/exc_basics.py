# try, except, else, finally: who runs when.
def f(action):
    log = []
    try:
        log.append("try")
        if action == "raise": raise ValueError("v")
        if action == "key": {}["k"]
        if action == "return": return log + ["returned"]
        if action == "zero": 1 // 0
    except ValueError as e:
        log.append(f"ValueError {e}")
    except (KeyError, TypeError) as e:
        log.append(f"{type(e).__name__} {e}")
    else:
        log.append("else")
    finally:
        log.append("finally")
        print(log)
    return log
for a in ("none", "raise", "key", "return"):
    print(a, f(a))
try:
    f("zero")
except ZeroDivisionError as e:
    print("escaped", e)
try:
    try:
        raise KeyError("inner")
    except ValueError:
        print("not here")
    finally:
        print("cleanup")
except LookupError as e:
    print(repr(e), isinstance(e, Exception), type(e).__mro__[1].__name__)
class Mine(Exception): pass
class Other(Mine):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code
    def __str__(self): return f"code {self.code}"
for make in (lambda: Mine(), lambda: Mine("a"), lambda: Mine("a", 2), lambda: Other(5), lambda: Other(5, "x"), lambda: Exception([1]), lambda: ValueError("")):
    try:
        raise make()
    except Exception as e:
        print(repr(e), str(e), e.args, [e])
try:
    raise Mine
except Mine as e:
    print(repr(e))
try:
    e
except NameError as n:
    print(n)
for bad in (lambda: raise_it(5), lambda: raise_it("text"), lambda: raise_it(None), lambda: raise_it(int), lambda: catch(5), lambda: catch(("a",))):
    def raise_it(x): raise x
    def catch(x):
        try: 1 / 0
        except x: pass
    try:
        bad()
    except TypeError as e:
        print(e)
def nothing_to_raise():
    raise
try:
    nothing_to_raise()
except RuntimeError as e:
    print(e)
