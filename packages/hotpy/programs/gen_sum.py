# A sum over a generator: the loop that resumes one frame again and again.
def numbers(n):
    i = 0
    while i < n:
        yield i
        i += 1
def total(n):
    s = 0
    for x in numbers(n):
        s += x
    return s
print(total(30000))
print(sum(x * x for x in range(10000)))
def evens(it):
    for x in it:
        if x % 2 == 0:
            yield x
def scaled(it, k):
    for x in it:
        yield x * k
s = 0
for x in scaled(evens(numbers(10000)), 0.5):
    s += x
print(s)
def pairs(n):
    for i in range(n):
        for j in range(i):
            yield i, j
print(sum(i * j for i, j in pairs(120)))
def mixed(n):
    for i in range(n):
        if i == n - 5:
            yield 2**62
        elif i % 1000 == 999:
            yield 0.5
        else:
            yield i
t = 0
for v in mixed(5000):
    t += v
print(t)
