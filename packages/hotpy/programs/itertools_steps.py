import itertools as I, pickle, copy, operator
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
class It:
    def __init__(s,n): s.n=n
    def __iter__(s): return s
    def __next__(s):
        if s.n<=0: raise StopIteration
        s.n-=1; return s.n
def gen(n):
    for i in range(n): yield i
srcs=[lambda:[1,2,3,4,5], lambda:(1,2,3), lambda:range(7), lambda:'abcdé\u1234', lambda:{1:2,3:4}, lambda:{5,6,7}, lambda:gen(4), lambda:It(5), lambda:[], lambda:zip([1,2],'ab'), lambda:map(str,[1,2,3]), lambda:I.chain([1],[2,3]), lambda: b'xyz']
for s in srcs:
    t(lambda: list(I.chain(s(), s()))); t(lambda: [x for x in I.chain(s(),[],(),s(),range(0),gen(2))]); t(lambda: list(I.chain.from_iterable([s(),s()]))); t(lambda: list(I.chain.from_iterable(iter([s()]))))
    for a in ((3,),(1,4),(0,None,2),(1,10,3),(2,2),(5,),(None,),(0,),(4,9,2)):
        t(lambda: list(I.islice(s(),*a)))
        it=iter(s()); t(lambda: (list(I.islice(it,*a)), list(it)))
    t(lambda: list(zip(I.count(), s()))); t(lambda: list(zip(s(), I.repeat(9), I.cycle('xy'))))
    t(lambda: list(I.islice(I.cycle(s()),11))); t(lambda: list(I.pairwise(s()))); t(lambda: list(I.zip_longest(s(),[1,2,3,4,5,6,7,8]))); t(lambda: list(I.zip_longest([1],s(),(), fillvalue='-'))); t(lambda: list(I.zip_longest(s(), gen(3), It(2))))
    t(lambda: list(I.product(s(),s()))[:9]); t(lambda: len(list(I.product(s(),[1,2],'ab')))); t(lambda: list(I.product(s(),repeat=3))[:5]); t(lambda: list(I.combinations(s(),2))); t(lambda: list(I.permutations(s(),2))[:8]); t(lambda: list(I.permutations(s()))[:4]); t(lambda: list(I.combinations(s(),3))[-3:])
    t(lambda: list(I.accumulate(s()))); t(lambda: list(I.accumulate(s(),initial=0))); t(lambda: list(I.accumulate(s(),max)))
    t(lambda: list(I.dropwhile(lambda x: x==1, s()))); a,b=I.tee(s()); t(lambda: (next(a,None),list(b),list(a)))
    a,b,c=I.tee(s(),3); t(lambda: list(zip(a,b,c))); 
    x=I.chain(s(),[9]); y=[]
    for i in x:
        y.append(i)
        if len(y)==2: break
    t(lambda: (y, next(x,None), list(x), next(x,'end')))
z=I.zip_longest([1,2],[3]); t(lambda: (next(z),next(z),next(z,'e'),next(z,'e')))
c=I.count(5,2); next(c); next(c); t(lambda: (next(c), c, copy.copy(c), next(copy.copy(c)))); c=I.count(2**30-3); t(lambda: [next(c) for i in range(6)]); c=I.count(-2**30+2,-1); t(lambda: [next(c) for i in range(5)]); c=I.count(1.5,0.5); t(lambda: [next(c) for i in range(4)])
c=I.count(2**62,2**61); t(lambda: [next(c) for i in range(5)])
r=I.repeat('x',3); next(r); t(lambda: (r, list(r), r)); r=I.repeat(1,-5); t(lambda: (r,list(r))); r=I.repeat(7); t(lambda: [next(r) for i in range(3)])
for mk in (lambda: I.chain([1,2,3],(4,5)), lambda: I.islice(range(20),2,15,3), lambda: I.count(3,2), lambda: I.repeat(4,6), lambda: I.cycle([1,2,3]), lambda: I.zip_longest([1,2,3],[4]), lambda: I.product([1,2,3],'ab'), lambda: I.product([1,2],'ab',[0]), lambda: I.combinations(range(5),3), lambda: I.permutations(range(4),2), lambda: I.accumulate([1,2,3,4]), lambda: I.dropwhile(bool,[1,0,2,3])):
    for n in range(0,8):
        x=mk(); got=[]
        for i in range(n):
            v=next(x,None)
            if v is None: break
            got.append(v)
        try: w=pickle.loads(pickle.dumps(x)); v=copy.copy(x)
        except Exception as e: print(type(e),e); continue
        print(n, got, list(I.islice(w,6)), list(I.islice(v,6)))
l=[1,2,3]; out=[]
for x in I.chain(l,[100]):
    out.append(x)
    if len(out)<6: l.append(x*10)
print(out)
l=[1,2,3]; it=I.cycle(l); print([next(it) for i in range(5)]); l.append(4); print([next(it) for i in range(5)])
d={1:1,2:2}
def mut():
    for k in I.chain(d,[5]):
        d[k+10]=1
t(mut)
def bad(): yield 1; raise ValueError('x')
t(lambda: list(I.chain([0],bad()))); t(lambda: list(I.chain([0],5))); x=I.chain([0],5,[7]); t(lambda: next(x)); t(lambda: next(x))
t(lambda: list(I.islice(bad(),5))); t(lambda: list(I.zip_longest([1,2,3],bad()))); t(lambda: list(I.pairwise(bad()))); t(lambda: list(I.accumulate(['a',1]))); x=I.accumulate([1,'a',2]); t(lambda: next(x)); t(lambda: next(x)); t(lambda: next(x,'end'))
def nested():
    x=range(3)
    for i in range(40): x=I.chain(x,[i])
    return list(x)
print(nested())
def deep():
    x=iter([1,2])
    for i in range(200): x=I.islice(x,5)
    return list(x)
print(deep())
def loop():
    s=0
    for i in range(300):
        for a,b in I.product(range(3),repeat=2): s+=a*b
        for a,b in I.combinations(range(5),2): s+=a^b
        for p in I.permutations((1,2,3)): s+=p[0]
        for x in I.chain((1,2),[3],range(i%4)): s+=x
        for x in I.islice(I.count(i),3): s+=x
        for a,b in I.zip_longest((1,2,3),(4,)): s+=a+(b or 0)
        for a,b in I.pairwise([1,2,3]): s+=a*b
        for x in I.accumulate([1,2,3]): s+=x
        for x,_ in zip(I.cycle((1,2)),range(5)): s+=x
        for k,g in I.groupby([1,1,2]): s+=k+len(list(g))
        for x in I.repeat(2,3): s+=x
    c=I.count()
    for i in range(2000): s+=next(c)
    c=I.cycle([1,2,3])
    for i in range(2000): s^=next(c)
    return s
print(loop())
a,b=I.tee([1,2,3]); c=copy.copy(a); print(next(a),list(c),list(b),list(a))
import sys
x=I.chain.from_iterable([] for i in range(20000)); print(list(x)); print(list(I.islice(range(100000),99998,None)))
