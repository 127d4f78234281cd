# int(), str(), bool() and how numbers print.
for text in ("0", "  12 ", "-7", "+8", "1_000", "0b101", "0x1F", "0o17", "１２"):
    try:
        print(repr(text), int(text, 0) if text.strip()[:1] == "0" else int(text))
    except ValueError as e:
        print(e)
print(int("ff", 16), int("z", 36), int("-101", 2), int("0x1f", 16))
for bad in ("", "1.5", "abc", "1__0", "_1", "0x", "1 2", "9" * 3 + "a"):
    try:
        print(int(bad))
    except ValueError as e:
        print(e)
print(int(3.9), int(-3.9), int(True), int(1e15))
for bad in (float("inf"), float("nan"), -float("inf")):
    try:
        int(bad)
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
try:
    int(None)
except TypeError as e:
    print(e)
try:
    int("12", 99)
except ValueError as e:
    print(e)
print(bool(0), bool(-1), bool(0.0), bool(""), bool(" "), bool([]), bool([0]), bool(None), bool({}), bool({0: 0}))
print(str(10**20), repr(-5), (5).bit_length(), (-256).bit_length())
print(round(7), round(15, -1), round(25, -1), round(-15, -1), round(1234567, -3))
