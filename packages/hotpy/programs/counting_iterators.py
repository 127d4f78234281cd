"""count() and repeat() show what they stand at; buffered readers read all of raw streams that have no readall."""

import io
import tarfile
from itertools import count, repeat

print(count(), count(3), count(1, 2), count(2.5), count(1, 1.0), count(step=3), count(-3, -1))
counter = count(10)
next(counter)
next(counter)
print(counter, [counter])
for number in counter:
    if number > 15:
        break
print(counter)
times = repeat("x", 3)
print(times, repeat([1]))
next(times)
print(times)
for start in range(400):
    counter, times = count(start), repeat(start, 5)
    for number in counter:
        if number > start + 3:
            break
    for each in times:
        break
print(counter, times)


class Raw:
    """As the files within archives: it reads, and no more."""

    def __init__(self, pieces):
        self.pieces = list(pieces)

    readable = seekable = lambda self: True
    writable = lambda self: False
    closed = False

    def read(self, size=-1):
        return self.pieces.pop(0) if self.pieces else b""

    def readinto(self, buffer):
        piece = self.read()
        buffer[: len(piece)] = piece
        return len(piece)

    def close(self):
        pass

    def tell(self):
        return 0


print(io.BufferedReader(Raw([b"ab", b"cd", b"e"])).read())
archive = io.BytesIO()
with tarfile.open(fileobj=archive, mode="w:gz") as writer:
    info = tarfile.TarInfo("notes.txt")
    info.size = 11
    writer.addfile(info, io.BytesIO(b"hello\nworld"))
archive.seek(0)
with tarfile.open(fileobj=archive) as reader:
    print(reader.getnames(), reader.extractfile("notes.txt").read(), reader.extractfile("notes.txt").readlines())
