# Around the largest integers that doubles hold exactly.
for n in (2**53 - 1, 2**53, 2**53 + 1, -2**53, -2**53 - 1, 9007199254740993):
    print(n, n + 1, n - 1, n * 3, n + n, n // 2, n % 10, n == float(n), hash(n) == hash(float(n)))
x = 2**53
y = x + 1
print(y - x, y > x, x < y, y == x, float(x) == float(y), y == float(y))
a = 94906267
print(a * a, a * (a + 1), a * a - (a - 1) * (a + 1))
s = 0
for i in range(10):
    s += 2**53 + i
print(s)
print(int(9007199254740993.0), int(1e22), 10**22 == 1e22, 10**23 == 1e23)
