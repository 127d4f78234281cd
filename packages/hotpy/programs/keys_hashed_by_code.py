"""Dicts and sets of keys whose `__hash__` and `__eq__` are written in Python: found, not found, raising, changing what is searched."""

class P:
    def __init__(s,a,b=0): s.a=a; s.b=b
    def __eq__(s,o): return isinstance(o,P) and s.a==o.a
    def __hash__(s): return hash((s.a,))
    def __repr__(s): return 'P%s'%s.a
class Bad:
    def __hash__(s): return 1/0
class Same:
    def __init__(s,n): s.n=n
    def __hash__(s): return 5
    def __eq__(s,o): return isinstance(o,Same) and s.n==o.n
def main():
    d={}
    for i in range(50): d[P(i)]=i
    print(d[P(7)], P(8) in d, P(99) in d, P(8) not in d, d.get(P(9)), d.get(P(99)), d.get(P(99),'x'), len(d))
    d[P(7)]='seven'; print(d[P(7)])
    try: d[P(100)]
    except KeyError as e: print('KeyError',e, e.__context__)
    s=set()
    for i in range(50): s.add(P(i%10))
    print(len(s), P(3) in s, P(30) in s, P(30) not in s, sorted(x.a for x in s))
    for f in (lambda: d[Bad()], lambda: Bad() in d, lambda: Bad() in s, lambda: s.add(Bad()), lambda: d.get(Bad()), lambda: d.__setitem__(Bad(),1)):
        try: f()
        except ZeroDivisionError as e: print('ZDE', e)
    q={Same(i):i for i in range(20)}
    print([q[Same(i)] for i in range(20)], Same(30) in q)
    t={Same(i) for i in range(20)}; print(all(Same(i) in t for i in range(20)), Same(20) in t)
    # mutation while comparing
    class M:
        def __hash__(s): return 5
        def __eq__(s,o):
            q.clear(); return False
    print(M() in q, len(q))
    tot=0
    for i in range(20000):
        k=P(i%50)
        if k in d: tot+=1
        if k in s: tot+=1
        if k not in s: tot+=3
        d[k]=i
        tot+=d[k]
        s.add(k)
        tot+=d.get(P(i%60),1)
    print(tot,len(s),len(d))
    class E(int):
        def __hash__(s): return 3
    dd={3:'three'}; print(dd.get(E(3)), dd[E(3)], E(3) in {3}, {E(3)} == {3})
    from collections import Counter, defaultdict, OrderedDict
    c=Counter(); dl=defaultdict(list); o=OrderedDict()
    for i in range(300): c[P(i%7)]+=1; dl[P(i%5)].append(i); o[P(i%6)]=i
    print(c[P(3)], len(dl[P(2)]), o[P(1)], c[P(50)], P(9) in c)
    import enum
    class Color(enum.Enum): R=1; G=2
    m={Color.R:'r',Color.G:'g'}
    n=0
    for i in range(3000):
        for k in Color: n+=len(m[k])
    print(n, Color.R in m, Color.R in {Color.G})
    g=globals(); 
    class K(str):
        def __hash__(s): return hash(str(s))
        def __eq__(s,o): return str(s)==str(o)
    print(g[K('P')] is P)
main()
