# Spectral norm: float division of integers, generators and lists.
def a(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)
def times(v):
    n = len(v)
    return [sum(a(i, j) * v[j] for j in range(n)) for i in range(n)]
def times_transposed(v):
    n = len(v)
    return [sum(a(j, i) * v[j] for j in range(n)) for i in range(n)]
u = [1.0] * 24
for _ in range(4):
    v = times_transposed(times(u))
    u = times_transposed(times(v))
vbv = sum(x * y for x, y in zip(u, v))
vv = sum(x * x for x in v)
print("%0.9f" % (vbv / vv) ** 0.5)
