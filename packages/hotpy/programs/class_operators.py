# Operator methods, reflected ones, NotImplemented.
class V:
    def __init__(self, x): self.x = x
    def __repr__(self): return f"V({self.x})"
    def __add__(self, o): return V(self.x + o.x) if isinstance(o, V) else NotImplemented
    def __radd__(self, o): return V(o + self.x)
    def __sub__(self, o): return V(self.x - (o.x if isinstance(o, V) else o))
    def __rsub__(self, o): return V(o - self.x)
    def __mul__(self, o): return V(self.x * o)
    __rmul__ = __mul__
    def __truediv__(self, o): return V(self.x / o)
    def __floordiv__(self, o): return V(self.x // o)
    def __mod__(self, o): return V(self.x % o)
    def __pow__(self, o): return V(self.x ** o)
    def __neg__(self): return V(-self.x)
    def __pos__(self): return self
    def __invert__(self): return V(~self.x)
    def __abs__(self): return V(abs(self.x))
    def __and__(self, o): return "and"
    def __or__(self, o): return "or"
    def __xor__(self, o): return "xor"
    def __lshift__(self, o): return "<<"
    def __rshift__(self, o): return ">>"
    def __matmul__(self, o): return "@"
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __lt__(self, o): return self.x < o.x
    def __le__(self, o): return self.x <= o.x
    def __bool__(self): return self.x != 0
    def __int__(self): return self.x
    def __float__(self): return float(self.x)
    def __index__(self): return self.x
a, b = V(3), V(5)
print(a + b, 1 + a, a - b, a - 1, 10 - a, a * 2, 2 * a, a / 2, a // 2, a % 2, a ** 2, -a, +a, ~a, abs(V(-4)))
print(a & b, a | b, a ^ b, a << b, a >> b, a @ b, a == b, a == V(3), a != b, a < b, a <= b, a > b, a >= b, not V(0), int(a), float(a), [10, 20, 30, 40][a], "x" * a, range(a), hex(b))
try:
    a + 1
except TypeError as e:
    print(e)
class W(V):
    def __radd__(self, o): return "W.__radd__ first"
print(a + W(1), W(1) + a)
class I:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(o); return self
    def __imul__(self, o): return "replaced"
i = j = I()
i += 1; i += 2
print(i is j, i.log)
i *= 2
print(i)
x = V(1)
x += V(2); x *= 3
print(x, sum([V(1), V(2)], V(0)), sum([1, 2, 3]), max(a, b), sorted([b, a, V(4)]))
class Silent:
    def __add__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
    def __eq__(self, o): return NotImplemented
for f in (lambda: Silent() + 1, lambda: Silent() < Silent(), lambda: Silent() == Silent(), lambda: 1 + Silent(), lambda: -Silent()):
    try:
        print(f())
    except TypeError as e:
        print(e)
