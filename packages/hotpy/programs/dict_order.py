# Dicts keep the order of insertion through deletion and reinsertion.
d = {}
for k in "hello world":
    d[k] = d.get(k, 0) + 1
print(d, list(d), list(d.values()), list(d.items()))
del d["l"]; d["l"] = 99; d["h"] = 0
print(d, len(d))
for i in range(50):
    d[i] = i * i
for i in range(0, 50, 2):
    del d[i]
for i in range(0, 10, 2):
    d[i] = -i
print(d)
print(d.pop("h"), d.pop("zz", None), d.popitem(), d.popitem(), len(d))
print(list(reversed(d))[:5], next(iter(d)))
e = {**{"a": 1, "b": 2}, "c": 3, "a": 4}
print(e, dict(b=1, a=2), dict([("x", 1), ("y", 2)]), dict({"k": 1}, z=2), {k: v for k, v in zip("abc", range(3))})
e.update({"b": 5, "d": 6}); e.update(f=7); e.update([("g", 8)])
print(e, e | {"a": 0, "z": 1}, {"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1})
e |= {"q": 1}
print(e, e.setdefault("a", 9), e.setdefault("new", []), e.copy() == e, "a" in e, 4 in e, 4 in e.values(), ("a", 4) in e.items())
print(dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), {}, dict(), {1: {2: {3: {}}}})
d.clear()
print(d, bool(d))
