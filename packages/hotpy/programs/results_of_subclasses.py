import warnings, operator, math, cmath
def t(f, *a, **k):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always')
        try:
            r = f(*a, **k)
            print(type(r).__name__, repr(r)[:300])
        except BaseException as e:
            print(type(e).__name__, ascii(str(e))[:300])
    for x in w: print('   ', x.category.__name__, x.message, x.lineno)
class I(int): pass
class F(float): pass
class CC(complex): pass
class X:
    def __int__(self): return I(3)
    def __index__(self): return I(4)
class B:
    def __int__(self): return True
    def __index__(self): return True
class T:
    def __trunc__(self): return I(7)
class Y:
    def __float__(self): return F(2.5)
class Z:
    def __complex__(self): return CC(1, 2)
t(int, X()); t(operator.index, X()); t(lambda: [1,2,3,4,5][X()]); t(hex, X()); t(range, X()); t(lambda: 'ab' * X())
t(lambda: [0] * X()); t(lambda: [1,2,3,4,5][X():]); t(lambda: (10).__round__(X())); t(lambda: round(1.5, X()))
t(int, B()); t(operator.index, B()); t(lambda: [1,2,3][B()]); t(int, T())
t(float, Y()); t(complex, Y()); t(math.sqrt, Y()); t(complex, Z()); t(cmath.sqrt, Z()); t(float, X()); t(float, F(2)); t(int, I(3)); t(complex, CC(3))
t('%d'.__mod__, X()); t('%x'.__mod__, X()); t('%f'.__mod__, Y()); t(chr, X()); t(bytes, X()); t(lambda: bytes([X()])); t(int, '11', X()); t(math.factorial, X()); t(math.gcd, X(), 6)
warnings.simplefilter('error')
def e(f, *a):
    try: print(f(*a))
    except DeprecationWarning as x: print('raised', x)
e(int, X()); e(operator.index, X()); e(lambda: [1,2,3][X()]); e(float, Y()); e(complex, Z()); e(math.sqrt, Y())
for i in range(50):
    try: operator.index(X())
    except DeprecationWarning: pass
    try: [1][X()]
    except DeprecationWarning: pass
warnings.simplefilter('ignore')
n = 0
for i in range(200):
    n += operator.index(X()) + int(X()) + [1, 2, 3, 4, 5][X()] + int(float(Y()))
print(n)
