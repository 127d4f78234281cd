def run(label, f):
    try: out = f()
    except Exception as e: out = type(e).__name__ + ': ' + str(e)
    out = repr(out) if not isinstance(out, str) else out
    if ' at 0x' in out: out = out.split(' at 0x')[0]
    print(label, '->', out)
ba = bytearray(b'hello world, this is data')
bs = b'0123456789abcdef'
def views():
    m = memoryview(bytearray(ba)); n = memoryview(bs)
    yield 'rw', m
    yield 'ro', n
    yield 'slice', m[2:10]
    yield 'step', n[::2]
    yield 'rev', n[::-1]
    yield 'H', n.cast('H')
    yield 'i', m[:24].cast('i')
    yield 'd', n.cast('d')
    yield 'c', n.cast('c')
    yield 'b', memoryview(bytearray(b'\xff\x01')).cast('b')
    yield '2d', n.cast('B', [4, 4])
    yield 'q2', n.cast('q', (1, 2))
    yield 'bool', m[:3].cast('?')
    yield 'empty', m[5:2]
    yield '0d', memoryview(b'\x07').cast('B', [])
    yield 'toro', m.toreadonly()
    r = memoryview(b'x'); r.release()
    yield 'released', r
attrs = ['nbytes','readonly','itemsize','format','ndim','shape','strides','suboffsets','c_contiguous','f_contiguous','contiguous','obj']
for name, v in views():
    for a in attrs: run(name + '.' + a, lambda: getattr(v, a))
    run(name + ' len', lambda: len(v))
    run(name + ' list', lambda: v.tolist())
    run(name + ' tobytes', lambda: v.tobytes())
    run(name + ' bytes', lambda: bytes(v))
    run(name + ' bytearray', lambda: bytearray(v))
    run(name + ' hex', lambda: v.hex())
    run(name + ' hex2', lambda: v.hex(':', 2))
    run(name + ' iter', lambda: list(v))
    run(name + ' repr', lambda: repr(v))
    run(name + ' bool', lambda: bool(v))
    if name != 'rw': run(name + ' hashed', lambda: hash(v) == hash(bytes(v)))
    for k in (0, -1, 3, 100, slice(1, 3), slice(None, None, -1), 'x', None, (0,), (0, 1), (1, 1), (9, 9), (), ..., (slice(1), slice(1)), True):
        run('%s[%r]' % (name, k), lambda: (lambda x: x.tolist() if isinstance(x, memoryview) else x)(v[k]))
        for val in (65, 300, -1, b'z', 1.5, 'a', b'ab', None, bytearray(b'yx')):
            def f():
                v[k] = val
                return v.tobytes()
            run('%s[%r] = %r' % (name, k, val), f)
    run(name + ' del', lambda: v.__delitem__(0))
    for o in (b'0123456789abcdef', bytearray(b'h'), 'x', v, n if (n := memoryview(b'ab')) else 0, b'\x07'):
        run('%s == %r' % (name, o if not isinstance(o, memoryview) else 'mv'), lambda: (v == o, v != o, o == v))
    run(name + ' <', lambda: v < b'a')
    for c in (('B',), ('H',), ('i',), ('d',), ('x',), ('@B',), ('B', [4, 4]), ('B', (2, 8)), ('B', [3]), ('B', 5), ('H', [8]), ('c', [0]), ('B', ['a']), ('B', [-1]), ('<i',), ('?',), ('Q', None)):
        run('%s.cast%r' % (name, c), lambda: (lambda x: (x.format, x.shape, x.strides, x.tolist()))(v.cast(*c)))
    if name != '0d': run(name + ' in', lambda: (104 in v, 'x' in v))
    run(name + ' find', lambda: b'abc0123'.find(v))
    run(name + ' join', lambda: b'-'.join([v, b'x']))
    run(name + ' int', lambda: int.from_bytes(v, 'little'))
    run(name + ' add', lambda: b'a' + v)
    run(name + ' str', lambda: str(v, 'latin-1'))
    run(name + ' rev', lambda: list(reversed(v)))
    run(name + ' mv', lambda: memoryview(v).tolist())
for bad in (1, 'x', None, [1]): run('memoryview(%r)' % (bad,), lambda: memoryview(bad))
run('none', lambda: memoryview()); run('kw', lambda: memoryview(object=b'a').tolist()); 
b = bytearray(b'abcdef')
m = memoryview(b)
run('append', lambda: b.append(1)); run('extend', lambda: b.extend(b'xx')); run('clear', lambda: b.clear()); run('same', lambda: b.__setitem__(slice(0, 2), b'ZZ')); run('del', lambda: b.__delitem__(0)); run('pop', lambda: b.pop()); run('iadd', lambda: b.__iadd__(b'1'))
m[0] = 64; m[1:3] = b'YX'; print(b, m.obj is b)
m.release(); b.append(7); print(b)
with memoryview(b) as m2:
    run('in with', lambda: b.append(1))
b.append(8); print(b)
run('after', lambda: m2[0])
x = memoryview(b)[1:4]; y = bytes(x); del x
b.extend(b'tail'); print(b)
def parse(buf):
    out = []
    while len(buf) > 2:
        v = memoryview(buf)
        n = v[0]
        out.append(bytes(v[1:1 + n])); v.release()
        del buf[:1 + n]
    return out
print(parse(bytearray(b'\x03abc\x02de\x01f\x00')))
m = memoryview(bytearray(8)).cast('d'); m[0] = 3.25; print(m.tolist(), m.obj)
a = memoryview(bytearray(16)); a[::2] = b'abcdefgh'; a[1::2] = a[::2]; print(a.tobytes())
m = memoryview(bytearray(b'abcdef')); m[1:] = m[:-1]; print(m.tobytes())
print(isinstance(m, memoryview), type(iter(m)).__name__, memoryview(b'abc') == b'abc', b'abc' == memoryview(b'abc'), {memoryview(b'a'): 1}[b'a'])
def total(mv):
    t = 0
    for i in range(len(mv)): t += mv[i]
    for c in mv: t -= c
    mv[0] = t & 255
    return t
for _ in range(3): print(total(memoryview(bytearray(range(256)) * 20)))
