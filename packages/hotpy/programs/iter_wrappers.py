# Iterators that a kernel makes and steps through: of all counts of arguments, over all kinds of iterators, at their ends and after them.
import copy


def f(it): return list(it)


for _ in range(4):
    print(f(zip([1,2,3],"abc")), f(zip((1,2),[3,4],range(5))), f(zip([1])), f(zip()), f(zip([1,2],[3,4],[5,6],[7,8])))
    print(f(enumerate("xyz")), f(enumerate([5,6],3)), f(enumerate({1:2,3:4}.items(), start=1)), f(enumerate(enumerate(zip([1,2],[3,4])))))
    print(f(map(str,[1,2,3])), f(map(lambda a,b:a+b,[1,2],(3,4))), f(filter(None,[0,1,2])), f(filter(lambda x:x>1,range(4))), f(filter(bool,[0,3])))
    for i,(a,b) in enumerate(zip([1,2,3],[4,5,6])): print(i,a,b)
    for a,b in zip([1,2,3],[4,5]): print(a,b)
    for a,b,c in zip([1,2,3],[4,5],range(9)): print(a,b,c)
    it=iter([1,2,3,4]); print(list(zip(it,it)))
    for i,x in enumerate([7,8],-1): print(i,x)
    for i,x in enumerate([7,8,9],2**29+2**29-2): print(i,x)
    for i,x in enumerate([7,8,9],-2**30): print(i,x)
    e=enumerate("ab"); print(next(e),list(e),list(e))
    l=[1,2]; z=enumerate(l); print(list(z)); l.append(3); print(list(z))
    l=[1,2]; z=zip(l,l); print(list(z)); l.append(3); print(list(z))
    g=(x for x in [1,2,3]); print(list(zip(g,[1,2]))); print(list(g))
    try:
        for a,b in zip([1],): pass
    except Exception as ex: print(ex)
    try:
        for a,b in enumerate([1,2]): raise KeyError(a)
    except Exception as ex: print(ex)
    try:
        for a,b,c in enumerate([1,2]): pass
    except Exception as ex: print(ex)
    print([x for x in {1,2,3}],[x for x in {1:2}.values()],[x for x in b'ab'],[x for x in frozenset([4])],[c for c in 'é€'])
    d={1:2}
    try:
        for k in d: d[k+1]=1
    except RuntimeError as ex: print(ex)
    class Z(zip): pass
    print(list(Z([1],[2])), [x for x in Z([1],[2])], list(zip(Z([1],[2]),[3])))
    try: map(1)
    except TypeError as ex: print(ex)
    try: zip(1)
    except TypeError as ex: print(ex)
    try: enumerate()
    except TypeError as ex: print(ex)
    try: filter(1)
    except TypeError as ex: print(ex)
    e=enumerate([1,2,3]); next(e); print(e.__reduce__()[1][1], enumerate('ab', 5).__reduce__()[1][1], len(zip([1,2],[3,4]).__reduce__()[1]))
    c=copy.copy(e); print(list(c))
