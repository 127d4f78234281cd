import gc


def plain():
    try:
        yield 1
        yield 2
    finally:
        print("plain: finally")


class Manager:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__)


def managed():
    with Manager("m"):
        with Manager("n"):
            yield 1


def delegating():
    print("got", (yield from plain()))


def caught():
    try:
        yield 1
    except GeneratorExit:
        print("caught")
        return


def nested():
    try:
        try:
            yield 1
        finally:
            print("inner")
    finally:
        print("outer")


for make in (plain, managed, delegating, caught, nested):
    g = make()
    next(g)
    del g
    gc.collect()

# Neither one that has not begun nor one that has ended has anything to do.
g = plain()
del g
gc.collect()
g = plain()
print(list(g))
del g
gc.collect()

# Left by a loop.
for value in plain():
    break
gc.collect()


def leave():
    for value in managed():
        return value


left = leave()
gc.collect()
print(left)


# A finaliser's values are those of the generator when it was suspended.
def counting(n):
    total = 0
    try:
        for i in range(n):
            total += i
            yield total
    finally:
        print("total", total, "n", n)


c = counting(10)
for _ in range(5):
    next(c)
c = None
gc.collect()


# A cycle of a generator and an object.
class Holder:
    pass


def cyclic(holder):
    try:
        yield holder
    finally:
        print("cyclic", type(holder).__name__)


holder = Holder()
holder.generator = cyclic(holder)
next(holder.generator)
del holder
gc.collect()


class Iterator:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def close(self):
        print("closed")


def over(iterator):
    yield from iterator


o = over(Iterator())
next(o)
del o
gc.collect()
expression = (v for v in plain())
next(expression)
del expression
gc.collect()
print("done")
