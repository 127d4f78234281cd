print(b'abc', b"it's", bytes(3), bytes([1,2,255]), rb'\n', b'a' b'c', Rb'\x', BR"q", b'''multi
line''', b'\n\x41\101\0')
x = b'hello world'
print(x.find(b'o'), x.find(111), x.rfind(b'o'), x.count(b'l'), x.split(), x.split(b'o'), x.upper(), x[1], x[1:4], x[::-1], len(x))
print(x == b'hello world', hash(x) == hash('hello world'), {x: 1}[b'hello ' + b'world'], x in {b'hello world'})
print('h\u00e9\u4e2d\U0001F600'.encode(), 'h\u00e9\u4e2d\U0001F600'.encode().decode(), 'é'.encode('latin-1'), 'é'.encode('utf-16'))
for e in ('ascii', 'utf-8', 'cp1252'):
    try:
        print(b'\xff\x81'.decode(e))
    except UnicodeDecodeError as ex:
        print(ex, ex.args, ex.object, ex.start, ex.end, ex.reason, ex.encoding)
try:
    'é€'.encode('ascii')
except UnicodeEncodeError as ex:
    print(ex, ex.object, ex.start, ex.end)
print('é€'.encode('ascii', 'replace'), 'é€'.encode('ascii', 'xmlcharrefreplace'), 'é€'.encode('ascii', 'backslashreplace'))
print(list(x), sum(x), sorted(b'cab'), max(b'abc'), bytes(i for i in range(5)), b', '.join([b'a', b'b']), b','.join(c for c in [b'x']))
print((1000).to_bytes(2, 'big'), int.from_bytes(b'\x03\xe8', 'big'), int(b'12'), float(b'1.5'), ord(b'x'), b'%d %s %b %c %a' % (1, b'x', b'y', 65, 'é'))
print(b'abc'.hex(), b'abc'.hex(':'), bytes.fromhex('61 62 63'), b'a,b'.partition(b','), str(b'abc'), str(b'abc', 'utf8'))


class Frame(bytes):
    def __new__(cls, *parts):
        self = super().__new__(cls, b''.join(parts))
        self.parts = len(parts)
        return self

    @property
    def body(self):
        return self[1:-1]


class Wire:
    def __bytes__(self):
        return b'wire'

    def __index__(self):
        return 3


b = Frame(b'<', b'xyz', b'>')
print(b, b + b'1', type(b.upper()), b == b'<xyz>', hash(b) == hash(b'<xyz>'), b.body, b.parts, type(b[:]), {b: 1}[b'<xyz>'], len(b), b'y' in b)
print(bytes(Wire()), b'abcdef'[Wire()], int.from_bytes(Wire(), 'big'), Frame.fromhex('3c3e'))
for c in b'ab':
    print(c)
print(b'a' < b'b', b'a' * 3, 3 * b'ab', b'' or 'empty', not b'')
print(b'a' == 'a', b'a' != 'a', b'a' in [b'a'], 'a' in [b'a'], (b'a', 1) == (b'a', 1.0))


def attempt(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: b'a' + 'a')
attempt(lambda: 'a' + b'a')
attempt(lambda: b'a' < 'a')
attempt(lambda: b'abc'[5])
attempt(lambda: (lambda key: b'abc'[key])('x'))
attempt(lambda: b'abc'.index(b'z'))
attempt(lambda: bytes([1, 256]))
attempt(lambda: bytes('x'))
attempt(lambda: bytes(n for n in [1, -1]))
attempt(lambda: 'a' in b'abc')
attempt(lambda: b'abc'.decode('nonsense'))
attempt(lambda: 'abc'.encode('hex'))
attempt(lambda: b','.join([b'a', 'b']))
attempt(lambda: b'%d' % 'x')
attempt(lambda: b'x'.center(5, 'y'))


def checksum(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def words(data):
    counts = {}
    for word in data.split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def scan(data):
    pairs = zeros = vowels = 0
    for i in range(len(data) - 1):
        if data[i:i + 2] == b'lo':
            pairs += 1
        if data[i] == 0x6f:
            zeros += 1
        if data[i] in b'aeiou':
            vowels += 1
    return pairs, zeros, vowels


text = b'the quick brown fox jumps hello world ' * 100
for _ in range(3):
    print(hex(checksum(text)), scan(text), sorted(words(text).items())[:2])
print(list(reversed(b'abc')), [*b'ab'], tuple(b'a'), dict.fromkeys(b'ab'), bytes(reversed(b'abc')), [i for i in enumerate(b'x')])
a, *rest = b'abc'
print(a, rest, bytes(rest), b'%(k)s' % {b'k': b'v'}, f'{b"x"}', format(b'x'), repr(b'\''), ascii(b'\xff'))
