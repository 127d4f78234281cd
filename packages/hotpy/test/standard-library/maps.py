"""Files and memory as mmap objects, and memory that processes share."""
import mmap, os, tempfile
from multiprocessing import resource_tracker, shared_memory

def t(f, *args, **names):
    try: print(f(*args, **names))
    except Exception as e: print(type(e).__name__, e)

m = mmap.mmap(-1, 10)
print(repr(m), len(m), m[:], m.closed)
for f, *args in [(m.__getitem__, 'a'), (m.__getitem__, 20), (m.__setitem__, 0, 300), (m.__setitem__, 0, 'a'), (m.__setitem__, slice(0, 2), b'abc'),
                 (m.__delitem__, 0), (m.write, 'a'), (m.find, 'a'), (m.read, 'a'), (m.seek, 100), (m.seek, 1, 9), (m.move, 0, 5, 20),
                 (m.flush, 1, 20), (m.write_byte, 300), (m.resize, -1), (m.madvise, 1, 100), (m.size,)]:
    t(f, *args)
m.write(b'hello'); m.seek(-5, 1); print(m.read(3), m.tell(), m.read_byte(), list(m)[:2], b'h' in m, m[::2], m.rfind(b'l', 0))
m.move(5, 0, 5); print(m[:]); m[1:9:2] = b'abcd'; print(m[:], m.find(b'a', 0), m.find(b'a', 2, 3))
for args, names in [((-1, 0), {}), ((-1, -1), {}), ((-1, 5), {'access': 9}), ((-1, 5), {'prot': 1, 'access': 1}), ((99, 10), {}), ((-1, 2), {'offset': 10})]:
    t(mmap.mmap, *args, **names)
with tempfile.TemporaryDirectory() as directory:
    path = os.path.join(directory, 'file')
    with open(path, 'wb') as f: f.write(b'first line\nsecond line\n' * 500)
    with open(path, 'r+b') as f:
        with mmap.mmap(f.fileno(), 0) as m:
            print(m.readline(), m.readline(), m.tell(), m.size(), m.find(b'second'), m[-5:])
            m[:5] = b'FIRST'; m.flush()
            with open(path, 'rb') as g: print(g.read(10))
            view = memoryview(m)
            print(view.readonly, view.format, len(view)); t(m.close); t(m.resize, 5)
            view[1] = 65; view.release(); m.resize(20000); print(len(m), m.size(), m[:12], m[-2:])
        print(repr(m)); t(m.read); t(len, m)
        with mmap.mmap(f.fileno(), 4096, offset=4096) as m: print(m[:11], bytes(m[0:3]), m.size())
        with mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_READ) as m:
            t(m.__setitem__, 0, 1); t(m.write, b'x'); print(memoryview(m).readonly); m.flush()
        with mmap.mmap(f.fileno(), 0, access=mmap.ACCESS_COPY) as m:
            m[0] = 0; t(m.resize, 10)
            with open(path, 'rb') as g: print(m[:3], g.read(3))
    open(path, 'w').close()
    with open(path, 'r+b') as f: t(mmap.mmap, f.fileno(), 0); t(mmap.mmap, f.fileno(), 10)

class Named(mmap.mmap):
    pass
named = Named(-1, 5000); named.name = 'n'; print(named, named.name, type(named[:1]))
# What is forgotten is given back.
for _ in range(200): mmap.mmap(-1, 8_000_000)[0] = 1

# What tracks them is a process of its own, and within a test there is no command to run it. A test that was ended in the middle leaves its memory behind:
# so names are new.
resource_tracker.register = resource_tracker.unregister = lambda *name: None
one = shared_memory.SharedMemory(f'hotpy-one-{os.getpid()}', create=True, size=100); one.buf[:3] = b'abc'
two = shared_memory.SharedMemory(one.name); print(bytes(two.buf[:3])); two.buf[0] = 65; print(one.buf[0]); two.close(); one.close(); one.unlink()
items = shared_memory.ShareableList([1, 'a', 2.5, None, True], name=f'hotpy-items-{os.getpid()}'); items[0] = 7; print(list(items)); items.shm.close(); items.shm.unlink()
