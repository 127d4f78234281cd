"""Calls of the iterators of itertools, the first ones and later ones, with all kinds of arguments."""
import itertools as I, copy
class Sub(I.islice): pass
class C(I.chain): pass
for _ in range(30):
    show = _ in (0, 1, 29)
    r=[]
    def t(f):
        try: v=f()
        except Exception as e: v=(type(e).__name__, str(e))
        r.append(v)
    l=[3,1,2]
    for a in [(2,),(None,),(1,None),(0,3,2),(1,2),(None,None,None),(3,1),(0,),(5,),(1,5,3),(-1,),(1,2,0),('a',),(1,2,3,4),(True,),(2**40,),(0,2**70)]:
        t(lambda: list(I.islice(l,*a)))
        it=iter(range(9)); t(lambda: (list(I.islice(it,*a)), list(it)))
    t(lambda: list(I.chain(l,'ab',range(2),{1:2},(),l)))
    t(lambda: list(I.chain())); t(lambda: list(I.chain(1))); t(lambda: list(I.chain(l,1)))
    t(lambda: list(C(l,l))); t(lambda: list(Sub(l,2)))
    t(lambda: list(I.accumulate(l))); t(lambda: list(I.accumulate(l,max))); t(lambda: list(I.accumulate(l,initial=4))); t(lambda: list(I.accumulate(l,lambda a,b:a*b,initial=4)))
    t(lambda: list(I.accumulate('abc'))); t(lambda: list(I.accumulate(5))); t(lambda: list(I.accumulate([]))); t(lambda: list(I.accumulate(l,None)));t(lambda: list(I.accumulate([1,'a'])))
    for n in (0,1,2,3,4,-1,'a',2.0,True,None):
        t(lambda: list(I.combinations(l,n))); t(lambda: list(I.permutations(l,n))); t(lambda: list(I.combinations_with_replacement('ab',n)))
        t(lambda: list(I.permutations(range(3),n)));t(lambda: list(I.product(l,repeat=n)))
    t(lambda: list(I.permutations([])));t(lambda: list(I.permutations(iter(l))))
    t(lambda: list(I.product(l,'ab')));t(lambda: list(I.product()));t(lambda: list(I.product(l)));t(lambda: list(I.product(l,[],l)));t(lambda: list(I.product(l,1)));t(lambda: list(I.product({1,2},{3:4},range(2))))
    t(lambda: [(k,list(g)) for k,g in I.groupby('aabbbc')]); t(lambda: [(k,list(g)) for k,g in I.groupby(range(10),lambda x:x//3)]);t(lambda: I.groupby(3)); t(lambda: [k for k,g in I.groupby([1,1.0,2,None,None])])
    t(lambda: list(I.islice(I.count(),3)));t(lambda: list(I.islice(I.count(5,2),3)));t(lambda: list(I.islice(I.count(5.5),3)));t(lambda: list(I.islice(I.count(2**30-2),4)));t(lambda: I.count(1,2));t(lambda: I.count('a'))
    t(lambda: list(I.repeat(1,3)));t(lambda: list(I.repeat(1,0)));t(lambda: list(I.repeat(1,-3)));t(lambda: next(I.repeat(1)));t(lambda: I.repeat(1,2));t(lambda: list(I.repeat(1,'a')))
    t(lambda: list(I.pairwise(l)));t(lambda: list(I.pairwise(1)));t(lambda: list(I.pairwise('a')))
    t(lambda: list(I.takewhile(lambda x:x>2,l)));t(lambda: list(I.dropwhile(lambda x:x>2,l)));t(lambda: list(I.starmap(max,[(1,2),(3,4)])));t(lambda: list(I.starmap(1,2)))
    for f in (lambda: I.islice(l,1,3), lambda: I.chain(l,l), lambda: I.accumulate(l), lambda: I.combinations(l,2), lambda: I.permutations(l), lambda: I.product(l,l), lambda: I.product(l,l,l), lambda: I.count(3), lambda: I.repeat(1,2), lambda: I.takewhile(bool,l), lambda: I.groupby(l)):
        def g():
            x=f(); y=copy.copy(x); return list(x)==list(y) if f().__class__ is not I.count else next(x)==next(y)
        def h():
            x=f(); next(x); y=copy.copy(x); return list(I.islice(x,3))==list(I.islice(y,3))
        t(g); t(h)
    if show: print(*r,sep='\n')
    if _: assert repr(r)==repr(last), [(a,b) for a,b in zip(r,last) if repr(a)!=repr(b)]
    last=r
