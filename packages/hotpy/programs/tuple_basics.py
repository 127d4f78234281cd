# Tuples.
t = (1, "a", 2.5)
print(t, t[0], t[-1], len(t), t + (4,), t * 2, t[1:], (1,), (), ((),), 1 in t, t.count(1), t.index("a"))
a, b, c = t
print(a, b, c)
(a, b), [c, d] = (1, 2), (3, 4)
print(a, b, c, d)
first, *rest = range(5)
*init, last = "abc"
x, *y, z = [1, 2]
print(first, rest, init, last, x, y, z)
[p, [q, *r]] = 1, (2, 3, 4)
print(p, q, r)
a, b = b, a
a, b, c = c, a, b
print(a, b, c)
i = 0
l = [0, 0, 0]
i, l[i] = 1, 5
print(i, l)
l = [1, 2, 3]
l[0], l[1], l[2] = l[2], l[0], l[1]
print(l)
for bad in (lambda: unpack2([1]), lambda: unpack2([1, 2, 3]), lambda: unpack2(5), lambda: unpack_star([]), lambda: unpack2("abc"), lambda: unpack2(iter([1]))):
    def unpack2(v):
        a, b = v
    def unpack_star(v):
        a, *b = v
    try:
        bad()
    except Exception as e:
        print(type(e).__name__ + ":", e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
print((1, 2) == [1, 2], (1, 2) < (1, 2, 0), tuple("ab"), tuple([1]), tuple(()), (1, (2, (3,))))
print(*(1, 2), *[3], *"45", sep="-")
