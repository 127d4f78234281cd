# An exception in a class body, a lambda, a comprehension and a generator.
def gen(n):
    for i in range(n):
        yield 10 // (2 - i)
def consume():
    return [x for x in gen(5)]
key = lambda x: consume()
def build():
    class Local:
        value = sorted([2, 1], key=key)
    return Local
build()
