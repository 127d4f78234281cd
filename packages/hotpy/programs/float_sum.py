# Floats that accumulate, in loops long enough to be compiled.
def harmonic(n):
    s = 0.0
    for i in range(1, n):
        s += 1.0 / i
    return s
def alternating(n):
    s = 0.0
    sign = 1.0
    for i in range(n):
        s += sign / (2 * i + 1)
        sign = -sign
    return 4 * s
def newton(x):
    y = x
    while True:
        z = (y + x / y) / 2
        if abs(z - y) < 1e-12:
            return z
        y = z
print(harmonic(20000))
print(alternating(20000))
print(newton(2.0), newton(2), newton(1e10))
x = 0.5
for i in range(5000):
    x = 3.7 * x * (1 - x)
print(x)
x = 1
for i in range(3000):
    x = x + 0.5 if i % 2 else x + 1
print(x)
