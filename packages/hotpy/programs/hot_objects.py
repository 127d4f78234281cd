# Objects made, changed and dropped in hot loops: some escape, most do not.
class Vec:
    def __init__(self, x, y): self.x, self.y = x, y
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y)
    def __mul__(self, k): return Vec(self.x * k, self.y * k)
    def dot(self, o): return self.x * o.x + self.y * o.y
def fly(n):
    p, v = Vec(0.0, 0.0), Vec(1.0, 0.5)
    for _ in range(n):
        p = p + v * 0.01
        v = v * 0.999
    return p.x, p.y, p.dot(v)
print(fly(2500))
kept = []
def some_escape(n):
    for i in range(n):
        v = Vec(i, -i)
        if i % 500 == 0: kept.append(v)
        v.x += 1
    return [k.x for k in kept]
print(some_escape(2500))
def linked(n):
    head = None
    for i in range(n): head = (i, head)
    s = 0
    while head:
        v, head = head
        s += v
    return s
print(linked(3000))
def tuples(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, (a + b) % 1000007
        t = (a, b)
        u = t + (1,)
    return t, u
print(tuples(2500))
def lists(n):
    s = 0
    for i in range(n):
        l = [i, i + 1]
        l.append(l[0])
        l[1] = 5
        s += l[-1] + len(l)
    return s
print(lists(2000))
def dicts(n):
    s = 0
    for i in range(n):
        d = {"a": i, "b": 2}
        d["c"] = d["a"] + d["b"]
        s += d["c"] + len(d)
    return s
print(dicts(1500))
def strings(n):
    s = 0
    for i in range(n):
        t = "x" + str(i % 10)
        if t == "x5": s += 1
        if "5" in t: s += len(t)
    return s
print(strings(2000))
class Counter: total = 0
def class_attribute(n):
    for i in range(n): Counter.total += i
    return Counter.total
print(class_attribute(1500))
def attributes_added(n):
    out = 0
    for i in range(n):
        v = Vec(1, 2)
        if i > n - 5: v.z = i
        out += len(v.__dict__)
    return out
print(attributes_added(1500))
