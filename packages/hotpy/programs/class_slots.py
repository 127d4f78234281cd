class Point:
    __slots__ = ("x", "y")

p = Point()
p.x = 1
try:
    p.z = 2
except AttributeError as e:
    print(e)
