# repr of floats: shortest digits, exponents, signs.
for x in (0.0, -0.0, 1.0, -1.5, 0.1, 1/3, 2/3, 1e15, 1e16, 1e17, 123456789012345680.0, 1e-4, 1e-5, 0.0001234, 1e100, 1e-100, 1.7976931348623157e308,
          5e-324, 2.2250738585072014e-308, 1e22, 1e23, 9007199254740993.0, 3.141592653589793, 100.0, 1e2, 12345.678, float("inf"), -float("inf"), float("nan")):
    print(x, repr(x), str(x), [x], (x,))
print(0.1 + 0.2, 1 - 0.9, 1e16 + 1, 1e-7 * 3)
print(1.0 .is_integer(), (2.5).is_integer(), (0.5).as_integer_ratio(), float("1e3"), float(" -2.5 "), float("1_0.5"), float("-inf"), float("NaN"))
for bad in ("", "abc", "1e", "1..2", "0x1"):
    try:
        float(bad)
    except ValueError as e:
        print(e)
