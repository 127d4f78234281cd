# Builtin functions take all that iterators over builtin containers have left.
def show(*a): print(*a)
a=[1,2,3]; b="xyz"; c=(4,5)
show(list(zip(a,b)), tuple(zip(b,a,c)), dict(zip(b,a)), dict(zip(b,c)), set(zip(a,b))=={(1,'x'),(2,'y'),(3,'z')})
show(list(enumerate(b)), tuple(enumerate(a,5)), list(enumerate(zip(a,b))), dict(enumerate(b)), list(zip(enumerate(a),b)))
show(list(reversed(a)), tuple(reversed(a)), list({1:2,3:4}.items()), list(zip({1:2,3:4}.items(),a)), dict({'a':1}.items()))
it=iter(a); show(list(zip(it,it)), list(it)); it=iter([1,2,3,4,5,6]); show(list(zip(it,it,it)), list(it)); it=iter([1,2,3,4,5]); show(dict(zip(it,it)), list(it))
x=iter(a); y=iter(c); show(list(zip(x,y)), list(x), list(y)); x=iter([1,2,3,4]); y=iter(c); show(dict(zip(x,y)), list(x))
x=iter([1,2,3,4]); z=zip(x,c); show(list(z), list(z), list(x))
x=iter([1,2,3,4,5,6]); z=zip(x,iter(c)); show([p for p in z], [p for p in z], list(x))
show(list(map(int,["1","2","3"])), list(map(str,a)), [*map(float,["1.5","2"])], list(map(bool,[0,1,[]])))
m=map(int,["1","2","x","4"])
try: print(list(m))
except ValueError as e: print(e)
show(list(m))
m=map(int,["1","2","x","4"]); r=[]
try:
    for v in m: r.append(v)
except ValueError as e: print(e,r)
show(list(m))
try: print(dict(zip([1,[2],3],"abc")))
except TypeError as e: print(e)
k=iter([1,[2],3]); v=iter("abc")
try: print(dict(zip(k,v)))
except TypeError as e: print(e, list(k), list(v))
try: dict([(1,2),(3,)])
except ValueError as e: print(e)
try: dict([1])
except TypeError as e: print(e)
show(dict([(1,2),[3,4],"ab"]), dict(((1,2),(1,3))), dict([]))
class K:
    def __init__(s,n): s.n=n
    def __hash__(s): return hash(s.n)
    def __eq__(s,o): print("eq",s.n,getattr(o,'n',o)); return s.n==getattr(o,'n',o)
    def __repr__(s): return f"K{s.n}"
show(dict(zip([K(1),K(2),1],"abc")))
show(dict([(K(1),1),(1,2)]))
d={1:1,2:2,3:3}
i=iter(d); next(i); show(list(i)); i=iter(d.items()); next(i); show(list(zip(i,a)))
i=iter(d); next(i); d[9]=1
try: print(list(i))
except RuntimeError as e: print(e)
i=enumerate(d); next(i); d[10]=1
try: print(list(i))
except RuntimeError as e: print(e)
s={1,2,3}; i=iter(s); next(i); s.add(99)
try: print(list(enumerate(i)))
except RuntimeError as e: print(e)
l=[1,2,3]; i=iter(l); show(list(i)); l.append(4); show(list(i), next(i,'end')); i=reversed(l); next(i); show(list(i))
e=enumerate(a, 2**30-2); show(list(e)); e=enumerate(a,2**62); show(list(e)); e=enumerate(b,-2); next(e); show(list(e))
n=iter(a)
for _ in range(200): n=enumerate(n)
show(str(list(n))[-40:]); 
n=iter([1,2])
for _ in range(5000): n=enumerate(n)
try: print(len(list(n)))
except RecursionError as e: print("R")
z=zip(a,b); show(next(z), list(z), next(z,'end')); z=zip("ab",[1]); show(next(z), next(z,None), next(z,None))
e=enumerate("ab"); show(next(e),next(e),next(e,None), list(e))
show(list(zip()), list(zip([])), list(enumerate([])), dict(zip()), dict(zip([],[])))
show(list(zip("\u20ac\U0001f600a",a)), dict(zip("\u20acb",a)), list(map(str,"\u20acb")))
show(sorted(zip(b,a),reverse=True), max(zip(a,b)), sum(map(int,"123")), "".join(map(str,[1,2])), list(zip(*[[1,2],[3,4]])), list(zip(*[(1,2)]*5)))
def gen():
    for t in zip(a,b): yield t
show(list(gen()), list(zip(gen(),enumerate(b))), list(zip(enumerate(b),gen())))
class L(list):
    def __iter__(self): return iter([7])
show(list(zip(L(a),b)), dict(zip(L(a),b)), list(enumerate(L(a))))
big=list(range(66000)); show(len(list(zip(big,big))), len(list(enumerate(big))), len(list(reversed(big))))
some=list(range(1500)); show(sum(x for x,_ in zip(some,some)), list(map(str,some))[-1], len(dict(zip(some,some))))
for _ in range(3):
    t=0
    for i,(p,q) in enumerate(zip(some,map(int,"123"*400))): t+=i*q+p
    show(t, i)
rows=[[i, i*2, str(i), -i, i/2] for i in range(300)]
for _ in range(3):
    z=zip(*rows); first=next(z); show(len(first), first[-1], len(list(z)), list(z))
    x=iter([1,2,3]); z=zip(x,[1,2],"ab",range(9)); show(list(z), list(x), list(z))
    x=iter(range(9)); show(list(zip(x,x,x,x)), list(x), list(zip(x,[1],[2],[3])))
    show([sum(t) for t in zip([1,2],(3,4),[5,6],range(2))], dict(zip(zip([1],[2],[3],[4]), "a")), list(enumerate(zip("ab","cd","ef","gh"))))
    show(list(zip([1,2],(t for t in "ab"),[3,4],[5,6])), list(zip(gen(),a,a,a)), list(zip(a,{1:2},a,{5})))
