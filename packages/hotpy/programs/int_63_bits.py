# Overflow of 64-bit integers in each operator, both signs.
M = 2**63 - 1
N = -2**63
for a in (M, N, M - 1, N + 1, 2**62, 3037000500, -3037000500):
    print(a + 1, a - 1, a * a, -a, ~a, abs(a), a << 1, a >> 1, a // -1, a % -10, divmod(a, 10))
for b in (1, 2, -1, 63, 64, 65):
    print(b, M >> abs(b), N >> abs(b), 1 << abs(b), -1 << abs(b), M // b, N // b, M % b, N % b)
print(M * -1 - 1 == N, N * -1, N // -1, N % -1, abs(N))
x = 1
for i in range(70):
    x = x * 2
    if i > 60:
        print(i, x, -x, x - 1)
while x > 2**60:
    x >>= 1
print(x)
