"""Keys of OrderedDict moved to the end, dicts and lists spread in displays and calls, findall, reduce and defaultdict, first calls and later ones."""
import collections, functools, re, operator
od=collections.OrderedDict((i,i) for i in range(5))
def t(f):
    try: return f()
    except Exception as e: return (type(e).__name__, str(e))
class K:
    def __init__(s,v): s.v=v
    def __hash__(s): return hash(s.v)
    def __eq__(s,o): return isinstance(o,K) and s.v==o.v or s.v==o
    def __repr__(s): return 'K%r'%s.v
class O2(collections.OrderedDict):
    def __contains__(s,k): return True
for n in range(40):
    od.move_to_end(2); od.move_to_end(0); od.move_to_end(1); od.move_to_end(3,last=False)
    out=[list(od), t(lambda: od.move_to_end(9)), t(lambda: od.move_to_end([])), t(lambda: od.move_to_end())]
    o=O2(a=1,b=2); out.append((t(lambda: o.move_to_end('a')), list(o)))
    od['x']=1; od.move_to_end('x'); od.move_to_end(0); del od['x']
    a={'a':1,'b':2}; b={'c':3,'a':5}
    out.append([{**a}, {**a,**b}, {**a,'z':1,**b}, {'a':0,**a}, dict(**a,**{'q':1}), t(lambda: dict(**a,**b)), t(lambda: {**a,**5}), t(lambda: dict(**{1:2})), t(lambda: dict(**a,**{1:2}))])
    k={K(1):1,K(2):2}; out.append([{**k}, {K(1):5,**k}, {1:0, **k}])
    l=[(1,2),(3,4)]; out.append([list(zip(*l)), list(map(*[str,[1,2]])), int(*['12']), str(*[1]), list(*[[1,2]]), t(lambda: int(*['a'])), dict(*[[(1,2)]],**{}), type(*[3]), list(range(*[1,9,3])), len(set(*['ab'])), tuple(*[(1,)]), t(lambda: list(*[1,2])), bool(*[]), max(*[1,2,3]), t(lambda: str(*[b'a','b','c','d']))])
    class A:
        def f(s): return 'A.f'
    class B(A):
        def f(s): return super(*[]).f(), super(*[B,s]).f()
    out.append(t(lambda: B().f()))
    dd=collections.defaultdict(int); dd[1]; dd[2]+=1; d2=collections.defaultdict(list,{1:2},x=3); d2[5].append(1)
    out.append([dd,d2,t(lambda: collections.defaultdict(None)[1]), t(lambda: collections.defaultdict(5)), collections.defaultdict(None,[(1,2)])])
    rx=re.compile(r'(\w+)=(\d+)?'); out.append([rx.findall('a=1 b= c=3'), re.findall('a*','baac'), re.findall('(a)|b','ab'), re.findall(rb'(.)(.)',b'abcd'), re.findall('','ab')])
    out.append([functools.reduce(operator.add,[1,2,3]), functools.reduce(lambda a,b:a*b,(1,2,3),10), t(lambda: functools.reduce(max,[])), t(lambda: functools.reduce(max)), functools.reduce(max,'abc'), functools.reduce(None,[1]), functools.reduce(operator.add, iter([1,2])), t(lambda: functools.reduce(operator.add,[1,'a']))])
    if n in (0,1,39): print(*out,sep='\n')
    if n: assert repr(out)==last or n<3, n
    last=repr(out)
