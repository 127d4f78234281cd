# Annotations of variables, parameters and results.
x: int = 1
y: "later"
class C:
    a: int
    b: str = "x"
    def f(self, p: int, *q: float, r: "str" = "d", **s) -> list: return [p, q, r]
def g():
    local: undefined_name = 5
    other: also_undefined
    return local
print(x, __annotations__, C.__annotations__, C.f.__annotations__, g(), C().f(1, 2.5, r="z"), hasattr(C, "a"))
try:
    y
except NameError as e:
    print(e)
(x): float = 2
C.b: int = 3
print(x, C.b, __annotations__)
