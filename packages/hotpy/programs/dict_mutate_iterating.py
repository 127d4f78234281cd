# Changing a dict's size while iterating is an error; changing values is not.
d = {"a": 1, "b": 2, "c": 3}
for k in d:
    d[k] += 10
print(d)
for change in ("add", "delete", "clear"):
    d = {"a": 1, "b": 2, "c": 3}
    try:
        for k in d:
            print(k, end=" ")
            if change == "add":
                d[k + k] = 0
            elif change == "delete":
                del d["c"]
            else:
                d.clear()
    except RuntimeError as e:
        print(change, e)
d = {"a": 1, "b": 2, "c": 3}
for k in list(d):
    if d[k] % 2:
        del d[k]
print(d)
d = {i: i for i in range(10)}
try:
    for k, v in d.items():
        d[k + 100] = v
except RuntimeError as e:
    print(e)
print(len(d))
v = d.values()
n = len(v)
d["more"] = 1
print(n, len(v), "more" in d.keys(), list(d.keys())[-1])
d = {"a": 1}
it = iter(d)
del d["a"]; d["b"] = 2
try:
    print(next(it))
except RuntimeError as e:
    print(e)
d = {1: 1, 2: 2}
try:
    for k in d:
        del d[k]; d[k] = k
        if len(d) > 5: break
    print("same size")
except RuntimeError as e:
    print(e)
