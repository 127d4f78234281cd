b = bytearray(b'abc')
b.append(100); b.extend(b'ef'); b.extend([103, 104]); b += b'ij'; b.insert(0, 64); b[1] = 65
print(b, len(b), b.pop(), b.pop(0), b, b[2:4], b[::-1])
b.remove(100); b.reverse(); print(b)
b[1:3] = b'XYZW'; print(b); del b[0]; del b[::2]; print(b); b[::2] = b'123'[:len(b[::2])]; print(b)
b *= 2; print(b, b == bytes(b), bytes(b) == b, b < b'zzz')
b[2:2] = b; print(b); b.extend(b); print(b); b.clear(); print(b, not b)
def sieve(n):
    s = bytearray([1]) * (n + 1)
    s[0] = s[1] = 0
    for i in range(2, int(n ** .5) + 1):
        if s[i]:
            s[i*i::i] = bytes(len(range(i*i, n + 1, i)))
    return sum(s)
def sieve2(n):
    s = bytearray(n + 1)
    c = 0
    for i in range(2, n + 1):
        if not s[i]:
            c += 1
            for j in range(i * i, n + 1, i):
                s[j] = 1
    return c
for f in (sieve, sieve2):
    print(f(20000))
x = bytearray()
for i in range(30000): x.append(i & 255)
n = 0
for c in x: n += c
print(len(x), n)
class C(bytearray):
    pass
c = C(b'xy'); c.z = 1; c.append(65); c += b'1'; print(c, type(c), c + b'a', type(c + b'a'), c.z, c.upper())
print(bytearray(i for i in range(3)), bytearray(3), bytearray('é', 'utf8'), bytearray(c), bytearray.fromhex('00ff'), bytearray(b'%d') % 3)
c.__init__(x * 2 for x in range(4)); print(c)
class D(bytearray):
    def __init__(self, n): super().__init__(n); self.n = n
print(D(3), D(3).n)
for i in range(3):
    d = bytearray(5)
    d.extend(q for q in (1, 2)); print(d)
