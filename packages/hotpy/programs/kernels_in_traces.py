"""What traces look up by text, dicts of many pairs, deletion, repetition, and searches in short strings."""

class V:
    kind='cls'
    def __init__(self): self.x=1; self.y=2.5
    def visit_a(self, n): return n+1
    def visit_b(self, n): return n*2
    @property
    def prop(self): return self.x+10
    def __repr__(self): return 'V!'
class W(V):
    def visit_a(self,n): return n-1
    @staticmethod
    def visit_b(n): return -n
class D:
    def __getattr__(self, name): return lambda n: len(name)+n
class S:
    __slots__=('x','y')
    def __init__(self): self.x=3; self.y=4
def run(n):
    t=0; objs=[V(),W(),V(),D(),S()]
    for i in range(n):
        o=objs[i%3]
        t+=getattr(o,'visit_'+'ab'[i%2])(i)
        t+=getattr(o,('x','y')[i%2])
        t+=getattr(objs[4],'xy'[i%2])
        t+=getattr(o,'prop')
        t+=len(getattr(o,'kind'))
        t+=getattr(objs[3],'q'*(i%3+1))(1)
        t+=getattr(o,'nothing'+str(i%3), 5)
        try: getattr(o,'zz'+str(i%3))
        except AttributeError as e: t+=len(str(e))
        if i==n//2: V.visit_a=lambda self,n: n+100; W.extra=7
        if i==n*2//3: o.x=lambda: 3; o.visit_b=lambda n: 0; o.x=9
    return t
print(run(1200), run(3000))
def del_():
    d={}; r=0
    for i in range(3000):
        d['k%d'%(i%7)]=i; d[i]=1
        del d[i]
        if i%3==0:
            try: del d['nope']
            except KeyError as e: r+=len(e.args[0])
            del d['k%d'%(i%7)]
    return r, sorted(d.items())
print(del_())
def build(n):
    out=[]
    for i in range(n):
        d={'a':i,'b':i+1,'c':i*2,'d':None,'e':(i,),'f%d'%(i%2):i,'f0':2}
        out.append(len(d)+sum(v for v in d.values() if isinstance(v,int)))
        e={1:2,1.0:3,True:4,(1,2):5,'x':6,None:1}
        out.append(e[1]+len(e))
        try:
            if i%100==0: {1:1,2:2,3:3,[]:4}
        except TypeError as ex: out.append(str(ex).__len__())
    return sum(out), d
print(build(1500))
def seq(n):
    r=0
    for i in range(n):
        a=[i]*3+[1,2]; b=(i,)+(2,3)*2; s='ab'*(i%5)+'c'
        r+=len(a)+len(b)+len(s)+a[0]+b[0]+len([]*5)+len('x'*0)+len((i%3)*'yy')+len([1]*-1)
        try:
            if i%50==0: [1]+(2,)
        except TypeError as e: r+=len(str(e))
    return r
print(seq(1500))
def find(n):
    r=0
    texts=['','a','abc','abcdefghijklmno','abcdefghijklmnop','abcdefghijklmnopq','x'*33+'yz','é€'*9,'😀b😀c','ab€', '12345678901234567€']
    pats=['a','c','o','p','q','z','yz','€','😀','b😀','no','op','xy','abc','é€é','7','7€','\x00']
    for i in range(n):
        for t in texts:
            for p in pats:
                r+=(p in t)+t.find(p)*3+t.rfind(p)+t.find(p,i%7,len(t)-i%3)*7+t.count(p)
                r+=t.replace(p,'').__len__()
    return r
print(find(7))
def rep(n):
    r=0
    for i in range(n):
        v=['q',i,i*1.5,None,V(),[i],{'a':i},'\n\'"'][i%8]
        r+=len(f'{v!r}')+len(f'{v!r:>20}')+len(f'{v!s}')
    return r
print(rep(2000))
