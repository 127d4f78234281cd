"""Attributes and methods at places that meet more classes and shapes than an inline cache holds."""
import gc


class Base:
    def __init__(self, n):
        self.n = n

    def name(self):
        return type(self).__name__ + str(self.n)

    def grow(self, count):
        for i in range(count):
            add(self, i)
        return self


class Plain:
    kind = "class attribute"


def add(o, value):
    o.added = value
    o.first = value
    o.n = value
    return o.added, o.first, o.n


def make(count):
    classes = []
    for i in range(count):
        classes.append(type("C%d" % i, (Base,), {"kind": i}))
    return classes


CLASSES = make(9)


def read(o):
    return o.n


def write(o, value):
    o.n = value


def call(o):
    return o.name()


def total(objects):
    result = 0
    for o in objects:
        result += read(o)
        write(o, result % 7)
    return result


objects = [c(i) for i, c in enumerate(CLASSES)] * 5
print([total(objects) for _ in range(5)])
print([call(o) for o in objects][:12])
print([c(3).grow(2).__dict__ for c in CLASSES])


# More attributes than lie in the instance itself.
class Wide:
    pass


class Wider(Wide):
    pass


def fill(o, k):
    o.a0 = o.a1 = o.a2 = o.a3 = o.a4 = k
    o.a5 = o.a6 = o.a7 = o.a8 = o.a9 = k + 1
    o.b0 = o.b1 = o.b2 = o.b3 = o.b4 = [k]
    o.b5 = o.b6 = o.b7 = o.b8 = o.b9 = {k}


def edges(o):
    return o.a0, o.a9, o.b0, o.b9


def change(o, k):
    o.a0 = k
    o.b9 = [k]


wide = []
for i in range(40):
    o = (Wide, Wider, CLASSES[i % 9])[i % 3]() if i % 3 < 2 else CLASSES[i % 9](i)
    if i % 4 == 0:
        o.before = i
    if i % 5 == 0:
        o.also = i
    fill(o, i)
    wide.append(o)
gc.collect()
for o in wide:
    change(o, len(edges(o)[2]) + edges(o)[0])
gc.collect()
print([edges(o) for o in wide][::7])


# What is found changes: deleted, hidden by a property, by methods of the instance and of the class, by a hook.
def attempt(f, *args):
    try:
        return f(*args)
    except AttributeError as e:
        return str(e)


del objects[0].n
print(attempt(read, objects[0]), attempt(read, objects[1]))
objects[0].n = 5
CLASSES[2].n = property(lambda self: "property of " + type(self).__name__, lambda self, value: print("set", value))
print([attempt(read, o) for o in objects[:5]])
for o in objects[:5]:
    write(o, 1)
print([read(o) for o in objects[:5]])
del CLASSES[2].n
print([read(o) for o in objects[:5]])
objects[3].name = lambda: "of the instance"
print([call(o) for o in objects[:5]])
Base.name = lambda self: "new " + str(self.n)
print([call(o) for o in objects[:5]])
CLASSES[4].name = lambda self: "own " + str(self.n)
print([call(o) for o in objects[:6]])
CLASSES[1].__getattribute__ = lambda self, name: "hook " + name
print([read(o) for o in objects[:3]])
CLASSES[0].__setattr__ = lambda self, name, value: print("hook", name, value)
for o in objects[:2]:
    write(o, 9)
print([read(o) for o in objects[:4]])
print([attempt(lambda o: o.kind, o) for o in objects[:4] + [Plain()]])
objects[5].__dict__["n"] = "by dict"
objects[6].__dict__ = {"n": "another dict"}
print([read(o) for o in objects[4:8]])
