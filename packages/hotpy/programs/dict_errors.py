# KeyErrors and unhashable keys.
d = {"a": 1, 2: "b", (1, 2): None}
for k in ("missing", 3, (2, 1), None, 1.5, "it's"):
    try:
        d[k]
    except KeyError as e:
        print(repr(e), e, e.args)
for f in (lambda: d.pop("x"), lambda: {}.popitem(), lambda: d[[1]], lambda: d.update(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: {1: 2} + {3: 4}, lambda: d < d, lambda: d["a"]["b"], lambda: dict(1), lambda: {}.nothing, lambda: d.get([]), lambda: [] in d):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
try:
    del d["zzz"]
except KeyError as e:
    print("del", e)
print(d)
