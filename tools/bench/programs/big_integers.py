"""Integers of many digits: pi by Gosper's series, RSA with small keys, Fibonacci by doubling, factorials."""


def pi_digits(count):
    q, r, t, i = 1, 180, 60, 2
    digits = []
    while len(digits) < count:
        u, y = 3 * (3 * i + 1) * (3 * i + 2), (q * (27 * i - 12) + 5 * r) // (5 * t)
        digits.append(y)
        q, r, t, i = 10 * q * i * (2 * i - 1), 10 * u * (q * (5 * i - 2) + r - y * t), t * u, i + 1
    return digits


def extended_gcd(a, b):
    x0, x1 = 1, 0
    while b:
        quotient = a // b
        a, b = b, a - quotient * b
        x0, x1 = x1, x0 - quotient * x1
    return a, x0


def is_prime(n):
    if n % 2 == 0:
        return n == 2
    d, s = n - 1, 0
    while d % 2 == 0:
        d //= 2
        s += 1
    for base in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(base, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def next_prime(n):
    n |= 1
    while not is_prime(n):
        n += 2
    return n


def fibonacci(n):
    if n == 0:
        return 0, 1
    a, b = fibonacci(n >> 1)
    c = a * (2 * b - a)
    d = a * a + b * b
    return (d, c + d) if n & 1 else (c, d)


def main():
    digits = pi_digits(4000)
    p, q = next_prime(10**80 + 12345), next_prime(10**81 + 67890)
    modulus, exponent = p * q, 65537
    _, secret = extended_gcd(exponent, (p - 1) * (q - 1))
    secret %= (p - 1) * (q - 1)
    for message in range(10**20, 10**20 + 500):
        cipher = pow(message, exponent, modulus)
        if pow(cipher, secret, modulus) != message:
            raise AssertionError(message)
    number = fibonacci(400000)[0]
    factorial = 1
    for i in range(1, 6000):
        factorial *= i
    return f"{''.join(map(str, digits[-10:]))} {number % 10**15} {factorial.bit_length()} {p % 1000}"
