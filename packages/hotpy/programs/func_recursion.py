# Recursion of several shapes.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
def ackermann(m, n):
    if m == 0: return n + 1
    if n == 0: return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))
def hanoi(n, a, b, c):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
def is_even(n): return True if n == 0 else is_odd(n - 1)
def is_odd(n): return False if n == 0 else is_even(n - 1)
def permutations(xs):
    if not xs: return [[]]
    return [[x] + p for i, x in enumerate(xs) for p in permutations(xs[:i] + xs[i + 1:])]
def flatten(x):
    return [x] if not isinstance(x, list) else [z for y in x for z in flatten(y)]
print([fib(n) for n in range(20)], ackermann(2, 5), hanoi(10, "a", "b", "c"), is_even(200), is_odd(301))
print(len(permutations([1, 2, 3, 4])), permutations("ab") if False else permutations([1, 2, 3])[3], flatten([1, [2, [3, [4]], []], [[5]]]))
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900))
def gcd(a, b):
    return a if b == 0 else gcd(b, a % b)
print(gcd(2**40, 6**20), gcd(17, 5), gcd(0, 5))
