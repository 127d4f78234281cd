"""What marshal writes can be read, by either Python; what it reads of CPython's data; what it refuses."""
import array
import io
import marshal

# Objects that several refer to are one again.
text = "".join(["sha", "red"])
pair = (text, 1.5)
row = [pair, pair, {text: pair}]
row.append(row)
again = marshal.loads(marshal.dumps(row))
print(again[:3], again[0] is again[1], again[2]["shared"] is again[0], again[3] is again)
holder = ([],)
holder[0].append(holder)
again = marshal.loads(marshal.dumps(holder))
print(again[0][0] is again)
print(len(marshal.dumps([text] * 100, 4)) < len(marshal.dumps([text] * 100, 2)))
frozen = frozenset({1, 2})
again = marshal.loads(marshal.dumps([frozen, {frozen}, frozen]))
print(again[0] is again[2], again)

for version in range(5):
    values = [None, True, ..., StopIteration, 1, -(2 ** 31), 2 ** 31, -(2 ** 77), 0.1, float("inf"), 1 - 2j, b"x\xff", "é", "\ud800", "a" * 300,
              (), (1,), tuple(range(300)), [], {}, {"k": [1]}, set(), {3}, frozenset(), frozenset({"f"})]
    print(version, marshal.loads(marshal.dumps(values, version)) == values)
print([marshal.loads(marshal.dumps(kind(b"abc"))) for kind in (bytearray, memoryview, lambda data: array.array("B", data))])
print(marshal.dumps({"b", "a", "c"}, 2))

# Data as CPython writes it: numbers as text, with 64 bits, references.
for data in (b"f\x03", b"f\x031.5", b"x\x011\x012", b"I\xfe\xdc\xba\x98\x76\x54\x32\x10", b"l\x02\x00\x00\x00\x01\x00\x00\x00", b"[\x01\x00\x00\x00r\x00\x00\x00\x00",
             b"\xdb\x01\x00\x00\x00r\x00\x00\x00\x00", b"\xa9\x02\xda\x01ar\x01\x00\x00\x00", b"r\x05\x00\x00\x00", b"0", b"(\x01\x00\x00\x000", b"{N0",
             b"s\xff\xff\xff\xff", b"(\xff\xff\xff\xff", b"", b"i\x01", b"?", b"l\x01\x00\x00\x00\xff\xff", b"<\x01\x00\x00\x00[\x00\x00\x00\x00"):
    try:
        print(marshal.loads(data))
    except Exception as error:
        print(type(error).__name__, error)

# How deep things may lie in one another.
nested = []
for _ in range(1999):
    nested = [nested]
print(len(marshal.loads(marshal.dumps(nested))))
for attempt in (lambda: marshal.dumps([nested]), lambda: marshal.loads(b"[\x01\x00\x00\x00" * 5000 + b"N"), lambda: marshal.loads(b")\x01" * 5000 + b"N")):
    try:
        attempt()
    except ValueError as error:
        print(error)

# Files are read no further than an object goes.
file = io.BytesIO()
for value in (1, "two", [3.0]):
    marshal.dump(value, file)
    file.write(b"--")
file.seek(0)
while file.read(0) is not None and file.tell() < len(file.getvalue()):
    print(marshal.load(file), file.read(2))


class Liar(io.BytesIO):
    def readinto(self, buffer):
        return super().readinto(buffer) + (len(buffer) > 1)


for wrong in (Liar(marshal.dumps(5)), io.StringIO("i"), io.BytesIO(b"i\1")):
    try:
        marshal.load(wrong)
    except Exception as error:
        print(type(error).__name__, error)


class Whole(int):
    pass


for value in (Whole(), object(), print, memoryview(b"abcd")[::2]):
    try:
        marshal.dumps([value])
    except ValueError as error:
        print(error)
