import gc


class Noisy:
    def __init__(self, name, *held):
        self.name = name
        self.held = held

    def __del__(self):
        print("del", self.name)


# When the last reference goes.
x = Noisy("x")
del x
gc.collect()
x = Noisy("first")
x = Noisy("second")
gc.collect()
x = None
gc.collect()

# Who refers to another goes first.
parent = Noisy("parent", Noisy("child", Noisy("grandchild")))
del parent
gc.collect()
chain = None
for i in range(4):
    chain = Noisy(i, chain)
del chain
gc.collect()

# Cycles.
a = Noisy("a")
b = Noisy("b", a)
a.held = (b, a)
del a, b
gc.collect()


# Locals of a function that has returned.
def local():
    inner = Noisy("local")
    return 1


local()
gc.collect()


# Locals of one that has raised.
def failing():
    inner = Noisy("failing")
    raise ValueError


try:
    failing()
except ValueError:
    pass
gc.collect()

# Once only, even if it comes back to life.
saved = []


class Phoenix:
    def __del__(self):
        print("phoenix")
        saved.append(self)


p = Phoenix()
del p
gc.collect()
print(len(saved), type(saved[0]).__name__)
saved.clear()
gc.collect()
print(len(saved))


# Inherited, overridden, called through super.
class Loud(Noisy):
    def __del__(self):
        print("loud", end=" ")
        super().__del__()


class Quiet(Noisy):
    pass


y = Loud("l")
z = Quiet("q")
del y
gc.collect()
del z
gc.collect()


# Exceptions are objects too.
class Failure(Exception):
    def __del__(self):
        print("del failure", self.args)


try:
    raise Failure(1, 2)
except Failure as e:
    print("caught", e.args)
gc.collect()


# __new__ alone makes an object.
class Made:
    def __new__(cls):
        return object.__new__(cls)

    def __init__(self):
        raise RuntimeError("never made")

    def __del__(self):
        print("del made")


try:
    Made()
except RuntimeError as e:
    print(e)
gc.collect()


# Set on the class before its objects are made.
class Late:
    pass


Late.__del__ = lambda self: print("late")
late = Late()
del late
gc.collect()
del Late.__del__
late = Late()
del late
gc.collect()

# Objects made by a finaliser have one of their own.
class Parent:
    def __del__(self):
        print("parent")
        Noisy("made by a finaliser")


parent = Parent()
del parent
gc.collect()
gc.collect()

# An exception that is being handled is none of a finaliser's business.
try:
    1 / 0
except ZeroDivisionError as error:
    n = Noisy("while handling")
    del n
    gc.collect()
    try:
        raise
    except ZeroDivisionError as again:
        print(again is error)
print(gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled())
for bad in (3, -1, "x", 1.5):
    try:
        gc.collect(bad)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
gc.collect(0)
gc.collect(generation=1)
