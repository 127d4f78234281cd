# Instances whose attributes differ, seen by the same code.
class A:
    def __init__(self, n):
        self.n = n
        if n % 2: self.odd = True
        if n % 3 == 0: self.three = n
class B:
    def __init__(self, n): self.m, self.n = n, -n
class C:
    n = 7
class D:
    @property
    def n(self): return 1000
class E:
    def __getattr__(self, name): return 5 if name == "n" else None
def total(objects):
    t = 0
    for o in objects:
        t += o.n
    return t
print(total([A(i) for i in range(100)]))
print(total([A(1), B(2), C(), D(), E()] * 50))
o = A(4)
for i in range(60):
    setattr(o, "x" + str(i), i)
print(total([o, A(5)] * 10), o.x59, len(o.__dict__))
def bump(o): o.n += 1; return o.n
objects = [A(2), B(3), C(), o]
print([bump(x) for x in objects for _ in range(30)][::29], C.n, objects[2].n)
def swap_class(n):
    results = []
    x = A(n)
    for i in range(200):
        if i == 100: x = B(n)
        if i == 150: x = C()
        results.append(x.n)
    return results[0], results[100], results[150], sum(results)
print(swap_class(3))
class P:
    def get(self): return "P"
class Q(P):
    pass
q = Q()
out = []
for i in range(150):
    if i == 50: Q.get = lambda self: "Q"
    if i == 100: q.get = lambda: "own"
    out.append(q.get())
print(out[0], out[50], out[100], out.count("P"), out.count("Q"))
