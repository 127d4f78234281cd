# Integers of any size.
def factorial(n):
    r = 1
    while n > 1:
        r *= n
        n -= 1
    return r
def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a
print(factorial(50))
print(factorial(30) // factorial(28), factorial(30) % 10**9)
print(fibonacci(300))
print(2**200, -2**200, (-3)**101)
print(10**40 // 7, -10**40 // 7, 10**40 % 7, -10**40 % 7, 10**40 % -7)
print(10**40 & 2**70 - 1, 10**40 | 1, 10**40 ^ 10**39, ~10**40)
print(1 << 100, (1 << 100) >> 90, -1 << 100, -(1 << 100) >> 98, -1 >> 1000)
print(10**40 > 10**39, 10**40 == 10**40 + 0, 10**40 != 10**40 + 1, -10**40 < 0)
print(hex(10**30), oct(2**70), bin(-2**65), int("123456789012345678901234567890"))
print(pow(3, 200, 10**20), pow(7, -1, 31), pow(2, 0, 1))
print(10**25 / 10**24, 10**400 // 10**399, (10**400).bit_length())
try:
    print(10**400 / 3)
except OverflowError as e:
    print(e)
try:
    print(float(10**400))
except OverflowError as e:
    print(e)
