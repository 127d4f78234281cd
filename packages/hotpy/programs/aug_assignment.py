# Augmented assignments: targets evaluated once, in place where the type can.
def at(i):
    print("at", i, end=" ")
    return i
l = [1, 2, 3]
l[at(0)] += at(10)
l[at(1)] *= 2; l[2] -= 1; l[0] //= 2; l[1] **= 2; l[2] <<= 3; l[0] %= 3; l[1] |= 1; l[1] &= 0xFE; l[1] ^= 3; l[2] >>= 1; l[2] /= 2
print(l)
class O:
    def __init__(self): self.v = [1]
    def get(self): print("get", end=" "); return self
o = O()
o.get().v += [2]
o.get().v[at(0)] += 5
print(o.v)
a = b = [1]; a += [2]; print(a, b, a is b)
a = b = (1,); a += (2,); print(a, b)
a = b = "x"; a += "y"; print(a, b)
a = b = 5; a += 1; print(a, b)
d = {"k": 1}
d["k"] += 1
try:
    d["missing"] += 1
except KeyError as e:
    print(e, d)
x = 10
def f():
    global x
    x += 5
    y = [0]
    def g():
        nonlocal y
        y += [1]
        y[0] -= 3
        return y
    return g(), g()
print(f(), x)
s = 0
for i in range(2000): s += i; s -= 1; s ^= 1
print(s)
n = 1
n += 0.5; n *= 2; n -= True; n **= 2; n //= 0.7; n %= 4
print(n)
try:
    u += 1
except NameError as e:
    print(e)
