class E(Exception):
    def __init__(self, x, y=2): self.x = x
e = E(1, y=3); print(e.args, e.x, repr(e), str(e))
class E2(Exception):
    def __new__(cls, *a, **k):
        self = super().__new__(cls, *a); self.made = True; return self
    def __init__(self, *a, code=5): super().__init__('fixed', *a); self.code = code
e = E2('q', code=7); print(e.args, e.code, e.made, repr(e), str(e))
class E3(ValueError, KeyError):
    def __str__(self): return 'e3!'
try: raise E3('a')
except KeyError as e: print(repr(e), str(e), isinstance(e, ValueError), e.args)
class E4(OSError): pass
e = E4(2, 'no'); print(e.errno, e.strerror, e, type(e), e.args)
class E5(StopIteration):
    pass
print(E5(3).value, E5().value)
def g():
    try: yield 1
    except E2 as e: yield e.code
it = g(); next(it); print(it.throw(E2('z', code=9)))
class E6(Exception):
    @property
    def message(self): return self.args[0]
    def __eq__(self, o): return self.args == o.args
    def __hash__(self): return 1
    def __bool__(self): return False
    def __len__(self): return 3
print(E6('m').message, E6('a') == E6('a'), {E6('a'): 1}[E6('a')], bool(E6()), len(E6()))
class E7(E6): 
    x = 1
    def __repr__(self): return 'E7!'
try:
    try: raise E7('in')
    except E7 as e: raise E6('out') from e
except E6 as e: print(repr(e.__cause__), e.__context__ is e.__cause__, e.__suppress_context__, e.__traceback__ is not None)
class E8(SystemExit): pass
print(E8(4).code, E8().code)
e = E('z'); e.__dict__['k'] = 3; print(e.k, vars(e), e.args); e.args = [1,2]; print(e.args)
print(Exception.__new__(E, 1, 2).args, BaseException.__new__(KeyError).args)
try: object.__new__(ValueError)
except TypeError as x: print(x)
try: Exception(a=1)
except TypeError as x: print(x)
try: E(1, 2, 3)
except TypeError as x: print(x)
class Group(Exception):
    def __init__(self, *es): self.es = es
    def __iter__(self): return iter(self.es)
print(list(Group(1, 2)))
class UE(Exception, metaclass=type('M', (type,), {'__repr__': lambda c: 'UE-meta'})): pass
print(UE, UE('x'))
try: raise UE('y')
except UE as e: print(type(e), e)
try: raise E2
except E2 as e: print(e.args, e.code)
class StrMix(str): pass
print(Exception(StrMix('t')), KeyError(StrMix('t')), str(Exception(StrMix('u'), 2)), type(str(Exception(StrMix('t')))))
class Ab(ArithmeticError): code = 3
class Bc(Ab, LookupError): pass
print(Bc.__mro__, Bc.__base__, Bc('q').code)
with_notes = E(1); with_notes.add_note('n'); print(with_notes.__notes__)
class C:
    def __init_subclass__(cls, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag
class D(C, tag='t'): pass
print(D.tag)
class Prep(type):
    @classmethod
    def __prepare__(mcls, name, bases, **kw): print('prepare', name, bases, kw); return {'pre': 1}
    def __new__(mcls, name, bases, ns, **kw): print(sorted(k for k in ns if not k.startswith('__')), kw); return super().__new__(mcls, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
class P(metaclass=Prep, opt=3):
    a = 1
    def m(self): return __class__
    def s(self): return super().__repr__()[:5]
print(P.pre, P().m(), P().s(), type(P))
class Q(P, opt=4): pass
def fmeta(name, bases, ns): return (name, bases, sorted(ns)[:1])
class Z(metaclass=fmeta): pass
print(Z)
try:
    class X(int, metaclass=Prep): pass
    print(X(3) + 1, type(X))
except TypeError as e: print(e)
