# Decorators with and without arguments, on functions, methods and classes.
def twice(f):
    def wrapper(*args, **kwargs):
        f(*args, **kwargs)
        return f(*args, **kwargs)
    return wrapper
def repeat(n):
    def decorate(f):
        def wrapper(*args):
            return [f(*args) for _ in range(n)]
        wrapper.__name__ = f.__name__
        return wrapper
    return decorate
@twice
def hello(name):
    print("hello", name)
    return name
print(hello("x"))
@repeat(3)
def square(x):
    return x * x
print(square(4), square.__name__)
def memo(f):
    cache = {}
    def wrapper(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    return wrapper
@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(90))
registry = {}
def register(cls):
    registry[cls.__name__] = cls
    return cls
@register
class A:
    @staticmethod
    def s(x): return x + 1
    @classmethod
    def c(cls, x): return cls.__name__, x
    @property
    def p(self): return "property"
print(registry["A"] is A, A.s(1), A().s(2), A.c(3), A().c(4), A().p)
@(lambda f: lambda: f() * 2)
def odd(): return 21
print(odd())
