# Functions of math that a kernel computes: of floats, of small integers, and of what becomes one of these.
import math, random
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
class F:
    def __init__(self, x): self.x = x
    def __float__(self): return self.x
class SubInt(int): pass
class SubFloat(float): pass
inf, nan = math.inf, math.nan
values = [0, 1, -1, 2, 7, True, 0.0, -0.0, 1.5, -2.5, 5e-324, 1e-300, -1e300, 1.7e308, inf, -inf, nan, -nan, 10**20, 10**400, SubInt(3), SubFloat(2.25), F(0.5), F(-inf), I(4), 'x', None]
def say(f, *args):
    try:
        result = f(*args)
        return repr(result) + (str(math.copysign(1, result)) if result != result and isinstance(result, float) else '')
    except Exception as e:
        return f'{type(e).__name__} {e}'
for name in 'fabs degrees radians isfinite isinf isnan sqrt floor factorial isqrt'.split():
    f = getattr(math, name)
    print(name, [say(f, v) for v in values if not (name == 'factorial' and v in (10**20, 10**400))])
for name in 'copysign fmod isclose hypot gcd lcm comb perm'.split():
    f = getattr(math, name)
    for a in values:
        print(name, a if not isinstance(a, (I, F)) else type(a).__name__, [say(f, a, b) for b in values if not (name in ('comb', 'perm') and a in (10**20, 10**400))] if a != 10**400 else '')
for tolerances in {'rel_tol': 0.1}, {'abs_tol': 1}, {'rel_tol': F(0.5), 'abs_tol': I(2)}, {'rel_tol': -1}, {'abs_tol': 'x'}, {'rel_tol': inf}, {'abs_tol': nan}:
    print([say(lambda: math.isclose(a, b, **tolerances)) for a, b in ((1, 1.05), (1.0, 3.0), (inf, inf), (inf, -inf), (nan, nan), (I(1), F(1.5)), (0, 0.0), (1e300, 1.01e300))])
r = random.Random(5)
for i in range(60):
    scale = r.randrange(-1060, 1020)
    xs = [math.ldexp(r.uniform(-1, 1), scale - r.randrange(30)) for _ in range(r.randrange(1, 7))]
    print(math.hypot(*xs), say(math.dist, xs, xs[::-1]), math.fmod(xs[0], 0.3), math.hypot(*map(SubFloat, xs)))
print(say(math.hypot), say(math.hypot, 1.7e308, 1.7e308), say(math.dist, [1.7e308], [-1.7e308]), say(math.dist, [1.7e308, 1], [-1.7e308, 2]), say(math.hypot, inf, nan), say(math.hypot, nan, 3), math.hypot(3, 4), math.hypot(5e-324, 5e-324), math.hypot(-7))
print(math.gcd(), math.gcd(12), math.gcd(-12, 18, 27), math.gcd(2**80, 6**60), math.lcm(), math.lcm(4, 6, 10), math.lcm(0, 5), math.perm(5), math.perm(30, 25), math.perm(100, 3), math.comb(70, 30), math.comb(61, 30), math.factorial(25), math.isqrt(10**40))
def hot(n):
    total = 0.0
    for i in range(n):
        x = i * 0.5
        total += math.hypot(x, 3) + math.hypot(i, x, 1.5) + math.fmod(x, 7) + math.copysign(x, -1) + math.fabs(-x) + math.degrees(x) + math.sqrt(i)
        total += math.gcd(i, 12) + math.gcd(i, 12, 18) + math.comb(i % 20, 3) + math.perm(i % 9, 2) + math.isqrt(i) + math.factorial(i % 15) + math.isclose(x, i) + math.isnan(x) + math.isfinite(i)
    return total
print(hot(3000))
