import struct
def t(*a, f=struct.pack):
    shown = [x if type(x) in (int, str, bytes, float, bytearray, type(None)) else type(x) for x in a]
    try:
        print(shown, f(*a))
    except BaseException as e:
        print(shown, type(e).__module__, type(e).__name__, e)
for end in '@', '<', '>':
    for c in 'bBhHiIlLqQnNPefd?cspx':
        for v in (10**30, 2**63, 2**64, -2**63-1, 256, -1, 65536, 2**32, 'a', 1.5, None, b'ab', 1e300):
            t(end+c, v)
t('0i');t('i',1,2);t('i');t();t(3);t('3');t('k');t('i\0',1);t('é');t(b'\xe9'); t('99999999999999999999i'); t(str(2**63-1)+'q')
P=struct.pack_into
for a in [(),('i',),('i',b'abc'),('i',b'abcd',0,1),('i',bytearray(4)),('i',bytearray(4),0),('i',bytearray(4),'a',1),('i',bytearray(4),1,1),('i',bytearray(4),-3,1),('i',bytearray(4),-5,1),('i',bytearray(4),10**30,1),('i',3,0,1),]: t(*a,f=P)
U=struct.unpack
for a in [(),('i',),('i',b'abc'),('i','abcd'),('i',b'abcd',0)]: t(*a,f=U)
for a in [('i',),('i',b'abc'),('i','abcd'),('i',b'abcd',1),('i',b'abcd',-1),('i',b'abcd',-5),('i',b'abcd',10**30),('i',b'abcd','x')]: t(*a,f=struct.unpack_from)
for a in [(),('i',),('i',b'abc'),('',b''),('i','abcd'),('x',b'abcd')]: t(*a,f=lambda *x:list(struct.iter_unpack(*x)))
for a in [(),('i',3),(3,),('0p',)]: t(*a,f=struct.calcsize)
for a in [(),('i',3),(3,),('i\xe9',)]: t(*a,f=struct.Struct)
s=struct.Struct('i')
for f in s.pack,s.pack_into,s.unpack,s.unpack_from: t(f=f); t(b'',f=f); t('',f=f); t(1,2,f=f)
t('>0s',b'',f=U)
u=struct.Struct.__new__(struct.Struct)
t(f=lambda:u.size);t(f=lambda:u.format);t(f=u.pack);t(b'',f=u.unpack)
print(struct.Struct, struct.error, repr(s)[:24], type(struct.iter_unpack('i', b'')))
t(f=struct._clearcache)
for e in [65504.0,65519.9,65520.0,1e-8,5.96e-8,float('nan'),float('inf'),-0.0]: t('>e',e)
t('f',3.4e38);t('f',3.5e38);t('<f',float('inf'));t('<f',float('nan'))
print(s.__sizeof__())
class I:
    def __index__(self): return 7
class F:
    def __float__(self): return 1.5
t('b',I());t('q',I());t('d',F());t('P',I());t('d',I());t('f','a')
class B:
    def __index__(self): raise ZeroDivisionError('x')
    def __float__(self): raise ZeroDivisionError('x')
    def __bool__(self): raise ZeroDivisionError('x')
t('b',B());t('q',B());t('d',B());t('P',B());t('?',B())

import random
random.seed(7)
for _ in range(300):
    form = random.choice('@=<>!') + ''.join(random.choice(['b', '2B', 'h', 'H', '3i', 'I', 'l', 'L', 'q', 'Q', '?', 'e', 'f', 'd', 'x', '5s', '4p', 'c', '0q', ' ']) for _ in range(random.randrange(7)))
    size = struct.calcsize(form)
    data = bytes(random.randrange(256) for _ in range(size))
    items = struct.unpack(form, data)
    print(form, size, items, struct.pack(form, *items).hex())
buffer = bytearray(b'.' * 20)
for i in range(200):
    struct.pack_into('<hx?', buffer, i % 16, i, i & 1)
print(buffer, sum(struct.unpack_from('>I', buffer, i % 16)[0] for i in range(200)))
print(list(struct.Struct('<H2x').iter_unpack(bytes(range(16)))), struct.iter_unpack('b', b'abc').__length_hint__())
class Named(struct.Struct):
    kind = 'named'
n = Named('>2h')
print(n.kind, n.size, n.format, n.pack(1, 2), n.unpack(b'\0\1\0\2'), isinstance(n, struct.Struct))
