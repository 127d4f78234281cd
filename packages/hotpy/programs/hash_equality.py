# 1, 1.0 and True are one key; -1 and -2; floats with integral values.
d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, len(d), d[1], d[1.0], d[True])
d = {True: "yes", 1: "one", 0: "zero", False: "no", 0.0: "float", -0.0: "negative"}
print(d)
print(hash(1) == hash(1.0) == hash(True), hash(0) == hash(0.0) == hash(-0.0) == hash(False))
print(hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(2**64), hash(-2**70), hash(1.5), hash(0.1), hash(1e300), hash(-1.0))
print(hash(float("inf")), hash(-float("inf")), hash(10**30) == hash(1e30), hash(2**100) == hash(2.0**100))
print(hash((1, 2)) == hash((1.0, 2.0)), hash(()), hash((1,)), hash((1, 2, 3)), hash((1.5, (2, -1))))
d = {}
for k in (2**30, 2.0**30, 2**53, 2.0**53, 2**64, 2.0**64, -1, -2, -1.0):
    d[k] = d.get(k, 0) + 1
print(d)
d = {(1, 2): "a"}
print(d[(1.0, 2)], (True, 2) in d, (1, 3) in d)
print(hash("a") == hash("a"), hash("ab"[0]) == hash("a"), {"a": 1}["xay"[1]])
for bad in ([], {}, [1], ([],), {1: 2}):
    try:
        hash(bad)
    except TypeError as e:
        print(e)
    try:
        {}[bad] = 1
    except TypeError as e:
        print(e)
