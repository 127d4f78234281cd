import operator as o, _operator
def t(f):
    try: return f()
    except BaseException as e: return type(e).__name__+': '+str(e)
for n in sorted(vars(_operator)):
    if n[0]=='_' and n[1:2]!='_' : print(n, getattr(_operator,n))
    f=getattr(_operator,n)
    if callable(f) and n[:2] != '__' and n not in ('call', 'attrgetter', 'itemgetter', 'methodcaller'):
        print(n, [t(lambda: f(*a)) for a in [(),(1,),(1,2),('a',0),([1,2],1),(1,2,3),([1],0,5)]])
print(o.length_hint([1]), t(lambda:o.length_hint(5,'x')), t(lambda:o.length_hint(5,-1)), o.length_hint(iter([1,2])), t(lambda:o.length_hint(object())), o.length_hint(object(), 3))
class A:
    def __length_hint__(self): return self.x
for x in (3,-1,'a',NotImplemented):
    a=A(); a.x=x; print(t(lambda:o.length_hint(a,7)))
print(_operator._compare_digest('a','a'), t(lambda:_operator._compare_digest('a',b'a')), t(lambda:_operator._compare_digest('é','é')), _operator._compare_digest(b'a',bytearray(b'a')), t(lambda:_operator._compare_digest(1,2)))
print(t(lambda:o.concat([1],[2])), t(lambda:o.concat(1,2)), t(lambda:o.iconcat([1],[2])), t(lambda:o.indexOf([1,2],2)), t(lambda:o.indexOf([1,2],3)), t(lambda:o.countOf([1,1],1)), t(lambda:o.call(max,1,2,key=abs)))
print(t(lambda: o.concat(1,'')), t(lambda:o.delitem([],0)), t(lambda:o.setitem({},1,2)), o.is_(1,1), o.not_([]), o.truth(5), t(lambda: o.index(1.5)), t(lambda:o.contains(1,2)), t(lambda:o.matmul(1,2)), t(lambda:o.imatmul(1,2)), t(lambda: o.iadd(1,'')))

class A:
    op = o.add
    def __init__(self, x): self.x = x
    def __add__(self, other): return ('add', self.x, other)
    def __iadd__(self, other): self.x += other; return self
    def __lt__(self, other): return self.x < other.x
    def __getitem__(self, i): return ('item', i)
    def __contains__(self, x): return x == self.x
print(A(1).op(2, 3), o.add(A(1), 2), o.iadd(A(1), 2).x, o.lt(A(1), A(2)), o.getitem(A(1), 5), o.contains(A(1), 1))
total = 0
for i in range(3000):
    total = o.add(total, o.mul(i, o.sub(i, 1)))
    if o.lt(i, 2): total = o.neg(total)
    total = o.add(A(total), i)[1] + i
print(total)
import functools
print(functools.reduce(o.xor, range(50)), sorted([(3, 'a'), (1, 'b')], key=o.itemgetter(0)), list(map(o.methodcaller('upper'), 'ab')))
