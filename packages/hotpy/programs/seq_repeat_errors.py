# What may be multiplied with a sequence, on either side.
class Index:
    def __index__(self): return 2
class Reflected:
    def __rmul__(self, other): return "rmul"
class Left:
    def __mul__(self, other): return "mul"
for f in (lambda: None * [1], lambda: 1.5 * "a", lambda: "a" * 1.5, lambda: [1] * None, lambda: (1,) * (2,), lambda: "a" * "b", lambda: {} * [1], lambda: [] * {},
          lambda: Index() * "ab", lambda: (1,) * Index(), lambda: [1] * Reflected(), lambda: Left() * [1], lambda: [1] * Left(), lambda: object() * "a",
          lambda: "ab" * True, lambda: False * [1], lambda: -5 * (1,), lambda: [1] * 2**70, lambda: 2**70 * "a"):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
x = None
for value in ("a", [1], (1,)):
    try:
        x *= value
    except TypeError as e:
        print(e)
    y = value
    y *= 2
    print(y, value)
    try:
        y *= 0.5
    except TypeError as e:
        print(e)
