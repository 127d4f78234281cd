"""Special methods that are static or class methods, called by operators and builtins."""
import math
import _operator as operator
names1 = '__abs__ __neg__ __pos__ __invert__ __int__ __float__ __complex__ __index__ __bool__ __len__ __iter__ __next__ __hash__ __repr__ __str__ __bytes__ __reversed__ __round__ __trunc__ __floor__ __ceil__ __enter__ __await__ __aiter__ __anext__ __dir__ __sizeof__ __copy__'.split()
vals = dict(__int__=3, __float__=1.5, __complex__=2j, __index__=4, __bool__=False, __len__=2, __iter__=iter([1,2]), __hash__=7, __repr__='R', __str__='S', __bytes__=b'B', __dir__=['x'], __sizeof__=64)
ops = dict(__abs__=abs, __neg__=operator.neg, __pos__=operator.pos, __invert__=operator.invert, __int__=int, __float__=float, __complex__=complex, __index__=operator.index, __bool__=bool, __len__=len, __iter__=iter, __next__=next, __hash__=hash, __repr__=repr, __str__=str, __bytes__=bytes, __reversed__=reversed, __round__=round, __trunc__=math.trunc, __floor__=math.floor, __ceil__=math.ceil, __dir__=dir)
for n in names1:
    if n not in ops: continue
    for wrap in (staticmethod, classmethod):
        f = (lambda v: (lambda: v))(vals.get(n, 'r')) if wrap is staticmethod else (lambda v: (lambda cls: v))(vals.get(n,'r'))
        C = type('C', (), {n: wrap(f)})
        try: r = ops[n](C())
        except Exception as e: r = f'{type(e).__name__}: {e}'
        print(n, wrap.__name__, r if not hasattr(r,'__next__') else 'iterator')
bin = '__add__ __sub__ __mul__ __truediv__ __floordiv__ __mod__ __divmod__ __pow__ __lshift__ __rshift__ __and__ __or__ __xor__ __matmul__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __contains__ __getitem__ __delitem__ __getattr__ __format__ __isub__ __radd__ __call__ __instancecheck__ __missing__'.split()
import _operator as o
bops = dict(__add__=o.add,__sub__=o.sub,__mul__=o.mul,__truediv__=o.truediv,__floordiv__=o.floordiv,__mod__=o.mod,__divmod__=divmod,__pow__=pow,__lshift__=o.lshift,__rshift__=o.rshift,__and__=o.and_,__or__=o.or_,__xor__=o.xor,__matmul__=o.matmul,__eq__=o.eq,__ne__=o.ne,__lt__=o.lt,__le__=o.le,__gt__=o.gt,__ge__=o.ge,__contains__=o.contains,__getitem__=o.getitem,__delitem__=o.delitem,__isub__=o.isub,__getattr__=lambda a,b:getattr(a,'zz'),__format__=lambda a,b:format(a,'x'),__radd__=lambda a,b:b+a,__call__=lambda a,b:a(b))
for n in bin:
    if n not in bops: continue
    for wrap in (staticmethod, classmethod):
        f = (lambda x: 'r%s' % type(x).__name__) if wrap is staticmethod else (lambda cls, x: 'c%s' % type(x).__name__)
        C = type('C', (), {n: wrap(f)})
        try: r = bops[n](C(), 5)
        except Exception as e: r = f'{type(e).__name__}: {e}'
        print(n, wrap.__name__, r)
class W:
    @staticmethod
    def __enter__(): return 1
    @staticmethod
    def __exit__(*a): print('exit', len(a))
    @staticmethod
    def __setattr__(k, v): print('set', k, v)
    @staticmethod
    def __delattr__(k): print('del', k)
    @staticmethod
    def __setitem__(k, v): print('seti', k, v)
with W() as w: print(w)
x = W(); x.a = 1; del x.b; x[1] = 2
