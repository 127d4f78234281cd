# Integers of any size: every operator at the borders of 30, 32, 62, 63, 64, 96 and more bits, all signs, in a loop that gets hot.
import math
import sys

sys.set_int_max_str_digits(0)


class Digest:
    """A checksum of everything that was computed, so that the output stays short."""

    def __init__(self):
        self.value = 17
        self.count = 0

    def add(self, number):
        self.value = (self.value * 1000003 + number) % (2**89 - 1)
        self.count += 1


def borders():
    values = [0, 1, 2, 3, 7, 10, 255]
    for bits in (30, 31, 32, 33, 62, 63, 64, 65, 95, 96, 128, 500, 1280, 1500):
        for delta in (-1, 0, 1):
            values.append((1 << bits) + delta)
    values += [10**19, 10**40, 3**200, 7**1000, 10**400 - 1]
    return values + [-value for value in values[1:]]


VALUES = borders()


def arithmetic(digest):
    for a in VALUES:
        for b in VALUES:
            digest.add(a + b)
            digest.add(a - b)
            digest.add(a * b)
            digest.add(a & b)
            digest.add(a | b)
            digest.add(a ^ b)
            digest.add((a < b) + 2 * (a <= b) + 4 * (a == b) + 8 * (a != b) + 16 * (a > b) + 32 * (a >= b))
            if b:
                digest.add(a // b)
                digest.add(a % b)
                q, r = divmod(a * b + 5, b)
                digest.add(q)
                digest.add(r)
                assert q * b + r == a * b + 5


def unary(digest):
    for a in VALUES:
        digest.add(-a)
        digest.add(~a)
        digest.add(abs(a))
        digest.add(hash(a))
        digest.add(a.bit_length())
        digest.add(a.bit_count())
        digest.add(len(str(a)))
        assert int(str(a)) == a
        assert int(hex(a), 16) == int(oct(a), 0) == int(bin(a), 2) == a
        for shift in (0, 1, 29, 31, 32, 33, 63, 64, 100, 1000):
            digest.add(a << shift)
            digest.add(a >> shift)
            assert a << shift >> shift == a
        if a >= 0:
            root = math.isqrt(a)
            assert root * root <= a < (root + 1) ** 2
            digest.add(root)


def powers(digest):
    for a in VALUES:
        for n in (0, 1, 2, 5, 13):
            digest.add(a**n)
        for m in (1, 2, -7, 2**31, 2**61 - 1, 10**30 + 57, -(3**90)):
            digest.add(pow(a, 65537, m))
            digest.add(pow(3, abs(a) % 2**70, m))
            if math.gcd(a, m) == 1:
                digest.add(pow(a, -1, m))
        digest.add(math.gcd(a, 2**64 * 3**50))
        digest.add(math.lcm(a, 360))


def floats():
    for a in VALUES:
        try:
            print(float(a) if abs(a) < 10**18 else "%.17g" % float(a), end=" ")
        except OverflowError as error:
            print(error, end=" ")
        for b in (3, 10**25, -(7**40), 2**1100 + 1):
            try:
                print((a / b).hex(), end=" ")
            except OverflowError as error:
                print(error, end=" ")
    print()
    big = 2**53 + 1
    print(big == 2.0**53, big > 2.0**53, 10**400 > 1e308, -(10**400) < float("-inf"), 10**400 == float("inf"))
    print({1: "a", 2**64: "b", 10**300: "c"}[2.0**64], {2.0**64, 2**64, 10**30, 1e30})
    print(int(1e300) == 10**300, int(1e300), int(-1.5e20), int(2.0**63), int(-(2.0**63)))


def texts():
    for text, base in [
        ("  -12_345_678_901_234_567_890_123\n", 10),
        ("0x_FFFF_ffff_ffff_ffff_f", 0),
        ("0b" + "1" * 70, 0),
        ("-0o7" + "0" * 30, 8),
        ("zz" * 12, 36),
        ("1" * 100, 3),
        ("٣" * 25, 10),
        ("9" * 500, 10),
    ]:
        print(int(text, base))
    for text, base in [("1__0", 10), ("_1", 10), ("1_", 10), ("12a", 10), ("0x", 16), ("08", 0), ("2" * 50, 2), ("", 10), ("é", 10), ("٣x", 10)]:
        try:
            print(int(text, base))
        except ValueError as error:
            print(error)
    big = 3**150
    print(f"{big:,} {-big:_x} {big:+d} {big:#o} {big:^90}", "%x %o %d" % (big, big, -big), hex(-big))


def limits():
    for run in (
        lambda: 1 << 10**30,
        lambda: 1 << -1,
        lambda: 10**30 >> -(10**30),
        lambda: 10**30 // 0,
        lambda: divmod(10**30, 0),
        lambda: pow(10**30, 2, 0),
        lambda: pow(6, -1, 3**50),
        lambda: 10**400 / 3,
        lambda: float(10**400),
        lambda: 10**400 + 1.5,
        lambda: (-1) ** (10**30 + 1),
        lambda: 0 ** (10**30),
        lambda: 0 << 10**30,
        lambda: -1 >> 10**30,
    ):
        try:
            print(run())
        except (ArithmeticError, ValueError, MemoryError) as error:
            print(type(error).__name__, error)
    sys.set_int_max_str_digits(4300)
    for run in (lambda: len(str(10**4300 - 1)), lambda: str(10**4300), lambda: int("1" * 4301), lambda: len(hex(1 << 99999))):
        try:
            print(run())
        except ValueError as error:
            print(error)
    sys.set_int_max_str_digits(0)


def long():
    a = 7**12000
    b = 3**9000 + 1
    text = str(a)
    print(len(text), text[:20], text[-20:], int(text) == a)
    print(a * b // b == a, (a * b + 12345) % b, hash(a), a.bit_length(), str(a // b)[:30])
    print(math.isqrt(a) ** 2 <= a, math.gcd(a * 10**50, b * 10**60) % 10**50, pow(a, b, 10**40 + 1))


digest = Digest()
for section in (arithmetic, unary, powers):
    section(digest)
    print(section.__name__, digest.count, digest.value)
floats()
texts()
limits()
long()
