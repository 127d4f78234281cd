# Coroutines, asynchronous generators, `async for`, `async with` and comprehensions, driven by hand.
import sys
class Ticks:
    def __init__(self, n): self.n = n
    def __await__(self):
        for i in range(self.n):
            x = yield i
        return "ticked"
async def leaf(n):
    return await Ticks(n)
async def main():
    a = await leaf(2)
    b = await leaf(1)
    return a, b
def run(co):
    out = []
    try:
        while True: out.append(co.send(None))
    except StopIteration as e:
        return out, e.value
print(run(main()))
async def agen(n):
    for i in range(n):
        await Ticks(1)
        yield i
async def consume():
    r = []
    async for x in agen(3):
        r.append(x)
    else:
        r.append("else")
    r.append([y async for y in agen(3) if y != 1])
    r.append({y async for y in agen(2)})
    r.append({y: await leaf(0) async for y in agen(2)})
    g = (y * 2 async for y in agen(3))
    async for z in g: r.append(z)
    r.append([await leaf(0) for _ in range(2)])
    return r
print(run(consume()))
class CM:
    def __init__(self, s=False): self.s = s
    async def __aenter__(self):
        await Ticks(1); print("enter"); return self
    async def __aexit__(self, t, v, tb):
        await Ticks(1); print("exit", t, v); return self.s
async def withs():
    async with CM() as c, CM(True):
        print("body")
        raise ValueError("x")
    print("after")
    async def inner():
        async with CM():
            return "ret"
    print(await inner())
    for i in range(2):
        async with CM():
            if i: break
            continue
    try:
        async with CM(): raise KeyError("k")
    except KeyError as e: print("caught", e)
print(run(withs()))
async def errs():
    for mk in (lambda: 1, lambda: iter([]), lambda: None):
        try: await mk()
        except TypeError as e: print(e)
    try:
        async for x in [1]: pass
    except TypeError as e: print(e)
    class A:
        def __aiter__(self): return 1
    try:
        async for x in A(): pass
    except TypeError as e: print(e)
    class B:
        def __aiter__(self): return self
        def __anext__(self): return 3
    try:
        async for x in B(): pass
    except TypeError as e: print(e, type(e.__cause__))
    try:
        async with 3: pass
    except TypeError as e: print(e)
    class C:
        async def __aenter__(self): pass
    try:
        async with C(): pass
    except TypeError as e: print(e)
    class D:
        def __aenter__(self): return 1
        def __aexit__(self, *a): return 2
    try:
        async with D(): pass
    except TypeError as e: print(e)
    class D:
        async def __aenter__(self): return 1
        def __aexit__(self, *a): return 2
    try:
        async with D(): pass
    except TypeError as e: print(e)
    c = leaf(0)
    print(await c)
    try: await c
    except RuntimeError as e: print(e)
print(run(errs()))
c = leaf(3)
print(c.send(None), c.cr_running, type(c).__name__, c.__name__, c.__qualname__)
try: c.throw(ValueError("t"))
except ValueError as e: print("thrown", e)
c.close()
try: c.send(None)
except RuntimeError as e: print(e)
c = leaf(1)
try: c.send(1)
except TypeError as e: print(e)
c.close()
g = agen(3)
print(type(g).__name__, type(g.__anext__()).__name__, type(g.asend(1)).__name__, type(g.aclose()).__name__, type(g.athrow(ValueError)).__name__)
async def ops():
    g = agen(5)
    print(await g.__anext__(), await g.asend("v"))
    try: await g.athrow(ValueError("into"))
    except ValueError as e: print("out", e)
    try: await g.__anext__()
    except StopAsyncIteration: print("stopped")
    async def stubborn():
        try: yield 1
        except GeneratorExit: yield 2
    s = stubborn()
    await s.__anext__()
    try: await s.aclose()
    except RuntimeError as e: print(e)
    async def clean():
        try:
            yield 1
            yield 2
        finally:
            await Ticks(1); print("cleaned")
    s = clean()
    async for x in s: break
    await s.aclose()
    await s.aclose()
    async def echo():
        got = None
        while True: got = yield got
    e = echo()
    print(await e.asend(None), await e.asend(1), await e.asend(2))
    try: await e.asend.__self__.athrow(KeyError, "a")
    except KeyError as x: print(repr(x))
    async def bad():
        yield 1
        raise StopAsyncIteration
    try:
        async for x in bad(): pass
    except RuntimeError as e: print(e, type(e.__cause__).__name__)
    async def bad2(): raise StopIteration(1)
    try: await bad2()
    except RuntimeError as e: print(e)
    print(await anext(agen(2)), await anext(agen(0), "dflt"), type(aiter(agen(1))).__name__)
    return "done"
print(run(ops()))
total = 0
async def add(a, b): return a + b
async def hot(n):
    t = 0
    for i in range(n):
        t = await add(t, i)
        async for q in agen2(2): t += q
    return t
async def agen2(n):
    for i in range(n): yield i
print(run(hot(3000)))
def plain():
    c = leaf(0)
    it = c.__await__()
    print(type(it).__name__, iter(it) is it)
    try: next(it)
    except StopIteration as e: print(e.value)
plain()
async def ag():
    yield 1
    yield 2
g = ag()
try: g.__anext__().send(None)
except StopIteration as e: print(e.value)
try: g.asend(None).send(None)
except StopIteration as e: print(e.value)
