"""Exception classes whose __new__ makes something else."""
class E(Exception):
    def __new__(cls, *a, **k): return cls
try: raise E
except TypeError as e: print(e)
try: raise E()
except TypeError as e: print(e)
def g(): yield
x = g()
for args in ((E,), (E, 1), (E, (1,))):
    try: g().throw(*args)
    except TypeError as e: print(e)
