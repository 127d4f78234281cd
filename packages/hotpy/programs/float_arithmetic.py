# Signs of zero, infinities, not-a-number, floor division and remainder.
import math
inf = float("inf")
nan = float("nan")
print(-0.0, 0.0 - 0.0, -0.0 + 0.0, -0.0 - 0.0, 0.0 * -1, -0.0 * -1, 0 * -1.0, -0.0 == 0.0, 1 / inf, -1 / inf)
print(inf - inf, inf * 0, inf + 1, -inf + 1, inf > 10**400, -inf < -10**400, inf == inf)
print(nan == nan, nan != nan, nan < 1, nan > 1, nan <= nan, nan in [nan], [nan] == [nan], nan is nan)
for a in (7.5, -7.5, 0.0, -0.0, 1e300):
    for b in (2.0, -2.0, 0.3, inf, -inf):
        print(a, b, a // b, a % b, a / b, divmod(a, b))
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0 ** -1, lambda: 10.0 ** 400, lambda: divmod(1.0, 0.0)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(2.0 ** 0.5, 4 ** 0.5, 2 ** 0.5, 10 ** -2, 1e308 * 10, nan ** 0, 1 ** nan, 0.0 ** 0)
print(1 == 1.0, 1 < 1.5, 2**53 == 2.0**53, 2**53 + 1 == 2.0**53, 10**22 == 1e22, 10**400 > 1e308, -10**400 < -1e308)
print(max(0.0, -0.0), min(0.0, -0.0), max(-0.0, 0.0), abs(-0.0), math.copysign(1, -0.0))
print(round(0.5), round(1.5), round(2.5), round(-0.5), round(2.675, 2), round(1e20), round(1234.5678, -2), round(0.1, 20), round(5e-324, 2))
print(int(1e20), int(-2.999), math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5))
