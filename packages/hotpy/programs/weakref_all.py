import _weakref as w, gc
class C:
    def __init__(s,n): s.n=n
    def __call__(s): return 'called'
    def __eq__(s,o): return isinstance(o,C) and s.n==o.n
    def __hash__(s): return hash(s.n)
c=C(1)
r=w.ref(c); print(r() is c, w.ref(c) is r, w.getweakrefcount(c), r.__callback__)
log=[]
r2=w.ref(c, lambda x: log.append(x is r2)); print(r2 is r, r==r2, hash(r)==hash(c))
p=w.proxy(c); print(p.n, p(), type(p).__name__)
p.n=5; print(c.n)
class K(w.ref):
    __slots__='key',
    def __new__(t,o,cb,key):
        s=w.ref.__new__(t,o,cb); s.key=key; return s
    def __init__(s,o,cb,key): super().__init__(o,cb)
k=K(c,lambda x: log.append(x.key),'kk'); print(k.key, k() is c)
c=None
gc.collect()
print(r(), r2(), sorted(map(str,log)), k())
try: p.n
except ReferenceError as e: print(e)
for bad in (1,'a',None,(1,),[1],{}):
    try: w.ref(bad)
    except TypeError as e: print(e)
def f(): pass
rf=w.ref(f); print(rf() is f); print(w.ref({1}.__class__)() )
s={1,2}; print(w.ref(s)())
for i in range(20000):
    o=C(i); rr=w.ref(o)
    assert rr() is o
