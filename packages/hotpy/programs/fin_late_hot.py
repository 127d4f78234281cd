# A class that gets `__del__` while compiled code runs: no local variable has been lost.
import gc
class C:
    def __init__(self, n): self.n = n
def f(n):
    s = 0
    x = None
    for i in range(n):
        if i == 1500: x = C(i)
        s += i
    gc.collect()
    return s
result = f(3000)
gc.collect()
print(result)
def g(n):
    s = 0
    for i in range(n):
        y = C(i)
        s += y.n
        if i == n - 1:
            setattr(C, "__d" + "el__", fin)
    gc.collect()
    print("in g")
    return s
def fin(self): print("del", self.n)
result = g(3000)
gc.collect()
print(result)
result = f(3000)
gc.collect()
print(result)
class E:
    def __init__(self, n): self.n = n
def h(n):
    s = 0
    for i in range(n):
        y = E(i)
        s += y.n
    E.__del__ = lambda self: print("del", self.n)
    gc.collect()
    print("in g")
    return s
result = h(3000)
gc.collect()
print(result)


def many(n):
    made = []
    for i in range(n):
        made.append(type("T" + str(i), (), {"n": i})())
    for i in range(n):
        last = made[i]
        setattr(type(last), "__d" + "el__", count)
    del made, last
    gc.collect()
    return counted[0]


counted = [0]


def count(self):
    counted[0] += self.n


print(many(300))
