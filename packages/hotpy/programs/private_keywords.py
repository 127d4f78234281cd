"""Names of arguments are not mangled in classes; those of parameters are."""
def f(**k): return k
class A:
    def m(self): return f(__x=1), f(*(), __y=2), f(**{'a':1}, __z=3), dict(__w=1), f(*(),__x=1,**{'k':2})
    class __B(list if True else int): pass
print(A().m())
class M(type):
    def __new__(c,n,b,d,**k): print(k); return super().__new__(c,n,b,d)
class C:
    class D(metaclass=M, __kw=3): pass
class E:
    def m(self, *, __p=1): return __p
    def n(self):
        try: return self.m(__p=2)
        except TypeError as e: return e
    def o(self): return self.m(_E__p=3)
print(E().n(), E().o())
