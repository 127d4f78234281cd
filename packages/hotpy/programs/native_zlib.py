import zlib, random, copy
random.seed(1)
data = b''.join(random.choice([b'hello ', b'world', bytes([random.randrange(256)])]) for _ in range(6000))
for level in range(-1, 10):
    for wbits in (15, -15, 31, 10):
        c = zlib.compress(data, level, wbits)
        if level: print(level, wbits, len(c), zlib.crc32(c))
        assert zlib.decompress(c, wbits) == data
for strategy in range(5):
    c = zlib.compressobj(6, zlib.DEFLATED, -12, 5, strategy)
    parts = [c.compress(data[:100]), c.flush(zlib.Z_SYNC_FLUSH), c.compress(data[100:]), c.flush(zlib.Z_FULL_FLUSH), c.flush()]
    print(strategy, sum(map(len, parts)), zlib.adler32(b''.join(parts)), zlib.decompress(b''.join(parts), -12) == data)
whole = zlib.compress(data)
d = zlib.decompressobj()
out, left, rounds = b'', whole + b'more', 0
while not d.eof:
    out += d.decompress(left, 777)
    left = d.unconsumed_tail
    rounds += 1
print(rounds, out == data, d.eof, d.unused_data, d.unconsumed_tail, d.decompress(b'x'), d.unused_data)
c = zlib.compressobj(zdict=b'hello world')
start = c.compress(b'hello there world')
c2 = copy.copy(c)
first, second = start + c.compress(b'!') + c.flush(), start + c2.compress(b'?') + c2.flush()
for part in first, second:
    d = zlib.decompressobj(zdict=b'hello world')
    a = d.decompress(part[:12])
    d2 = d.copy()
    print(part, a + d.decompress(part[12:]), a + d2.decompress(part[12:]) + d2.flush())
def t(f):
    try: return f()
    except Exception as e: return f'{type(e).__module__}.{type(e).__name__}: {e}'
c, d = zlib.compressobj(), zlib.decompressobj()
for e in """zlib.compress('a')|zlib.compress(b'a',10)|zlib.compress(b'a',wbits=50)|zlib.decompress(b'')|zlib.decompress(b'abc')|zlib.decompress(whole[:-1])|zlib.decompress(whole,wbits=-15)|zlib.decompress(whole,bufsize=-1)
zlib.compressobj(level=10)|zlib.compressobj(wbits=99)|zlib.compressobj(method=5)|zlib.decompressobj(wbits=99)|zlib.decompressobj(zdict=5)|zlib.compressobj(zdict='a')|c.compress('a')|c.flush(99)|c.flush(0)|d.decompress(b'abc')|d.decompress(b'',-1)|d.flush(0)
zlib.adler32(b'abc',5)|zlib.crc32(b'abc',2**33)|zlib.adler32(b'abc',-1)|zlib.error.__mro__|type(c)()|zlib.decompress(whole[:-2]+b'zz')|zlib.decompressobj().decompress(first)|zlib.decompressobj(zdict=b'zzz').decompress(first)|c.flush()|c.compress(b'a')|c.copy()|d.eof""".replace('\n', '|').split('|'):
    print(e, '->', t(lambda: eval(e)))
import gzip, io, zipfile
buffer = io.BytesIO()
with gzip.GzipFile(fileobj=buffer, mode='wb', mtime=0) as f:
    f.write(data)
print(len(buffer.getvalue()), zlib.crc32(buffer.getvalue()), gzip.decompress(buffer.getvalue()) == data)
box = io.BytesIO()
with zipfile.ZipFile(box, 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr(zipfile.ZipInfo('a.txt', (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    z.writestr(zipfile.ZipInfo('b.txt', (2020, 1, 1, 0, 0, 0)), 'text')
with zipfile.ZipFile(box) as z:
    print(z.namelist(), z.testzip(), z.read('b.txt'), z.getinfo('a.txt').compress_size, z.read('a.txt') == data)
r = random.Random(4)
print(r.getrandbits(100), r.getrandbits(1000) % 10**9, r.randbytes(5), r.getrandbits(32), r.getrandbits(33))
