# Methods of ever new classes, looked up generically while collections move the functions.
import sys


def make(k):
    class C:
        def __init__(self, v):
            self.v = v

        def step(self, x):
            return self.v + x + k

        def both(self, x):
            return self.step(x) + self.step(1)

    return C


classes = [make(k) for k in range(24)]
total = 0
keep = []
for round in range(60):
    for k, each in enumerate(classes):
        o = each(round)
        total += o.both(k)
        keep.append([o, str(round) * 20])
    if len(keep) > 500:
        keep.clear()
    if round % 20 == 19:
        classes = [make(k) for k in range(24)]
print(total)
