# Arithmetic around the edges of 31-bit tagged integers.
for n in (2**30 - 2, 2**30 - 1, 2**30, 2**31 - 1, 2**31, -2**30, -2**30 - 1, -2**31, -2**31 - 1):
    print(n, n + 1, n - 1, -n, n * 2, n // 3, n % 7, n ^ 5, n & 0xFFFF, n | 1, ~n)

total = 0
for i in range(100):
    total += 2**25
    if i % 20 == 0:
        print(i, total)
for i in range(100):
    total -= 2**26
print(total)
print(1 - 2 ** 30 == -(2 ** 30 - 1), -(-2**30), abs(-2**30), abs(-2**31))
