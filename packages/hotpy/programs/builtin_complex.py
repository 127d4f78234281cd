
state = 3
def rnd(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % n
def pick(l): return l[rnd(len(l))]
inf, nan = float('inf'), float('nan')
nums = [0, 1, -1, 2, 3, 0.5, -2.5, 1e300, 1e-300, inf, -inf, nan, 0.0, -0.0, True, 2**70, 10**400, 1j, -1j, 1+2j, 3-4j, complex(0, inf), complex(-0.0, 0.0), complex(inf, nan), 1e200+1e200j, 0.1+0.2j, 1e16+1j, 100, -7, 1/3]
odd = nums + ['1', None, [], 'x', b'1', '1+2j', object]
specs = ['', '.2f', 'e', '10', '<20', '^20.3', '+', ' ', ',', '.3', 'g', 'n', '020', '=10', 'd', 's', 'x', '#', '.0f', '>30,.2f', '%', 'G', 'z', '+.1e', '*^25', 'F', '_', '#.3g','é>20']
texts = ['1', '1j', '-1j', '+j', 'j', '1+2j', '1-2j', ' 1+2j ', '(1+2j)', '( 1 + 2j )', '(1)', '1 + 2j', 'inf', 'nanj', 'infj', '-inf+nanj', '1e5j', '1_000j', '1__0', 'x', '', '1+', '1+2', 'j1', '1j+2', '++1j', '1e400', '.5j', '5.j', '1+-2j', '1e', '(1', '1)', '٣j', 'Infinity-Infinityj', '1+j', '1-J', '\n1j\t', '1\0']
class C:
    def __complex__(self): return 1+2j
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 7
class B:
    def __complex__(self): return 1
class S(complex): pass
def show(x):
    if isinstance(x, tuple): return '(' + ', '.join(map(show, x)) + ')'
    if type(x) in (C, F, I, B): return type(x).__name__
    r = repr(x)
    return type(x).__name__ + ' ' + (r if len(r) < 60 else r[:30])
def run(label, f):
    try: out = show(f())
    except Exception as e: out = type(e).__name__ + ': ' + str(e)
    print(label, '->', out)
for t in texts: run('complex(%r)' % t, lambda: complex(t))
for z in [1j, 1+2j, -1.5-0j, complex(inf, nan), complex(-0.0, -0.0), 1e100+3.14159j, 0j, complex(0, -5), 12345678.9+1j]:
    for s in specs: run('format(%r, %r)' % (z, s), lambda: format(z, s))
    for f in (repr, str, abs, bool, hash, lambda z: z.conjugate(), lambda z: z.real, lambda z: z.imag, lambda z: -z, lambda z: +z, lambda z: z.__getnewargs__(), int, float, round, complex, lambda z: z.__complex__(), lambda z: ~z, lambda z: z.__pow__(2, 3)):
        if z == z or f is not hash: run('f %r' % z, lambda: f(z))
for i in range(300):
    a, b = pick(nums), pick(odd)
    if rnd(2): a, b = b, a
    if not (isinstance(a, complex) or isinstance(b, complex) or rnd(4) == 0): a = pick([1j, 2-1j, S(1+1j)])
    ops = [('+', lambda: a + b), ('-', lambda: a - b), ('*', lambda: a * b), ('/', lambda: a / b), ('**', lambda: a ** b), ('==', lambda: a == b), ('!=', lambda: a != b), ('<', lambda: a < b), ('//', lambda: a // b), ('%', lambda: a % b), ('complex', lambda: complex(a, b)), ('divmod', lambda: divmod(a, b)), ('pow', lambda: pow(a, b))]
    if isinstance(a, int) and isinstance(b, int) : continue
    n, f = pick(ops)
    if isinstance(a, (str, list, bytes)) and n == '%' : continue
    run('%s %s %s' % (show(a), n, show(b)), f)
for x in (C(), F(), I(), B(), S(3), '1', None):
    run('complex ' + show(x), lambda: complex(x)); run('complex2 ' + show(x), lambda: complex(1, x)); run('imag', lambda: complex(imag=x)); run('real', lambda: complex(real=x, imag=1j))
d = {1: 'one', 2.5: 'x'}
print(d[1+0j], d[2.5+0j], {1j: 1}[1j], {1, 1+0j, 1.0}, 1j in [1j], sum([1j, 2]), [1j, 1] == [1j, 1.0], (-8) ** (1/3), (-1) ** .5, (-2.0) ** 0.5)
print(complex.__mro__, complex('1') == 1, isinstance(1j, complex), 1j .real, 3 + 4j, 1-1j, -1j, 1e3j, 0x10 + 1j, 1_0j)
def mandel(n):
    out = []
    for y in range(n):
        row = ''
        for x in range(n):
            c = complex(x * 3 / n - 2, y * 2 / n - 1)
            z = 0j
            k = 0
            while abs(z) < 2 and k < 30:
                z = z * z + c
                k += 1
            row += ' .:-=+*#%@'[k // 4] if k < 30 else '@'
        out.append(row)
    return '\n'.join(out)
print(mandel(24))
try:
    1j.real = 2
except AttributeError as e: print(e)
match 1+2j:
    case 1+2j: print('matched')
match b'x':
    case bytes(y): print(y)
print(f'{1+2j:.1f} {1j!r}', '%s' % 1j)
import cmath
for f in (cmath.sqrt, cmath.exp, cmath.log, cmath.sin, cmath.acos, cmath.tanh):
    for z in (1 + 2j, -1, complex(0.5, -0.25), complex(inf, 1), complex(nan, 0)):
        run('%s %r' % (f.__name__, z), lambda: f(z))
print(cmath.phase(-1), cmath.polar(1j), cmath.rect(2, 0), cmath.isclose(1, 1 + 1e-12j), cmath.pi)
run('log', lambda: cmath.log(0))
run('exp', lambda: cmath.exp(1000))
