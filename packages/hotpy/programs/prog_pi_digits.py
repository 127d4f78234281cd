# Digits of pi: big integers in a generator.
def digits():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = q * 10, 10 * (r - n * t), 10 * (3 * q + r) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2
out = ""
for d in digits():
    out += str(d)
    if len(out) == 150: break
print(out)
def e_digits(n):
    term = total = 10 ** (n + 10)
    k = 1
    while term:
        term //= k
        total += term
        k += 1
    return str(total)[:n]
print(e_digits(120))
def is_prime(n):
    d, s = n - 1, 0
    while d % 2 == 0: d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13):
        if n % a == 0: return n == a
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print([p for p in (2, 97, 2**31 - 1, 2**61 - 1, 2**89 - 1, 2**89 + 1, 561, 10**18 + 9) if is_prime(p)])
