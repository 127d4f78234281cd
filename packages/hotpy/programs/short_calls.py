import random, functools, io, struct
r=random.Random(12345)
print([r.random() for _ in range(3)], [r.getrandbits(k) for k in (1,5,30,31,32,33,64,100,7)], r.randint(1,10**9), r.choice('abc'))
s=r.getstate(); a=[r.random() for _ in range(700)]; r.setstate(s); print(a==[r.random() for _ in range(700)], sum(a))
for seed in (0,1,-5,10**30,'abc',2.5,b'x'): print(random.Random(seed).random(), random.Random(seed).getrandbits(70))
random.seed(7); l=list(range(20)); random.shuffle(l); print(l, random.sample(l,5), random.gauss(0,1), random.choices(l,k=3))
try: r.getrandbits(-1)
except ValueError as e: print(e)
print(r.getrandbits(0), r.getrandbits(True))
class R(random.Random):
    def random(self): return 0.5
print(R(3).randint(1,10), R(3).random())
import copy, pickle
q=pickle.loads(pickle.dumps(r)); print(q.random()==r.random())
import _random
x=_random.Random(5); print(x.random(), x.getrandbits(8), len(x.getstate()))
for i in range(5): x.seed(i); print(x.random())
b=io.BytesIO()
for i in range(5):
    print(b.write(b'ab'), b.tell(), b.getvalue())
b.seek(1); print(b.write(b'ZZ'), b.getvalue(), b.write(b''), b.read(2), b.read(), b.write(bytearray(b'q')), b.getvalue())
v=b.getbuffer()
try: b.write(b'abc')
except BufferError as e: print(e)
v.release(); b.write(b'abc'); print(b.getvalue()); b.seek(100); b.write(b'x'); print(b.getvalue())
for bad in ('s', 5, None):
    try: b.write(bad)
    except TypeError as e: print(e)
b.close()
for f in (lambda: b.write(b'a'), lambda: b.write(b''), lambda: b.read(), lambda: b.tell(), lambda: b.getvalue(), lambda: b.seek(0)):
    try: f()
    except ValueError as e: print(e)
def f(*a,**k): return a,k
p=functools.partial(f,1,x=2); print(p(), p(3), p(x=5,y=6), p(7,x=8), functools.partial(f)(1,z=2), functools.partial(f)())
for i in range(4):
    for t in (b'hello world', bytearray(b'hello')):
        print(t.find(b'l'), t.find(108), t.find(300 if 0 else 255), t.rfind(b'lo'), t.count(b'l'), t.count(b''), t.startswith(b'he'), t.endswith(b'ld'), t.startswith((b'x',b'h')), t.hex(), t.hex('-'), t.find(b''), t.rfind(bytearray(b'o')), t.startswith(b''), t.endswith(b'x'*50), t.find(b'l',3), t.count(111))
    for bad in (256,-1,'a',None,1.5):
        for m in ('find','count','startswith','rfind'):
            try: getattr(b'abc',m)(bad)
            except Exception as e: print(m,type(e).__name__,e)
    x=bytearray(b'ab'); x.extend(b'cd'); x.extend(bytearray(b'ef')); x.extend(x); x.extend([1,2]); x.extend(b''); print(x)
    m=memoryview(x)
    try: x.extend(b'q')
    except BufferError as e: print(e)
    for n,s,o in [(5,2,'big'),(5,2,'little'),(0,1,'big'),(255,1,'little'),(256,1,'big'),(2**62,8,'big'),(2**63,8,'big'),(-1,2,'big'),(1,0,'big'),(0,0,'big'),(5,9,'big'),(True,2,'big'),(3,2,'bad'),(3,2,'litXle'),(70000,4,'little')]:
        try: print(n.to_bytes(s,o), int.from_bytes(n.to_bytes(s,o),o), (5).to_bytes(1), (300).to_bytes(2))
        except Exception as e: print(type(e).__name__,e)
    print(int.from_bytes(b'abcd','big'), int.from_bytes(b'\xff'*7,'little'), int.from_bytes(b'\xff'*8,'big'), int.from_bytes(b'','big'), int.from_bytes([1,2],'big'), int.from_bytes(b'\xff','big',signed=True), int.from_bytes(bytearray(b'ab'),'little'), bool.from_bytes(b'\1','big'))
    ap=[].append; l=[]; ap2=l.append; ap2(1); ap2(i); g={'a':1}.get; print(l, g('a'), g('b',3), g('q'), 'x-y'.split('-'), list(map('{}'.format,[1,2])))
    j=','.join; print(j('abc'), j(['x']))
    try: g()
    except TypeError as e: print(e)
    try: ap2(1,2)
    except TypeError as e: print(e)
    try: g(x=1)
    except TypeError as e: print(e)
    try: [].append(x=1)
    except TypeError as e: print(e)
    so=[3,1].sort; so(reverse=True); so(key=None)
    class L(list): pass
    q=L([1]); qa=q.append; qa(2); print(q, len(q))
    fk=dict.fromkeys; print(fk('ab'), fk('ab',1)); m2=str.maketrans; print(m2('a','b'))
    nx=iter([1,2]).__next__; print(nx(), nx())
    try: nx()
    except StopIteration: print('stop')
