# A local variable that is not read any more keeps its object alive until the function ends, whatever is compiled.
import gc


class Guard:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def guarded(n):
    guard = Guard("guard")
    items = []
    for i in range(n):
        items = [i, items and items[0]]
        if i % 500 == 0:
            gc.collect()
    print("after the loop")
    return items[0]


result = guarded(3000)
gc.collect()
print(result)


def made(n, i):
    return Guard(i) if i == n // 2 else None


def inside(n):
    for i in range(n):
        last = made(n, i)
        if last:
            kept = last
        last = None
        x = [i]
        if i % 500 == 0:
            gc.collect()
    print("after", x)


inside(3000)
gc.collect()


def waiting(depth):
    guard = Guard(depth)
    if depth:
        waiting(depth - 1)
    gc.collect()
    print("back", depth)


waiting(5)
gc.collect()


def generator():
    try:
        yield 1
        yield 2
    finally:
        print("finally")


def suspended(n):
    g = generator()
    next(g)
    total = 0
    for i in range(n):
        total += i
        if i % 500 == 0:
            gc.collect()
    print(total)


suspended(3000)
gc.collect()


def calls(f, n):
    it = f()
    return sum(i for i in range(n)), gc.collect()


for _ in range(20):
    calls(object, 10)
result = calls(lambda: Guard("argument"), 1000)[0]
gc.collect()
print(result)
