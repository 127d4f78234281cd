import array, warnings
warnings.simplefilter('ignore')
A=array.array
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
a=A('i',[1,2,3])
for s in ["A()","A(3)","A('k')","A('ii')","A('i','abc')","A('u',b'a')","A('u','abc')","A('i',b'abcd')","A('i',b'abc')","A('i',3)","A('u',A('i'))","A('i',A('u'))","A('b',[200])","A('B',[-1])","A('B',[256])","A('h',[99999])","A('H',[99999])","A('H',[-1])","A('i',[2**40])","A('I',[2**40])","A('I',[-1])","A('l',[2**70])","A('L',[-1])","A('q',[2**70])","A('Q',[-1])","A('Q',[2**70])","A('i',['a'])","A('i',[1.5])","A('f',['a'])","A('u',['ab'])","A('u',[1])","A('d',[10**400])","A('Q',[1.5])","A('L',['a'])","A('I',[1.5])","A('b',[1.5])","a[3]","a['a']","a[1:2]","a[::2]","a.pop(7)","A('i').pop()","a.remove(9)","a.index(9)","a.index(2,2)","a.append('a')","a.append()","a.insert(1)","a+[1]","a+A('d')","a*1.5","a.extend(3)","a.extend(A('d'))","a.fromlist(3)","a.fromlist([1,'a'])","a.frombytes('a')","a.frombytes(b'abc')","a.fromunicode('a')","a.tounicode()","A('u','a\\0b').tounicode()","a.tofile(3)","a.fromfile(3,1)","a.__reduce_ex__(2)","a.__reduce_ex__(3)","a.__reduce_ex__(1)","array._array_reconstructor(A,'i',9,b'abcd')","array._array_reconstructor(A,'z',9,b'abcd')","array._array_reconstructor(A,'i',99,b'abcd')","array._array_reconstructor(int,'i',9,b'abcd')","array._array_reconstructor(A,'i',9,b'abc')","array._array_reconstructor(A,'i',9,'abc')","array._array_reconstructor(A,3,9,b'')","repr(A('u','a\\'b'))","repr(A('d',[1.5]))","repr(A('i'))","a==A('d',[1,2,3])","a<A('i',[1,2,4])","a.typecode,a.itemsize","a.buffer_info()[1]","array.typecodes","array.ArrayType","array.array","a.byteswap()","A('d',[1]).byteswap()","A('u','x').itemsize","memoryview(a).format","memoryview(A('u','ab')).format","memoryview(a).tolist()","iter(a).__reduce__()[1]","a.__iadd__(3)","a.__iadd__(A('d'))","A(typecode='i')","A('i',[1],2)","A('i',x=3)","a.__setitem__(0,'a')","a.__setitem__(9,1)","a.__setitem__(slice(0,1),[1])","a.__setitem__(slice(0,1),A('d'))","a.__setitem__(slice(0,3,2),A('i',[1]))","a.__setitem__('a',1)","a.__delitem__(9)","a.__delitem__('x')","list(reversed(a))","2 in a,'a' in a","a.count(1)","A('f',[1e300])","A('f',[0.1])","A('B',b'ab')","A('B',bytearray(b'ab'))","A('B','ab')","A('u',['a','b'])","A('u',5)","A('i',(1,2))","A('i',range(3))","A('i',A('b',[1]))","a.index()","a.index(1,2,3,4)","a.index(1,'a')","a.index(3,-1)","a.tobytes()","a.tolist()","a.__copy__()","a.__deepcopy__({})","a.__deepcopy__()",]:
    print(s, end=' -> '); t(lambda: eval(s))
m=memoryview(a)
for f in [lambda:a.append(1), lambda:a.pop(), lambda:a.frombytes(b'abcd'), lambda:a.extend(a), lambda: a.__imul__(2), lambda: a.__setitem__(slice(0,1),A('i')), lambda: a.insert(0,1), lambda:a.fromlist([1]), lambda:a.remove(1), lambda: a.__delitem__(0)]: t(f)

m.release()
a.append(5)
print(a)
class C(A):
    kind = 'c'
    def __new__(cls, *args, **kwargs):
        return A.__new__(cls, 'h', *args)
    def __init__(self, *args, name=None):
        self.name = name
c = C([1, 2, 3], name='x')
print(c, c.name, c[1:], type(c[1:]), type(c + c), len(c), c == A('h', [1, 2, 3]), c.__reduce_ex__(2)[1:])
c += A('h', [4])
c *= 2
print(c, type(c), c.index(4), c.count(4), 9 in c)
def squares():
    for i in range(4):
        yield i * i
print(A('q', squares()), A('d', map(float, range(3))), A('u', iter('abc')))
class Index:
    def __init__(self, value): self.value = value
    def __index__(self): return self.value
b = A('i', [Index(3), Index(4)])
b[Index(0)] = Index(9)
b.insert(-1, Index(5))
print(b, b[Index(-1)], b.pop(Index(0)))
class Loud:
    def __eq__(self, other):
        seen.append(other)
        return other == 4
seen = []
print(b.index(Loud()), b.count(Loud()), Loud() in b, seen)
total = 0
n = A('i', range(100))
for _ in range(50):
    for i in range(len(n)):
        n[i] += i
        total += n[i]
    for x in n:
        total -= x
print(total, n[5:50:11], sum(n), max(n), sorted(n, reverse=True)[:3])
v = memoryview(n)
v[3] = -7
print(n[3], v[4:6].tolist(), v.itemsize, v.nbytes, bytes(v[:2]), v.cast('B')[:4].tolist())
import pickle, copy
for code in 'bBhHiIlLqQfd':
    x = A(code, [1, 2, 3])
    for protocol in 3, 4, 5:
        y = pickle.loads(pickle.dumps(x, protocol))
        print(code, protocol, y, y == x, end=' ')
    print(copy.copy(x), copy.deepcopy(x), x.byteswap(), x)
it = iter(n)
next(it)
print(pickle.loads(pickle.dumps(it)).__reduce__()[2])
R = array._array_reconstructor
for code in range(22):
    data = bytes(range(8))
    if code >= 20: data = 'ab'.encode(['utf-32-le', 'utf-32-be'][code - 20])
    print(code, R(A, 'u' if code >= 18 else 'd' if code >= 14 else 'i', code, data))
