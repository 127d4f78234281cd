# Classes, attributes, methods.
class Point:
    """A point."""
    count = 0
    def __init__(self, x, y=0):
        self.x = x
        self.y = y
        Point.count += 1
    def add(self, other):
        return Point(self.x + other.x, self.y + other.y)
    def __repr__(self):
        return f"Point({self.x}, {self.y})"
p, q = Point(1, 2), Point(y=5, x=3)
print(p, q, p.add(q), Point.count, p.count, str(p), [p], (q,), {"p": p})
p.count = 100
p.z = "new"
print(p.count, Point.count, p.z, p.__dict__, Point.__name__, Point.__doc__, type(p) is Point, type(p).__name__, isinstance(p, Point), isinstance(p, (int, object)))
del p.count
print(p.count, hasattr(p, "z"), hasattr(p, "w"), getattr(p, "w", "default"), getattr(p, "x"))
setattr(p, "w", 9); delattr(p, "z")
print(p.__dict__, vars(p) == p.__dict__)
m = p.add
print(m(q), m.__self__ is p, m.__func__ is Point.add, Point.add(p, q), m.__name__, Point.add.__qualname__)
Point.scale = lambda self, k: Point(self.x * k, self.y * k)
print(p.scale(3), q.scale(2))
for f in (lambda: p.nothing, lambda: Point.nothing, lambda: Point(), lambda: Point(1, 2, 3), lambda: p.add(), lambda: Point.add(1), lambda: p(), lambda: p + q, lambda: p[0], lambda: len(p), lambda: p < q, lambda: iter(p), lambda: p.add.x):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
try:
    del p.missing
except AttributeError as e:
    print(e)
class Empty: pass
e = Empty()
for i in range(30):
    setattr(e, f"a{i}", i)
for i in range(0, 30, 2):
    delattr(e, f"a{i}")
print(e.__dict__, p == p, p == Point(1, 2), p != q, bool(e), Empty.__module__)
