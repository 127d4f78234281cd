class V:
    def __init__(s,x): s.x=x
    def __mul__(s,k): return V(s.x*k)
    __rmul__=__mul__
    def __radd__(s,o): return ('radd',s.x,o)
    def __rsub__(s,o):
        if o==3: return NotImplemented
        return o-s.x
    def __rpow__(s,o): return ('rpow',o)
    def __rfloordiv__(s,o): raise ZeroDivisionError('rfd %s'%o)
    def __gt__(s,o): return ('gt',o)
    def __le__(s,o):
        if o==7: return NotImplemented
        return o<=s.x
    def __eq__(s,o): return ('eq',o)
    def __repr__(s): return f'V({s.x})'
class W:
    def __repr__(s): return "W"
class X(V):
    def __rmul__(s,o): return 'X.rmul'
class I(int):
    def __rmul__(s,o): return 'I.rmul'
    def __radd__(s,o): return 'I.radd'
    def __gt__(s,o): return 'I.gt'
class F(float):
    def __rsub__(s,o): return 'F.rsub'
class M(type):
    def __rmul__(c,o): return ('M',o)
class C(metaclass=M): pass
def t(f):
    try: return f()
    except Exception as e: return type(e).__name__+': '+str(e)
def run(i):
    v=V(2); w=W(); x=X(4); y=I(3); z=F(2.5); out=[]
    out.append(t(lambda: 2*v)); out.append(t(lambda: 0.5*v)); out.append(t(lambda: True*v)); out.append(t(lambda: 1j*v)); out.append(t(lambda: 10**30*v))
    out.append(t(lambda: 1+v)); out.append(t(lambda: 5-v)); out.append(t(lambda: 3-v)); out.append(t(lambda: 3.0-v))
    out.append(t(lambda: 2**v)); out.append(t(lambda: 2//v)); out.append(t(lambda: 2%v)); out.append(t(lambda: 2@v))
    out.append(t(lambda: w*v)); out.append(t(lambda: w-v)); out.append(t(lambda: w+w)); out.append(t(lambda: v*x)); out.append(t(lambda: v-x))
    out.append(t(lambda: 2*y)); out.append(t(lambda: 2.0*y)); out.append(t(lambda: 2.0+y)); out.append(t(lambda: 2-z)); out.append(t(lambda: 2.0-z)); out.append(t(lambda: y*z))
    out.append(t(lambda: 3<v)); out.append(t(lambda: 3>=v)); out.append(t(lambda: 7>=v)); out.append(t(lambda: 7==v)); out.append(t(lambda: 7!=v)); out.append(t(lambda: 2.5<v)); out.append(t(lambda: 2<y)); out.append(t(lambda: 2<=v)); out.append(t(lambda: w<v)); out.append(t(lambda: w<w))
    out.append(t(lambda: [1]*v)); out.append(t(lambda: 'a'+v)); out.append(t(lambda: 'a'%v)); out.append(t(lambda: (1,)+v)); out.append(t(lambda: 2*C)); out.append(t(lambda: None*v)); out.append(t(lambda: None-w))
    def inp():
        a=2; a*=v; b=3.5; b+=v; c=w; c*=v; d=7; d-=v
        return a,b,d
    out.append(t(inp))
    def inp2():
        a=3; a-=v
    out.append(t(inp2))
    return out
for i in range(80): r=run(i)
print(r)
def loop(n):
    v=V(1.5); s=0.0; k=0
    for i in range(n):
        s+=(0.5*v).x + (i*v).x
        if i<v: k+=1
        if i==n-5:
            V.__rmul__=lambda s,o: V(o)
        if i==n-2: del V.__gt__
        
    return s,k
try: print(loop(3000))
except TypeError as e: print(e)
def deep(n):
    class D:
        def __rmul__(s,o): return 2*s if o else 0
    try: return 1*D()
    except RecursionError as e: return str(e)
print(deep(1))
