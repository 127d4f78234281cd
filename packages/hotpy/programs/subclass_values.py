class MyInt(int):
    def __new__(cls, v, tag=None):
        self = super().__new__(cls, v)
        self.tag = tag
        return self
    def __repr__(self): return f"MyInt({int(self)}, {self.tag})"
a=MyInt(5,'x')
print(a, a+1, type(a+1), 1+a, a*2, -a, type(-a), a==5, 5==a, hash(a)==hash(5), {a:1}[5], a.tag, a.__dict__)
print([10,20,30,40,50,60][a], "%d %s" % (a,a), f"{a:03d}", f"{a}", str(a), int(a), type(int(a)), float(a), bool(a), a>3, 3<a, range(a), list(range(a)), isinstance(a,int))
print(divmod(a,2), a//2, 2**a, a**2, pow(a,2,7), round(a), abs(MyInt(-3)), a.bit_length(), a.real, type(a.real), (a).__index__())
class L(list):
    def __init__(self, *a, name='n', **k):
        super().__init__(*a)
        self.name=name
    def total(self): return sum(self)
l=L([1,2,3], name='z')
print(l, l.name, len(l), l[0], l[-1], l[1:], type(l[1:]), l.total(), l+[4], type(l+[4]), [0]+l, l*2, 2 in l, l==[1,2,3], [1,2,3]==l, l<[2], sorted(l,reverse=True), list(l), tuple(l), *l)
l.append(4); l[0]=9; del l[1]; l+=[7]; l*=2; print(l, type(l), l.name); l.sort(); print(l, l.index(9), l.count(7), l.pop(), bool(L()), L.__mro__)
def g(l):
    for x in l: yield x
l += g([1,2]); print(l, type(l))
m = L(x for x in range(3)); print(m)
l.append(l); print(l)
class D(dict):
    def __missing__(self, k): return k*2
d=D(a=1); d['b']=2
print(d, d['zz'], d.get('zz'), 'zz' in d, len(d), list(d), d.items(), d=={'a':1,'b':2}, d|{'c':3}, type(d|{}), dict(d), {**d}, (lambda **k:k)(**d), "%(a)s %(qq)s" % d, "{a} {zz}".format_map(d))
d|= {'q':1}; print(d,type(d)); d.x=5; print(d.x, d.__dict__, vars(d)); print(D.fromkeys('ab'), D([('x',1)]), D({'k':1}, z=2), D(d))
class S(set): pass
s=S([1,2]); s.add(3); s.foo=1; print(s, s.foo, s|{9}, type(s|{9}), s=={1,2,3}, len(s), 2 in s, sorted(s), S()); s|={5}; print(s, type(s)); s&={5,1}; s-={1}; s^={7}; print(s, s.foo)
class F(frozenset): pass
f=F([1]); print(f, hash(f)==hash(frozenset([1])), {f:1}[frozenset([1])], f|{2})
class T(tuple):
    def __new__(cls,*a): return super().__new__(cls,a)
    @property
    def x(self): return self[0]
t=T(1,2); print(t, t.x, t+(3,), type(t+(3,)), t==(1,2), hash(t)==hash((1,2)), {t:3}[(1,2)], "%s-%s" % t, a in t, len(t), t[0:1], isinstance(2,T(int,str))); t.q=1; print(t.q)
x,y=t; print(x,y)
class St(str):
    def shout(self): return self.upper()+'!'
st=St('abc'); st.z=1; print(st, repr(st), st.shout(), st+'d', 'd'+st, type(st+'d'), st=='abc', 'abc'==st, hash(st)==hash('abc'), {st:1}['abc'], {'abc':1}[st], st.z, st[0], len(st), 'b' in st, st in 'xabcx', f"{st:>5}|{st!r}|{st}", "%s" % st, st.upper(), type(st.strip()), ','.join([st,st]), st.join(['1','2']), st.startswith(St('a')), 'abc'.replace(St('a'),St('z')), getattr(st, St('z')), int(St('12')), float(St('1.5')), sorted([st,'b','a']), st.encode if 0 else '', list(st), st*2, print(st, sep=St('-'), end=St('\n')), ord(St('a')), st<'b', str(st), type(str(st)), st.format(1), '{}'.format(st))
class Fl(float):
    def __repr__(self): return 'Fl'
q=Fl(1.5); q.u=2; print(q, q+1, type(q+1), 1+q, q==1.5, hash(q)==hash(1.5), q.u, f"{q:.2f}", "%.1f" % q, round(q), int(q), float(q), type(float(q)), q.is_integer(), str(q), abs(q), [q])
import math
print(math.sqrt(Fl(4)), math.floor(q), math.sqrt(MyInt(9)))
