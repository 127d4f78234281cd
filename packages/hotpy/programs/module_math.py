# The math module.
import math
from math import pi, sqrt as root
print(pi, math.e, math.tau, math.inf, -math.inf, math.nan, root(16), root(2))
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.9), math.floor(5), math.floor(1e20), math.fabs(-3), math.fmod(-7, 3), math.modf(-2.5), math.copysign(2, -0.0))
print(math.sin(0), math.cos(0), math.tan(0), math.atan2(1, 1), math.asin(1), math.acos(1), math.hypot(3, 4), math.degrees(math.pi), math.radians(180), math.exp(0), math.log(1), math.log(8, 2), math.log2(8), math.log10(1000), math.pow(2, 0.5))
print(math.factorial(20), math.factorial(0), math.gcd(12, 18), math.gcd(0, 5), math.gcd(), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.isqrt(10**20), math.isqrt(17), math.prod([1, 2, 3]), math.fsum([0.1] * 10))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 2), math.frexp(8.5), math.ldexp(0.5, 4))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.sqrt("a"), lambda: math.factorial(1.5), lambda: math.factorial(-1), lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.exp(1000), lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.isqrt(-1), lambda: math.acos(2), lambda: math.sqrt(), lambda: math.gcd(1.5), lambda: math.missing):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(math.sqrt(10**30), math.log(10**400), math.log2(2**1000), math.log10(10**50), math.floor(10**20 + 0.5), math.sqrt(True))
s = 0.0
for i in range(3000): s += math.sqrt(i) * math.sin(i) if i % 2 else math.floor(i / 3)
print(round(s, 6), math.__name__, type(math).__name__)
