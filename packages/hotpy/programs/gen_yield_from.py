# yield from: values, returns, iterables of every kind.
def sub(n):
    total = 0
    for i in range(n):
        x = yield i
        total += x or 0
    return total
def main():
    a = yield from sub(2)
    b = yield from sub(3)
    return a, b
g = main()
out = [next(g)]
try:
    while True:
        out.append(g.send(10))
except StopIteration as e:
    print(out, e.value)
def chain(*iterables):
    for it in iterables:
        yield from it
print(list(chain("ab", [1, 2], (3,), {4: 5}, range(2), (x for x in "z"), {}.items())))
def deep(n):
    if n > 0:
        yield n
        yield from deep(n - 1)
print(list(deep(60))[::20], sum(deep(100)))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("result")
        return self.n
def use():
    r = yield from It()
    yield r
print(list(use()))
def bad():
    yield from 5
try:
    list(bad())
except TypeError as e:
    print(e)
class Plain:
    def __iter__(self): return iter([1, 2])
def plain():
    yield from Plain()
p = plain(); next(p)
try:
    p.send("x")
except AttributeError as e:
    print(e)
def tree(n):
    return None if n == 0 else (tree(n - 1), n, tree(n - 1))
def traverse(t):
    if t is not None:
        yield from traverse(t[0])
        yield t[1]
        yield from traverse(t[2])
print(sum(traverse(tree(8))), list(traverse(tree(3))))
