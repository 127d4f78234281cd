"""Containers made of generators, in loops that are compiled."""

class K:
    def __init__(self, v): self.v=v
    def __hash__(self): return hash(self.v)%3
    def __eq__(self, o): return isinstance(o,K) and self.v==o.v
    def __lt__(self, o): return self.v<o.v
class Pair:
    def __init__(self,a,b): self.p=(a,b)
    def __iter__(self): return iter(self.p)
def run(n):
    out=0
    names=['id','name','x','y']
    for i in range(n):
        d=dict(zip(names,[i,str(i),i*2,None])); out+=len(d)+d['x']
        d=dict((j,j*i) for j in range(i%5)); out+=sum(d.values())
        d=dict(map(lambda q:(q,q+1), range(i%4))); out+=sum(d)
        d=dict(enumerate('abc')); out+=len(d[1])
        d=dict(zip(names,range(3)), extra=5); out+=d['extra']
        d=dict(Pair(j%2,j) for j in range(4)); out+=d[1]
        d=dict((K(j%3),j) for j in range(5)); out+=d[K(1)]
        try: dict((1,2,3) for _ in range(2))
        except ValueError as e: out+=len(str(e))
        try: dict(5 for _ in range(2))
        except TypeError as e: out+=len(str(e))
        try: dict(([],1) for _ in range(2))
        except TypeError as e: out+=len(str(e))
        it=iter([1,2,3,4]); d=dict(zip(it,'ab')); out+=sum(d)+sum(it)
        s=set(c for c in 'hello'*(i%3)); out+=len(s)
        s=set(map(K,range(i%6))); out+=len(s)
        s=frozenset(j%3 for j in range(i%7)); out+=len(s)
        try: set([] for _ in range(2))
        except TypeError as e: out+=len(str(e))
        l=sorted(j*7%5 for j in range(i%6)); out+=sum(l[:2])
        l=sorted(K(j*7%5) for j in range(5)); out+=l[0].v
        l=sorted((x for x in 'hello'), reverse=True); out+=ord(l[0])
        l=sorted(zip('ba',[1,2])); out+=l[0][1]
        g=(1//(j-2) for j in range(4))
        for f in (dict,set,sorted):
            try: f((1//(j-2),1) for j in range(4))
            except ZeroDivisionError as e: out+=1
    return out
print(run(400))
import traceback
def boom():
    yield 1,2
    raise KeyError('boom')
for f in (dict,set,sorted):
    for _ in range(300):
        try: f(boom())
        except KeyError as e: t=[(f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__)]
    print(t)
