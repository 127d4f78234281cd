# What is thrown into a generator that has not begun is raised at its first line.
import traceback


def generator():
    yield 1


def outer():
    yield from generator()


async def coroutine():
    pass


def show(make):
    try:
        make()
    except Exception as error:
        entries = traceback.extract_tb(error.__traceback__)[1:]
        print(repr(error), repr(error.__cause__), [(entry.name, entry.lineno) for entry in entries])


for _ in range(3):
    show(lambda: generator().throw(ValueError(1)))
    show(lambda: outer().throw(ValueError(2)))
    show(lambda: generator().throw(StopIteration(3)))
    show(lambda: coroutine().throw(OSError(4)))
    show(lambda: (_ for _ in ()).throw(KeyError(5)))
g = generator()
show(lambda: g.throw(LookupError))
print(list(g), g.gi_frame)
for i in range(2000):
    try:
        generator().throw(IndexError(i))
    except IndexError as error:
        last = error.args, error.__traceback__.tb_next.tb_lineno
print(last)
