# Closing and throwing into a generator that delegates, to generators and to other iterators.
class It:
    def __init__(self, name): self.name, self.n = name, 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration(self.name)
        return self.n
class Closing(It):
    def close(self): print("close", self.name)
class Throwing(Closing):
    def throw(self, *args):
        print("throw", args[0] if isinstance(args[0], Exception) else args[0].__name__)
        return "answer to throw"
class Failing(It):
    def close(self): raise OSError("close failed")
def generator():
    try:
        yield 1
        yield 2
    except KeyError as e:
        yield f"caught {e}"
    finally:
        print("generator finally")
    return "result"
def outer(inner):
    try:
        r = yield from inner
        print("result", r)
        yield "after"
    except GeneratorExit:
        print("outer exit")
        raise
    except Exception as e:
        print("outer caught", repr(e))
        yield "recovered"
    finally:
        print("outer finally")
for make in (generator, lambda: outer(generator()), lambda: It("plain"), lambda: Closing("closing"), lambda: Throwing("throwing"), lambda: Failing("failing"), lambda: [1, 2]):
    o = outer(make())
    print("next", next(o))
    try:
        print("close", o.close())
    except (OSError, RuntimeError) as e:
        print(repr(e))
    done = [*o]
    o = outer(make())
    next(o)
    try:
        print("throw KeyError", o.throw(KeyError("k")))
        print("next", next(o, "end"), next(o, "end"), next(o, "end"))
    except Exception as e:
        print("raised", repr(e))
    done = [*o]
    o = outer(make())
    next(o)
    try:
        print("throw exit", o.throw(GeneratorExit))
    except (GeneratorExit, OSError) as e:
        print("raised", repr(e))
    done += o
    try:
        o.send(5)
    except StopIteration as e:
        print("stopped", e.value)
