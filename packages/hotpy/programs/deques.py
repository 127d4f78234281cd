from collections import deque
import copy, pickle, gc, weakref, sys
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
d=deque([1,2,3])
t(lambda: d); t(lambda: deque(maxlen=3)); t(lambda: deque('abcdef',3)); t(lambda: deque('abc',maxlen=0))
t(lambda: deque(5)); t(lambda: deque(None)); t(lambda: deque([1],-1)); t(lambda: deque([1],'x')); t(lambda: deque([1],2.0)); t(lambda: deque(iterable=[1,2],maxlen=1))
t(lambda: deque(1,2,3)); t(lambda: deque(foo=1))
d=deque()
for i in range(100): d.append(i)
for i in range(60): assert d.popleft()==i
for i in range(50): d.appendleft(-i)
print(d)
t(lambda: d.pop()); t(lambda: d[0]); t(lambda:d[-1]); t(lambda:d[1000]); t(lambda:d['a']); t(lambda:d[1.0]); t(lambda:d[2**70]); t(lambda:d[True]); t(lambda: d[0:1])
for n in (0,1,-1,3,-3,50,-50,1000,-1000,2**40,-2**62): d.rotate(n); print(n, list(d)[:5])
t(lambda: d.rotate('x')); t(lambda: d.rotate(2**80)); t(lambda: d.rotate(1.0)); t(lambda: d.rotate(1,2))
t(lambda: deque().pop()); t(lambda: deque().popleft())
e=deque('abcab'); t(lambda:e.index('b')); t(lambda:e.index('b',2)); t(lambda:e.index('z')); t(lambda:e.count('a')); t(lambda:e.remove('c')); print(e); t(lambda:e.remove('zz')); t(lambda: 'a' in e); t(lambda: 5 in e)
e.insert(2,'X'); e.insert(-1,'Y'); e.insert(100,'Z'); e.insert(-100,'A'); e.insert(0,'B'); print(e)
f=deque([1,2],2); t(lambda:f.insert(0,1)); del e[0]; del e[-1]; print(e); t(lambda: e.__delitem__(100))
e[0]=9; e[-1]=8; print(e); t(lambda: e.__setitem__(100,1))
e.reverse(); print(e); e.extend(e); print(e); e.extendleft(e); print(e); e.extendleft((1,2,3)); e.extend(x for x in 'gh'); e.extendleft(iter('ij')); print(e); e.extend({1:2}); e.extend('xy'); e.extend(range(3)); print(e)
t(lambda:e.extend(5)); t(lambda: e.extendleft(5)); t(lambda: e+[1]); t(lambda: e+deque([1])==e); t(lambda: deque([1,2],3)+deque([4,5])); t(lambda: deque([1,2])*3); t(lambda: 3*deque([1,2],maxlen=5)); t(lambda: deque([1,2])*-1); t(lambda: deque([1])*'a'); t(lambda: deque([1])*1.5)
g=deque([1,2,3],4); g*=3; print(g); g+= [7,8]; print(g); g+='ab'; print(g); g*=0; print(g)
for a,b in ((deque([1,2]),deque([1,2])),(deque([1]),deque([2])),(deque([1,2]),deque([1]))):
    print(a==b,a!=b,a<b,a<=b,a>b,a>=b)
print(deque([1])==[1]); t(lambda: deque([1])<[1]); t(lambda: hash(deque()))
class D(deque):
    def __init__(self,*a,**k): super().__init__(*a,**k); self.z=1
    def __iter__(self): return super().__iter__()
d=D([1,2,3],5); d.x=7
print(d, d.copy(), type(d.copy()), copy.copy(d), copy.deepcopy(d), d.__reduce__()[:3], d+d, d*2, type(d*2), len(d), bool(D()), d[1], 2 in d)
d+=[4]; print(d, type(d)); d*=2; print(d,type(d), d.maxlen)
p=pickle.loads(pickle.dumps(d)); print(p,type(p),p.x,p.maxlen)
p=pickle.loads(pickle.dumps(deque([1,2],5))); print(p)
it=iter(deque([1,2,3])); next(it); it2=pickle.loads(pickle.dumps(it)); print(list(it2), list(copy.copy(it)), it.__length_hint__(), it.__reduce__())
it=reversed(deque([1,2,3])); next(it); print(list(copy.copy(it)), it.__length_hint__(), type(it), type(iter(deque())))
for m in ('append','popleft','rotate','reverse','clear','extend','insert','remove','__setitem__','__delitem__','__imul__','appendleft','pop','extendleft'):
    d=deque([1,2,3,4]); it=iter(d); next(it)
    args={'append':(1,),'appendleft':(1,),'extend':([1],),'extendleft':([1],),'insert':(1,1),'remove':(1,),'__setitem__':(0,5),'__delitem__':(0,),'__imul__':(2,)}.get(m,())
    getattr(d,m)(*args)
    try: print(m, next(it), list(it))
    except RuntimeError as ex: t(lambda: (m, ex, list(it)))
d=deque([1]); it=iter(d); d.rotate(); print(list(it))
class Ev:
    def __init__(s,d,a): s.d=d; s.a=a
    def __eq__(s,o):
        s.a(s.d); return False
for a in (lambda d:d.append(1), lambda d:d.clear()):
    for m in ('count','index','remove','__contains__'):
        d=deque(); d.extend([1,Ev(d,a),3]); t(lambda: getattr(d,m)(3))
d=deque([1]); d.append(d); print(d); d.clear()
w=weakref.ref(d); print(w() is d); 
print(deque.__name__, deque.__module__, deque.append, deque[int], sys.getsizeof(deque([1]*100)))
d=deque([3,1,2]); print(sorted(d), max(d), sum(d), list(zip(d,d)), list(enumerate(d)), tuple(d), set(d), [*d], ','.join(map(str,d)), list(map(str,d)), dict.fromkeys(d))
a,b,c=d; print(a,b,c); print(*d)
match d:
    case [x,*y]: print(x,y)
def bfs(n):
    q=deque([(0,0)]); seen={0}; s=0
    while q:
        x,dd=q.popleft(); s+=dd
        for y in (x*2+1,x*3+1):
            if y<n and y not in seen: seen.add(y); q.append((y,dd+1))
    return s
print(bfs(20000))
def loop():
    d=deque(maxlen=5); s=0
    for i in range(3000):
        d.append(i)
        for x in d: s+=x
        if len(d)>3: s+=d[0]*d[-1]
        for x in reversed(d): s^=x
        if i%7==0: d.rotate(2)
        if i in d: s+=1
    try:
        for x in d: d.append(1)
    except RuntimeError as e: print(e)
    return s
print(loop())
print(dir(deque))
