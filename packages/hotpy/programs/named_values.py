d={'a':5,'b':'x','%':1,'é':3}
for t in ['%(a)s','%(a)5d|%(b)s','%(zz)s','%(a)s %s','%s %(a)s','%(a','%(a)','abc','100%%','%(b)-5s|','%(b)r','%(a)%','%%%(a)s','%((a))s','%(é)s','%()s','%(a)*d','%(b)c']:
    for v in (d,{'':7,'(a)':8},(1,),5,'x',{}):
        for _ in range(3):
            try: r=t%v
            except Exception as e: r=(type(e).__name__,str(e))
        print(repr(t),r)
class D(dict):
    def __missing__(self,k): return 'miss'+k
print('%(q)s'%D())
for t in ['{a} {b}','{a!r} {a!s:>4}','{a!r}{}','{} {a} {}','{a','{a!}','{a!x}','{a.real}','{b[0]}','{zz}','{a:>5}|','{ a }','{:{w}}','{0}{a}{}','{a!r','{a!r:','{}','{a!r:5}','{a:{b}}', '{é}','{a}}','{{{a}}}']:
    for args,kw in [((1,2),dict(a=5,b='x',w=4)),((),{}),(('q',),dict(a='é',b=[1,2]))]:
        for _ in range(3):
            try: r=t.format(*args,**kw)
            except Exception as e: r=(type(e).__name__,str(e))
        print(repr(t),r)
for i in range(3):
    print('{a} {b} {c} {d} {e}'.format(a=1,b=2,c=3,d=4,e=5),'{} {} {} {} {} {}'.format(1,2,3,4,5,6), '{x}'.format(x='a'), '{}{x}'.format(1,x=2), str.format('{x}',x=1))
    try: '{x}'.format(y=1)
    except KeyError as e: print(repr(e),str(e))
    try: str.format(5, x=1)
    except TypeError as e: print(repr(e),str(e))
class S(str): pass
for i in range(3): print(S('{x}').format(x=1), '{x}'.format(x=S('q')))
class E1(Exception): pass
class E2(Exception):
    def __str__(self): return 'mine'
class E3(KeyError): pass
class E4(ValueError):
    def __repr__(self): return 'E4!'
class E5(Exception):
    def __init__(self,a): self.a=a
for i in range(4):
    for e in [E1(),E1(1),E1('a',2),E2(1),E3('k'),E3('k',2),E3(),E4('x'),E5(3),KeyError('a'),KeyError(),ValueError('é'),ValueError('\u1234'),OSError(2,'x'),OSError(2,'x','f'),StopIteration(3),UnicodeDecodeError('a',b'b',0,1,'r'),NameError('n'),AttributeError('m'),ImportError('q'),SyntaxError('a'),SystemExit(3),E1(E1('in')),E1([1]),E1(b'x'),Exception(None),ZeroDivisionError('division by zero')]:
        print(str(e),repr(e),'%s'%e,'%r'%e,'%10s|%.2s|'%(e,e),f'{e}','{}'.format(e),f'{e!r}','{!r}'.format(e),[e],e.args,e.__cause__,e.__context__,e.__traceback__)
def f():
    e=Exception(); e.args=(e,)
    try: print(repr(e)[:30])
    except RecursionError as x: print('rec')
f()
def exc(i):
    try:
        try: raise ValueError(i)
        except ValueError as v: raise KeyError('z') from v
    except KeyError as k: return k
for i in range(4):
    k=exc(i); print(k.args,k.__cause__,k.__context__,k.__traceback__.tb_lineno)
class A: pass
class AD(dict): pass
for i in range(5):
    a=A(); a.x=1; print(a.__dict__); a.__dict__['y']=2; print(a.y,a.__dict__,vars(a))
    ad=AD(q=1); ad.z=3; print(ad.__dict__, ad); ad.__dict__=ad
    print(ad.__dict__, ad.q)
for x in [1,True,10**30,2.5,-3,2+3j,1,2,True]:
    print(x.real,x.imag,type(x.real),x.real is x)
class I(int): pass
for i in range(4): print(I(5).real, type(I(5).real), I(7).numerator)
