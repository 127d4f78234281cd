"""Primes by slices of a list, and sums over them."""


def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    for n in range(2, int(limit**0.5) + 1):
        if flags[n]:
            flags[n * n :: n] = [False] * len(range(n * n, limit + 1, n))
    return [n for n, flag in enumerate(flags) if flag]


def totients(limit):
    values = list(range(limit + 1))
    for n in range(2, limit + 1):
        if values[n] == n:
            for multiple in range(n, limit + 1, n):
                values[multiple] -= values[multiple] // n
    return values


def main():
    primes = sieve(3000000)
    twins = sum(1 for a, b in zip(primes, primes[1:]) if b - a == 2)
    phi = totients(900000)
    return f"{len(primes)} {twins} {sum(phi)} {max(primes)}"
