import struct
cases=[('<IH',(1,2)),('>IH',(70000,65535)),('@bBhHiIlLqQ',(-1,255,-5,6,-7,8,-9,10,-11,12)),('=?c3s5s',(True,b'x',b'abcdef',b'a')),('<fd',(1.5,-2.25)),('>fd',(1,2.5)),('<f',(1e39,)),('<f',(float('inf'),)),('<d',(float('nan'),)),('<e',(1.5,)),('3i',(1,2,3)),('<B',(256,)),('<b',(-129,)),('<H',(-1,)),('<I',(2**32,)),('<q',(2**63,)),('<Q',(2**64-1,)),('<Q',(2**63-1,)),('<i',('a',)),('<i',(1.5,)),('<c',(b'ab',)),('<c',(bytearray(b'a'),)),('<3s',(bytearray(b'abcd'),)),('<s',('a',)),('',()),('x',()),('2x3x',()),('<i',()),('<i',(1,2)),('z',(1,)),('0i',()),('0s',(b'a',)),('<p',(b'a',)),('5p',(b'abc',)),('<?',(5,)),('<?',([],)),('P',(5,)),('<i',(True,)),('<d',(10**400,)),('<f',(3,)),('!IHB',(1,2,3)),('<2h2h',(1,2,3,4))]
def att(f):
    try: return f()
    except Exception as e: return type(e).__name__,str(e)
for r in range(3):
    for f,v in cases:
        p=att(lambda: struct.pack(f,*v)); print(f,v,p)
        try: S=struct.Struct(f)
        except Exception as e: print(e); continue
        print(att(lambda: S.pack(*v)), S.size)
        if isinstance(p,bytes):
            print(att(lambda: struct.unpack(f,p)), att(lambda: S.unpack(bytearray(p))), att(lambda: S.unpack_from(p)), att(lambda: struct.unpack_from(f,b'zz'+p,2)), att(lambda: S.unpack_from(b'z'+p,1)), att(lambda: struct.unpack(f,p+b'x')), att(lambda: S.unpack_from(p,-1)), att(lambda: S.unpack_from(p,5)), att(lambda: struct.unpack(f,memoryview(p))), att(lambda: struct.unpack_from(f, p, offset=0)), att(lambda: struct.unpack_from(f, buffer=p)))
    print(struct.unpack('<3B',b'\xff\x80\x01'), struct.unpack('>q',b'\xff'*8), struct.unpack('<Q',b'\xff'*8), struct.unpack('>h',b'\x80\x00'), struct.unpack('<i',b'\xff\xff\xff\x7f'), struct.unpack('<f',b'\0\0\xc0\x7f'))
    print(att(lambda: struct.pack()), att(lambda: struct.pack(5)), att(lambda: struct.pack(b'<i',3)), att(lambda: struct.pack('<i',x=3)), att(lambda: struct.Struct('<i').pack(x=1)))
class S2(struct.Struct): pass
for i in range(3): print(S2('<i').pack(5), S2('<i').unpack(b'abcd'))
s=struct.Struct('<i'); s.__init__('<h'); print(s.pack(3), s.size, s.unpack(b'ab'))
f='<'+'i'
for i in range(3): print(struct.pack(f,i))
# bound natives
from collections import Counter, defaultdict
for i in range(4):
    d={'a':3,'b':1,'c':2}
    print(max(d,key=d.get), sorted(d,key=d.get), min(d,key=d.__getitem__), sorted('bca',key='abc'.index), sorted(['b','A'],key=str.lower), max([1,2],key={1:5,2:7}.get, default=0))
    c=Counter('abracadabra'); print(sorted(c,key=c.get), max(c,key=c.get))
    dd=defaultdict(int,x=2,y=1); print(sorted(dd,key=dd.get))
    class K(dict):
        def get(self,k): return -ord(k)
    k=K(a=1,b=2); print(sorted(k,key=k.get))
    try: sorted([[1],[2]], key=d.get)
    except TypeError as e: print(e)
    try: print(sorted(['a','zz'],key=d.get))
    except TypeError as e: print(e)
    up='abc'.upper; print(up(), 'x{a}y'.format(a=i), 'a b'.split(maxsplit=1), b'a'.decode(encoding='ascii'), [3,1].sort(reverse=True), (1,2).count(1), 'q'.join.__self__, [].append.__name__, type([].append), 1.5.is_integer())
    m=[].append; m2=[].append; print(m==m2, m is m2, hash(m) is not None, {1:2}.get is {1:2}.get)
    l=[1]; a=l.append; b=l.append; print(a==b, a is b)
    f=d.items; print(f(), d.keys.__qualname__, d.values.__doc__[:5])
    e=Exception(1); w=e.with_traceback; print(w(None))
    s=super(K,k).get; print(s('a'))
    g=(x for x in 'ab'); n=g.__next__; print(n(), g.send(None))
    print([x.strip for x in ['a ',' b']][0](), list(map(' '.join,[['a','b']])))
class Key:
    def __init__(self, value): self.value = value
    def __hash__(self): return hash(self.value)
    def __eq__(self, other): return self.value == other.value
table = {Key(1): 'one'}
get, pop, setdefault, items = table.get, table.pop, table.setdefault, [3].append
for i in range(4):
    print(get(Key(1)), get(Key(2)), get(Key(2), 5), setdefault(Key(1), 0), pop(Key(9), 'none'), get(1.5), get((1, 2), 3))
    for bad in ([], {}):
        try: get(bad)
        except TypeError as e: print(e)
        try: get(bad, 1)
        except TypeError as e: print(e)
    try: get()
    except TypeError as e: print(e)
    class C: __call__ = {1: 2}.get
    print(C()(1), C()(3))
