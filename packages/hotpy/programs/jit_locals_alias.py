from builtins import vars as V
L = locals
def f(a, n):
    x = a + 1
    y = x * 2
    for i in range(n):
        z = i
    return sorted(L())
def g(a):
    t = a; u = t
    t = 5
    return sorted(V())
for i in range(300):
    r = f(i, 3); s = g(i)
print(r, s)
def h(a, fn=locals):
    p = a; q = p
    return sorted(fn())
for i in range(300): r = h(i)
print(r)
