# BaseException passes by `except Exception`.
class Stop(BaseException):
    pass
def f():
    try:
        raise Stop("stop")
    except Exception:
        print("never")
    finally:
        print("finally")
try:
    f()
except Stop as e:
    print("caught", e)
f()
