# Lists of lists.
def multiply(a, b):
    n, m, p = len(a), len(b), len(b[0])
    c = [[0] * p for _ in range(n)]
    for i in range(n):
        for j in range(p):
            s = 0
            for k in range(m):
                s += a[i][k] * b[k][j]
            c[i][j] = s
    return c
def power(m, n):
    result = [[int(i == j) for j in range(len(m))] for i in range(len(m))]
    while n:
        if n & 1: result = multiply(result, m)
        m = multiply(m, m)
        n >>= 1
    return result
print(power([[1, 1], [1, 0]], 200))
a = [[(i * 7 + j * 3) % 11 for j in range(15)] for i in range(15)]
b = [[x / 2 for x in row] for row in a]
print(multiply(a, a)[3], sum(map(sum, multiply(a, b))), [list(col) for col in zip(*a)][2])
def solve(m, v):
    n = len(v)
    rows = [row[:] + [x] for row, x in zip(m, v)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, n):
            f = rows[r][i] / rows[i][i]
            rows[r] = [x - f * y for x, y in zip(rows[r], rows[i])]
    x = [0] * n
    for i in reversed(range(n)):
        x[i] = (rows[i][n] - sum(rows[i][j] * x[j] for j in range(i + 1, n))) / rows[i][i]
    return x
print([round(x, 9) for x in solve([[2.0, 1.0, -1.0], [-3.0, -1.0, 2.0], [-2.0, 1.0, 2.0]], [8.0, -11.0, -3.0])])
