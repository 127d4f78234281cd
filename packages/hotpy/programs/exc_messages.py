# Messages of common runtime errors.
class K:
    def m(self, a): pass
    x = 1
k = K()
nothing = None
def two(a, b): pass
import math
cases = [
    lambda: undefined, lambda: k.y, lambda: K.y, lambda: k.m(), lambda: k.m(1, 2), lambda: two(1), lambda: two(1, 2, 3), lambda: two(1, b=2, c=3), lambda: two(1, a=1),
    lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.factorial(-1), lambda: math.nothing, lambda: "a" + 1, lambda: 1 + "a", lambda: [1] + (2,), lambda: "abc"[10], lambda: (1,)[3],
    lambda: {}["k"], lambda: int("x"), lambda: float("x"), lambda: None.attr, lambda: nothing[0], lambda: nothing(), lambda: (5).x, lambda: "s".x, lambda: [].x, lambda: two.x,
    lambda: len(1), lambda: iter(1), lambda: next([]), lambda: next(iter([])), lambda: max([]), lambda: max(1), lambda: sum("ab"), lambda: sum(["a"]), lambda: abs("a"), lambda: round("a"), lambda: ord(""), lambda: chr("a"),
    lambda: sorted(5), lambda: list(5), lambda: dict([1]), lambda: tuple(1), lambda: int([]), lambda: str(1, 2, 3, 4), lambda: range("a"), lambda: isinstance(1, 1), lambda: issubclass(1, int), lambda: hash([]),
    lambda: print(x=1), lambda: getattr(1), lambda: setattr(1, "a", 2), lambda: object().x, lambda: object(1), lambda: super(), lambda: [1, 2, 3].index(9), lambda: "a".index("b"), lambda: [].pop(), lambda: {}.popitem(), lambda: divmod(1, 0), lambda: pow("a", 2),
    lambda: 10 ** 10 % 0, lambda: 1.5 % 0, lambda: "%d" % "a", lambda: "%s %s" % 1, lambda: "%s" % (1, 2), lambda: "{}".format(), lambda: "{x}".format(), lambda: f"{1:z}", lambda: f"{'a':d}", lambda: zip(1), lambda: map(1), lambda: enumerate(), lambda: reversed(1), lambda: all(1), lambda: min(),
]
for i, case in enumerate(cases):
    try:
        print(i, "no error", case())
    except Exception as e:
        print(i, type(e).__name__ + ":", e)
