"""Recursive calls: fib in several forms."""


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def fib_expression(n):
    return n if n < 2 else fib_expression(n - 1) + fib_expression(n - 2)


def fib_float(n):
    return 1.0 if n < 2 else fib_float(n - 1) + fib_float(n - 2)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


class Fib:
    calls = 0

    def compute(self, n):
        self.calls += 1
        return n if n < 2 else self.compute(n - 1) + self.compute(n - 2)


def product(n):
    return 1 if n == 0 else n * product(n - 1)


print(fib(14), fib_expression(13), fib_float(12), ackermann(2, 5), is_even(90), is_odd(91))
counter = Fib()
print(counter.compute(12), counter.calls, Fib.calls)
print(product(15), product(20), product(21), product(30))
print(fib(True), fib(2.5))
fib = lambda n: "rebound"
print(fib(3), [fib_expression(i) for i in range(12)])
