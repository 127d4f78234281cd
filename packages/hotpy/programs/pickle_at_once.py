"""Pickles of what takes no code of Python's, of what does, and of both."""

import csv
import io
import pickle
import pickletools


class Thing:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return isinstance(other, Thing) and self.parts == other.parts


class Reduced:
    def __reduce__(self):
        return Reduced, ()

    def __eq__(self, other):
        return isinstance(other, Reduced)


loop = [1, 2]
loop.append(loop)
shared = ["shared"]
values = [5, -1, 2**31, 2**100, "x", "ü€😀", None, True, 1.5, float("inf"), b"abc", bytearray(b"x"), (1,), (1, 2, 3, 4), [], {},
          {"a": [1, {"b": (2,)}]}, {7}, frozenset([3]), Thing(1, [2]), [Thing(1), Thing(Thing(2), "x"), 5], {"k": Reduced(), "l": 1},
          int, len, 1j, range(3), slice(1, 2), [shared, shared], "q" * 300, ["w" * 70000, b"z" * 100000]]
for value in values:
    data = pickle.dumps(value)
    again = pickle.loads(data)
    print(len(data), data[:24], again == value, pickle.dumps(again) == data, pickle.dumps(value, protocol=4) == data)
again = pickle.loads(pickle.dumps(loop))
print(again[2] is again, [x is y for x, y in [pickle.loads(pickle.dumps([shared, shared]))]])
for protocol in range(6):
    print(protocol, [pickle.loads(pickle.dumps(value, protocol)) == value for value in values[:20]].count(True))
for bad in (b"", b"\x80\x04K\x05", b"\x80\x09.", b"junk", b"\x80\x04.", b"\x80\x04]\x94(K\x01K\x02e", b"\x80\x04cbuiltins\nnothing\n."):
    try:
        print(pickle.loads(bad))
    except Exception as error:
        print(type(error).__name__, error)
try:
    pickle.dumps([1, 2, (lambda: 1)])
except Exception as error:
    print(type(error).__name__)
for options in ({"encoding": 3}, {"errors": 3}, {"buffers": 3}, {"fix_imports": False}, {"encoding": "latin-1"}):
    try:
        print(pickle.loads(pickle.dumps([1, Thing(2)]), **options)[0])
    except TypeError as error:
        print(error)
print(pickle.loads(memoryview(pickle.dumps([1]))), pickle.loads(bytearray(pickle.dumps({"a": Thing(1)})))["a"].parts)
many = [pickle.loads(pickle.dumps({"i": i, "l": [i, str(i)], "t": (i, Thing(i) if i % 7 == 0 else None)})) for i in range(400)]
print(sum(each["i"] + each["l"][0] for each in many), many[14]["t"][1].parts)
pickletools.dis(pickle.dumps({"a": [1, 2]}))

out = io.StringIO()
writer = csv.writer(out)
rows = [[1, "a"], (2, "b,c"), range(3), "text", iter([1.5, None]), {"k": 1}, []]
print([writer.writerow(row) for row in rows])
print(repr(out.getvalue()))
for bad in (5, None):
    try:
        writer.writerow(bad)
    except csv.Error as error:
        print(error)
