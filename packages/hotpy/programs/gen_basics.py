# Generators: next, send, return values, exhaustion.
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1
g = count(3)
print(next(g), next(g), next(g), next(g, "done"), next(g, "still done"), list(g), list(count(4)), sum(count(100)))
def echo():
    received = []
    while len(received) < 3:
        received.append((yield len(received)))
    return received
e = echo()
print(next(e), e.send("a"), e.send("b"))
try:
    e.send("c")
except StopIteration as s:
    print("returned", s.value)
try:
    echo().send(1)
except TypeError as x:
    print(x)
def empty():
    return
    yield
print(list(empty()), [*empty()], next(empty(), None))
def averager():
    total = count = 0
    average = None
    while True:
        x = yield average
        total += x
        count += 1
        average = total / count
a = averager()
next(a)
print([a.send(x) for x in (10, 20, 60)])
def infinite():
    n = 0
    while True:
        yield n
        n += 1
def take(n, it):
    for x in it:
        if n == 0: return
        n -= 1
        yield x
print(list(take(5, infinite())), list(take(3, "abcdef")))
def primes():
    found = []
    for n in infinite():
        if n > 1 and all(n % p for p in found):
            found.append(n)
            yield n
print(list(take(15, primes())))
def walk(tree):
    if tree:
        left, value, right = tree
        yield from walk(left)
        yield value
        yield from walk(right)
print(list(walk(((None, 1, None), 2, ((None, 3, None), 4, None)))))
print(iter(g) is g, type(g).__name__, g.__name__, [x for x in (y * 2 for y in count(3))])
gens = [count(3) for _ in range(3)]
print([next(g) for _ in range(3) for g in gens])
a, b, c = count(3)
print(a, b, c, dict(enumerate(count(2))), 5 in infinite(), max(count(6)), ",".join(map(str, count(3))))
