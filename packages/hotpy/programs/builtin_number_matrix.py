# Operators and functions of numbers, every kind with every kind.
import math
vals = [0, -7, 2**30-1, 2**53+1, 2**63-1, 2**64, True, -0.0, 1.5, 1e16, float("inf"), float("nan")]
import sys
def t(f):
    try: return f()
    except Exception as e: return type(e).__name__ + ": " + str(e)
for a in vals:
    print(repr(a), str(a), hash(a) if a == a else "", bool(a), t(lambda: int(a)), float(a) if not isinstance(a, int) or abs(a) < 10**300 else "", t(lambda: round(a)), t(lambda: abs(a)), -a, +a, t(lambda: ~a), t(lambda: hex(a)), t(lambda: bin(a)), t(lambda: oct(a)))
    print(t(lambda: a.bit_length()), t(lambda: a.as_integer_ratio()), t(lambda: a.is_integer()), t(lambda: a.hex()), [t(lambda: round(a, k)) for k in (0, 1, 2, -1, -2, -5)], t(lambda: math.floor(a)), t(lambda: math.ceil(a)), t(lambda: math.trunc(a)), t(lambda: math.sqrt(a)), f"{a:,}", f"{a:e}", f"{a:>30}", f"{a:g}", f"{a:.3f}" if abs(a) < 1e200 else "", t(lambda: format(a, "d")), t(lambda: format(a, "x")))
    for b in vals:
        r = []
        for op in (lambda: a + b, lambda: a - b, lambda: a * b, lambda: a / b, lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: a & b, lambda: a | b, lambda: a ^ b, lambda: a < b, lambda: a <= b, lambda: a == b, lambda: a != b, lambda: a >= b, lambda: a > b):
            r.append(t(op))
        if type(b) is int and abs(b) < 300 and abs(a) < 2**40 or (type(a) is float and type(b) is float): r.append(t(lambda: a ** b) if not (type(a) is float and a < 0 and b != int(b if b == b and abs(b) != math.inf else 0)) else "")
        if type(b) is int and -5 < b < 100: r += [t(lambda: a << b), t(lambda: a >> b)]
        print(r)
print(pow(3, 5, 7), pow(3, -1, 7), pow(2, 1000, 10**9 + 7), t(lambda: pow(2, -1, 4)), t(lambda: pow(2, 3, 0)), t(lambda: pow(2.0, 3, 4)), pow(2, 3), pow(2, -2), pow(-3, 3, -7), pow(2, 0, 1))
print([t(lambda: int(s)) for s in ("12", " 12 ", "1_0", "", "a", "0x1f", "１２", "-0", "+5", "9" * 40, "1.5")], [t(lambda: int(s, 0)) for s in ("0x1f", "0b11", "0o17", "12", "012", "z")], [t(lambda: int("z", b)) for b in (36, 2, 1, 37, 0)], t(lambda: int("12", "a")), t(lambda: int([])), t(lambda: int(1.5, 10)), int(3.99), int(-3.99), t(lambda: int(None)))
print([t(lambda: float(s)) for s in ("1.5", "inf", "-Infinity", "nan", "1e400", "1_0.5", "x", "", " 2 ", "1e-400", ".5", "5.")], t(lambda: float([])), t(lambda: float(10**400)))
print(0.1 + 0.2, 1/3, 2/3, 1e22, 1e23, 123456789012345678, 1.0, 100.0, 1e15, 1e16, 123456789.123456789, 5e-324, 1.7976931348623157e308, 0.1 * 3, 1e-7, 1.1 ** 10, 2 ** 0.5, 10 ** -3, 7 // 2, -7 // 2, 7 % -3, -7 % 3, 7.5 // 2, -7.5 % 2, divmod(-7.5, 2))
print(sum([0.1] * 10), sum([1, 2.5, 3]), sum([10**20, 1]), sum(range(1000000)), min(3, 1.5, 2), max("a", "b"), min([3, 1, 2], key=lambda x: -x), max([], default=5), sum([[1], [2]], []), min((1, 2), (1, 1)))
print(True + True, True & 1, True and 1, not True, True == 1, isinstance(True, int), True | False, True ^ True, ~True, -True, True * 3, True / 2, int(True), float(True), str(True), f"{True:d}")
print(str(10**4299)[:5], t(lambda: str(10**4300)), t(lambda: int("1" * 4301)), len(str(2**10000)), t(lambda: 10**5000 > 10**4999))
print((0.5).as_integer_ratio(), float.fromhex("0x1.8p3"), (1e100).hex(), (3).conjugate(), (3).real, (3).imag, (3.5).real, (5).numerator, (5).denominator, (255).bit_count())
