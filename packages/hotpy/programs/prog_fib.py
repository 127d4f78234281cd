# Recursive calls, in variants.
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)
def fib_keyword(n, a=0, b=1):
    return a if n == 0 else fib_keyword(n - 1, b=a + b, a=b)
class Fib:
    def __init__(self): self.calls = 0
    def run(self, n):
        self.calls += 1
        return n if n < 2 else self.run(n - 1) + self.run(n - 2)
def make_fib():
    def inner(n):
        return n if n < 2 else inner(n - 1) + inner(n - 2)
    return inner
def fib_float(n):
    return n if n < 2.0 else fib_float(n - 1.0) + fib_float(n - 2.0)
def fib_big(n):
    return 2**60 if n < 2 else fib_big(n - 1) + fib_big(n - 2)
def fib_str(n):
    return "ab"[n] if n < 2 else fib_str(n - 1) + fib_str(n - 2)
print(fib(21), fib_keyword(90), make_fib()(17), fib_float(16.0), fib_big(16), len(fib_str(17)), fib_str(6))
f = Fib()
print(f.run(17), f.calls)
class Callable:
    def __call__(self, n): return n if n < 2 else self(n - 1) + self(n - 2)
print(Callable()(15))
def tak(x, y, z):
    return z if y >= x else tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))
print(tak(12, 8, 4))
fib = lambda n: -1
print(fib(21), make_fib()(10))
