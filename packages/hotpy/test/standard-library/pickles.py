"""Pickles of all protocols are byte for byte those of CPython, and are read back."""
import pickle, pickletools, collections, datetime, fractions, enum, io, decimal
class P:
    def __init__(s,a,b): s.a=a; s.b=b
    def __eq__(s,o): return s.__dict__==o.__dict__
class Sl:
    __slots__=('x','y')
class L(list): pass
class D(dict): pass
class E(enum.Enum): A=1; B=2
NT=collections.namedtuple('NT','a b')
l=L([1,2]); l.z=5
rec=[]; rec.append(rec); rt=([],); rt[0].append(rt)
sl=Sl(); sl.x=1; sl.y=[2]
vals=[None,True,False,0,1,255,256,65535,65536,-1,-2**31,2**31,2**63,-2**70,10**400,1.5,-0.0,float('inf'),'','a','é€😀','x'*300,'\ud800',b'',b'a',b'x'*300,bytearray(b'abc'),bytearray(),(),(1,),(1,2),(1,2,3),(1,2,3,4),[],[1],[1,2],list(range(2500)),{}, {'a':1},{i:str(i) for i in range(1500)},set(),{1,2},frozenset(),frozenset({1}),P(1,'b'),l,D(a=1),NT(1,2),datetime.date(2020,1,2),fractions.Fraction(1,3),decimal.Decimal('1.5'),collections.OrderedDict(a=1),collections.deque([1,2],3),collections.Counter('abca'),collections.defaultdict(list,{'a':[1]}),int,len,P,E,type(None),...,NotImplemented,range(5),slice(1,2),complex(1,2),ValueError('x',1),'y'*70000,b'z'*70000,[b'q'*70000,'w'],memoryview,print,[].append.__class__,sl]
import hashlib
for p in range(6):
    for i,v in enumerate(vals):
        try:
            s=pickle.dumps(v,p)
            w=pickle.loads(s)
            ok = w==v or (type(w) is type(v) and repr(w)==repr(v)) or isinstance(v,(ValueError,Sl))
            print(p,i,len(s),hashlib.md5(s).hexdigest()[:8] if not isinstance(v,(set,frozenset)) else '',ok)
        except Exception as e: print(p,i,type(e),e)
    for v in (rec,rt):
        s=pickle.dumps(v,p); w=pickle.loads(s); print(s, w[0] is w or w[0][0] is w)
a=[1,2]; b=pickle.loads(pickle.dumps([a,a,(a,a)])); print(b[0] is b[1] is b[2][0])
f=io.BytesIO(); pk=pickle.Pickler(f,2); pk.dump(a); pk.dump([a,'s']); f.seek(0); u=pickle.Unpickler(f); print(u.load(),u.load(),f.tell())
f=io.BytesIO(); pickle.dump([1],f); pickle.dump({2:3},f); f.seek(0); print(pickle.load(f),pickle.load(f))
class PP(pickle.Pickler):
    def persistent_id(s,o): return 'id' if o is a else None
class UU(pickle.Unpickler):
    def persistent_load(s,i): return ('loaded',i)
for p in range(6):
    f=io.BytesIO(); PP(f,p).dump([a,1,'id',(a,)]); print(f.getvalue()); f.seek(0); print(UU(f).load())
for bad in (b'',b'\x80',b'\x80\x07.',b'K',b'X\x05\0\0\0ab',b'}q\x05h\x06.',b'.',b'0',b'e.',b'Zx',b"\x80\x04\x95\x05\0\0\0\0\0\0\0N.",b'I1x\n.',b'(lp0\ng1\n.',b"S'abc\n.",b'cfoo\nbar\n.',b"'",b't.',b']K\x01a',b'K\x01K\x02a.',b'\x8a\x02\x01'):
    try: print(bad,pickle.loads(bad))
    except Exception as e: print(bad,type(e).__name__,e)
for bad in (lambda:1,P.__init__,iter([]),open('/dev/null'),(i for i in [])):
    try: print(pickle.dumps(bad))
    except Exception as e: print(type(e).__name__,str(e).split(' at 0x')[0])
big=bytearray(b'x'*100); bufs=[]
s=pickle.dumps([pickle.PickleBuffer(big),1],5,buffer_callback=bufs.append); print(s,len(bufs),bytes(pickle.loads(s,buffers=bufs)[0])==big)
print(pickle.dumps(pickle.PickleBuffer(b'ab'),5),pickle.dumps(pickle.PickleBuffer(big[:3]),5))
print(pickle.loads(b"S'a\\x41'\n."),pickle.loads(b"T\x02\0\0\0a\xe9.",encoding='latin1'),pickle.loads(b"U\x02a\xe9.",encoding='bytes'))
# Objects that have nothing but their identity.
import copy
for protocol in range(6):
    print(type(pickle.loads(pickle.dumps(object(), protocol))), len(pickle.dumps([object()], protocol)))
print(type(copy.copy(object())), type(copy.deepcopy([object()])[0]), object().__reduce_ex__(4)[1:])
def local():
    class Local: pass
    return Local()
for each in (lambda: 0, local()):
    try: pickle.dumps(each)
    except Exception as error: print(type(error), str(error).split(' at ')[0])
