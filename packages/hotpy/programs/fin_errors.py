import gc


class Bad:
    def __init__(self, error):
        self.error = error

    def __del__(self):
        raise self.error


class Odd(Exception):
    def __str__(self):
        raise ValueError("no text")


def collect(*objects):
    del objects
    gc.collect()


for error in (KeyError("k"), ValueError(), Odd(), SystemExit(3), KeyboardInterrupt()):
    b = Bad(error)
    del b, error
    gc.collect()


class Named:
    def __repr__(self):
        return "<a callable>"

    def __call__(self):
        1 / 0


class Slot:
    __del__ = Named()


s = Slot()
del s
gc.collect()


def deep(n):
    return 1 / n if n == 0 else deep(n - 1)


class Deep:
    def __del__(self):
        deep(3)


d = Deep()
del d
gc.collect()


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            pass


def failing():
    try:
        yield 1
    finally:
        raise ValueError("in a generator")


g = failing()
next(g)
del g
gc.collect()
print("goes on")
s = stubborn()
next(s)
last = Bad(TypeError("at the end"))
