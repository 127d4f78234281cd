import sys
class A:
    def __str__(self):
        return f"{sys._getframe(1).f_lineno} {me.gi_frame.f_lineno if me else 0}"
    __repr__ = __str__
me = None
def f():
    x = 1
    print(A())
    y = 2
    print(A(), A())
    z = str(A())
    print(z)
    return [
        repr(A()),
        "{}".format(A()), f"{A()}", [A()].__str__()]
print(f())
def g():
    x = 1
    yield 1
    print(A())
    yield
    y = str(A())
    print(y)
    print(
        A(), A())
    print("%r" % [A()])
    yield
me = g()
for _ in me: pass
async def co():
    print(1)
    await sl()
    print(A())
async def sl():
    pass
import types
class M:
    gi_frame = property(lambda s: c.cr_frame)
me = M()
c = co()
try: c.send(None)
except StopIteration: pass
@types.coroutine
def y1(): yield 1
async def co():
    print(1)
    await y1()
    z = 3
    print(A())
c = co()
c.send(None)
try: c.send(None)
except StopIteration: pass
async def task():
    await asyncio.sleep(0)
    z = 3
    print(A())
    print(A())
    str(A())
    print(A())
import asyncio
c = task()
asyncio.run(c)
print(repr(asyncio.run(asyncio.sleep(0))))


async def shown():
    await asyncio.sleep(0)
    print(repr(asyncio.current_task()).split("coro=")[1].split(":")[-1].split(">")[0], str(asyncio.current_task()).count("running"))
    print(sys._getframe().f_lineno)


asyncio.run(shown())
