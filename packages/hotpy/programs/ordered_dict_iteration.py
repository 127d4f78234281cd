from collections import OrderedDict
import copy, pickle
od=OrderedDict(a=1,b=2)
print(od.keys(), od.values(), od.items(), type(od.keys()), type(iter(od)), type(iter(od.items())), type(reversed(od)))
print(type(od.keys()).__mro__, OrderedDict.__mro__)
print(od.keys() & {'a'}, sorted(od.items() | {('c', 3)}), od.keys()=={'a','b'}, list(reversed(od.items())), list(reversed(od.values())))
it=iter(od); print(it.__reduce__(), it.__length_hint__() if hasattr(it,'__length_hint__') else None)
print(len(od.keys()), 'a' in od.keys(), od.keys().isdisjoint({'z'}))
for f in (lambda o: o.keys(), lambda o:o.items(), lambda o: o.values(), lambda o: o, reversed):
    for m in (lambda o: o.move_to_end('a'), lambda o: o.update(a=5), lambda o: o.update(z=1), lambda o: o.pop('b'), lambda o: o.clear(), lambda o: o.popitem(), lambda o: o.popitem(False), lambda o:o.setdefault('y'), lambda o:o.setdefault('b')):
        od=OrderedDict.fromkeys('abcd')
        try:
            it=iter(f(od)); print(next(it), end=' '); m(od); print(next(it), end=' '); print(list(it))
        except Exception as e: print(type(e).__name__, e)
class O(OrderedDict):
    def __iter__(self): return iter('xyz')
o=O(a=1); print(list(o), list(o.keys()), list(o.items()), dict(o), o)
class K(OrderedDict): pass
k=K(a=1); print(k, k.keys(), dict(k), {**k}, list(k), [*k.items()], sorted(k), k.copy(), copy.deepcopy(k), pickle.loads(pickle.dumps(k)))
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def new(): 
    od=OrderedDict.fromkeys('abcde'); od['f']=None; return od
def a():
    od=new(); n=0
    for k in od: od.move_to_end(k); n+=1; assert n<20
    return n
def b():
    od=new()
    for k in od: od['f']=None
    return 'fine'
def c():
    od=new()
    for i,k in enumerate(od): assert i<5; del od['f']
def d():
    od=new()
    for k in od: od[k+'x']=1
def e():
    od=new()
    for k in od: od.pop(k); od[k]=1
def f():
    od=new(); n=0
    for k in od:
        n+=1
        if k=='f': od.move_to_end('a')
    return n
def g():
    od=new(); it=iter(od); next(it); od.move_to_end('f'); return list(it)
def h():
    od=new(); it=iter(od.items()); next(it); od.move_to_end('a'); return list(it)
def i():
    od=new(); it=iter(od); next(it); od.clear(); return list(it)
def j():
    od=new(); it=reversed(od); next(it); od.move_to_end('a'); return list(it)
def k():
    od=new(); n=0
    for i,k in enumerate(od): od.move_to_end(k); n+=1; print(n); assert n<20
for x in (a,b,c,d,e,f,g,h,i,j,k): print(x.__name__); t(x)
