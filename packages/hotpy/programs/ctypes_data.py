# ctypes without shared libraries: C's types, their memory, and functions of Python that are called as C would call them.
import ctypes
from ctypes import *
print(c_int(5))
print(c_int(2 ** 31))
print(c_uint8(-1))
print(c_int32(4294967295).value)
print(c_double(1.5))
print(c_char(b'a'))
print(c_bool(5))
print(c_float(0.1))
print(c_long(3))
print(c_size_t(-1).value)
print(c_void_p(None))
print(c_wchar('x'))
print(py_object([1]))
for k, v in ((c_int, 'a'), (c_int, 1.5), (c_double, 'x'), (c_char, b'ab'), (c_char, 300), (c_char_p, 'x'), (c_wchar, 'ab'), (c_void_p, 'a')):
    try:
        print(k(v))
    except Exception as e:
        print(type(e).__name__, e)


class DynamicArray:

    def __init__(self):
        self._n = 0
        self._capacity = 1
        self._A = self._make(1)

    def _make(self, c):
        return (c * ctypes.py_object)()

    def append(self, o):
        if self._n == self._capacity:
            self._resize(2 * self._capacity)
        self._A[self._n] = o
        self._n += 1

    def _resize(self, c):
        B = self._make(c)
        for k in range(self._n):
            B[k] = self._A[k]
        self._A = B
        self._capacity = c

    def __getitem__(self, k):
        return self._A[k]


a = DynamicArray()
for i in range(20):
    a.append(str(i))
print(a[19], a._capacity, a._A.__class__.__name__)
try:
    (2 * py_object)()[0]
except ValueError as e:
    print(e)


class POINT(Structure):
    _fields_ = [('x', c_int), ('y', c_int)]


class RECT(Structure):
    _fields_ = [('a', POINT), ('b', POINT), ('name', c_char * 8), ('d', c_double)]


r = RECT(POINT(1, 2), (3, 4), b'hello', 2.5)
print(r.a.x, r.b.y, r.name, r.d, sizeof(r), bytes(r), alignment(RECT))
r.a.x = 99
r.name = b'x'
print(r.a.x, bytes(r)[:12], RECT.b, RECT.name.offset, RECT.name.size, POINT.x)


class B(Structure):
    _pack_ = 1
    _fields_ = [('f', c_uint8, 3), ('g', c_uint8, 5), ('h', c_uint16), ('i', c_int, 4), ('j', c_int, 28)]


b = B(5, 20, 4660, -3, 1000)
print(b.f, b.g, hex(b.h), b.i, b.j, sizeof(B), bytes(b), B.g)


class U(Union):
    _fields_ = [('i', c_uint32), ('f', c_float), ('b', c_ubyte * 4)]


u = U()
u.f = 1.0
print(hex(u.i), list(u.b), sizeof(U))
u.b[3] = 64
print(u.f)
arr = (c_int * 5)(1, 2, 3)
print(list(arr), len(arr), arr[-1], arr[1:3], sum(arr), type(arr).__name__)
arr[1:3] = [7, 8]
print(arr[:])
for f in (lambda: arr[5], lambda: arr['a'], lambda: (c_int * 2)(1, 2, 3), lambda: POINT(1, 2, 3), lambda: c_int * -1, lambda: arr.__setitem__(0, 'x'), lambda: POINT(z=1).z, lambda: POINT(1, x=2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
p = pointer(c_int(42))
print(p.contents, p[0], bool(p), bool(POINTER(c_int)()))
p[0] = 7
print(p.contents.value, type(p).__name__)
i = c_int(3)
pi = pointer(i)
pi.contents.value = 9
print(i)
pi.contents = c_int(4)
print(i, pi[0])
try:
    POINTER(c_int)().contents
except ValueError as e:
    print(e)
pa = cast(arr, POINTER(c_int))
print(pa[0], pa[1], pa[:3])
s = create_string_buffer(b'hello', 10)
print(s.value, s.raw, len(s), sizeof(s), repr(s.raw))
s.value = b'bye'
print(s.raw)
w = create_unicode_buffer('añb')
print(w.value, len(w))
memset(s, ord('z'), 3)
print(s.value)
memmove(s, b'ABC', 2)
print(s.value)
print(string_at(s), string_at(addressof(s), 2), cast(s, c_char_p).value)


class Node(Structure):
    pass


Node._fields_ = [('v', c_int), ('next', POINTER(Node))]
n3 = Node(3)
n2 = Node(2, pointer(n3))
n1 = Node(1, pointer(n2))
n = n1
out = []
while True:
    out.append(n.v)
    if not n.next:
        break
    n = n.next.contents
print(out)
CMP = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))
f = CMP(lambda a, b: a[0] - b[0])
print(f(byref(c_int(5)), byref(c_int(3))))
print(CFUNCTYPE(c_int, c_int)(lambda x: x * 2)(21))
print(POINT.from_buffer_copy(b'\x01\x00\x00\x00\x02\x00\x00\x00').y)
ba = bytearray(8)
q = POINT.from_buffer(ba)
q.x = 258
print(ba)


class BE(BigEndianStructure):
    _fields_ = [('a', c_uint16), ('b', c_uint32)]


print(bytes(BE(1, 2)), sizeof(BE))
print(c_int.from_buffer_copy(b'\xff\xff\xff\xff'), c_uint32.__ctype_be__(1).value, bytes(c_uint32.__ctype_be__(1)))


class T(Structure):
    _fields_ = [('l', c_longlong), ('c', c_char), ('s', c_short), ('q', c_char)]


print(sizeof(T), [getattr(T, x).offset for x in 'lcsq'], T._fields_[0])
print(memoryview(arr).nbytes, bytearray(arr)[:4], c_int(1) == c_int(1), bool(c_int(0)), c_int * 3 is c_int * 3)
print(issubclass(c_int, ctypes._SimpleCData), isinstance(r, Structure), POINT.__mro__[1:], c_int.__name__, type(POINT).__name__)


class An(Structure):

    class _U(Union):
        _fields_ = [('i', c_int), ('f', c_float)]
    _anonymous_ = ('u',)
    _fields_ = [('u', _U), ('k', c_int)]


x = An()
x.i = 5
print(x.u.i, x.f, x.k)
print(sizeof(c_long), sizeof(c_wchar), sizeof(c_void_p), sizeof(c_longdouble))
e = c_int()
e.value += 10
print(e)
print(repr(byref(e))[:12])
ob = py_object({'a': 1})
print(ob.value)


def h(s):
    v = 0
    for ch in s:
        v = c_int32(31 * v + ord(ch)).value
    return v


print(h('hello world' * 300))
mat = (c_int * 3 * 2)()
mat[1][2] = 5
print([list(r) for r in mat], sizeof(mat), type(mat).__name__)
print(c_ulonglong(2 ** 64 + 5).value, c_byte(200).value, c_short(70000).value, c_char_p().value, c_int().value)


class Own(Structure):
    _fields_ = [('a', c_int), ('b', c_char * 4)]

    def __init__(self, a):
        self.a = a * 2

    def __repr__(self):
        return f'Own({self.a}, {self.b})'


print(Own(4), (Own * 2)()[1], sizeof(Own))
for attempt in (Structure, Union, Array, ctypes._SimpleCData, ctypes._Pointer):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
try:
    Own._fields_ = []
except AttributeError as error:
    print(error)
print(c_int.__new__(c_int), c_int(True), c_float(3), c_double(2**70), c_uint8(2**70 + 3))
CDLL_ERRORS = 0
try:
    ctypes.CDLL('libnone.so.9')
except OSError:
    CDLL_ERRORS += 1
try:
    ctypes.pythonapi.PyNone_None
except AttributeError:
    CDLL_ERRORS += 1
print(CDLL_ERRORS)
