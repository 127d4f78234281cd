# eval, exec and compile: namespaces of every kind, their errors, and class bodies with namespaces of their own.
print(eval('1+2'), eval('x*2',{'x':4}), eval(' 3'))
exec('y=5'); print(y)
c=compile('a+1','f','eval'); print(eval(c,{'a':1}))
d={}; exec('q=1\ndef f(): return q\nz=[f() for _ in range(2)]', d); print(sorted(d), d['z'])
g={'a':1}; l={}
exec('b=a+1\nglobal h\nh=9\ndel b\nc=a\nclass K:\n  v=c if 0 else a\nfor i in range(2): pass', g, l); print(sorted(g), sorted(l))
def f(p):
    w=3
    print(eval('p+w'))
    exec('p=100')
    print(p)
    return eval('[p for _ in range(2)]', {'p': 7})
print(f(1))
for src in ['1+', 'a b', 'def f(:', 'return', 'x = = 2', '  x', "'abc", '(', 'yield 1', 'break']:
    for fn in (eval, exec):
        try: fn(src)
        except SyntaxError as e: print(type(e).__name__, e, e.args, e.lineno, e.offset, e.text, e.filename, e.msg, e.end_lineno, e.end_offset)
        except Exception as e: print(type(e).__name__, e)
class M(dict):
    def __missing__(self, k): return 'missing '+k
print(eval('foo', {}, M()), eval('len([1])', {}, M()) if 0 else '')
class Map:
    def __init__(s): s.d={}
    def __getitem__(s,k): print('get',k); return s.d[k]
    def __setitem__(s,k,v): print('set',k); s.d[k]=v
    def __delitem__(s,k): print('del',k); del s.d[k]
m=Map()
exec('x=1\ny=x+1\ndel x\nprint(y)\nz:int=3', {}, m); print(m.d)
try: exec('del nope', {}, m)
except NameError as e: print(e)
for a in [(1,), ('1',1), ('1',{},1), ('1', m), (None,)]:
    for fn in (eval, exec):
        try: print(fn(*a))
        except TypeError as e: print(fn.__name__, e)
try: print(eval('len([1])', {'__builtins__': {}}))
except NameError as e: print(e)
print(eval('len([1])+n', {'__builtins__': {'len': lambda x: 40}}, {'n': 2}))
def sandbox():
    g={'__builtins__': {'p': 5}}
    exec('def k():\n  t=0\n  for i in r: t+=p\n  return t', g)
    g['r']=range(3000)
    return g['k']()
print(sandbox())
exec(compile('3\n', '<i>', 'single')); exec(compile('x=3;x', '<i>', 'single')) if 0 else None
try: compile('1\n2', 'f', 'single')
except SyntaxError as e: print(e)
for a in [('1','f','bad'), (1,'f','exec'), ('1',2,'exec'), ('1','f',3), ('a\0b','f','exec')]:
    try: compile(*a)
    except Exception as e: print(type(e).__name__, e)
class O(dict):
    def __setitem__(s,k,v): print('set',k); super().__setitem__(k,v)
    def __getitem__(s,k): print('get',k); return super().__getitem__(k)
class Meta(type):
    @classmethod
    def __prepare__(m,n,b,**k): print('prepare',n,k); return O(pre=1)
    def __new__(m,n,b,ns,**k): return super().__new__(m,n,b,dict(ns))
    def __init__(*a,**k): pass
class A(metaclass=Meta, kw=2):
    x=pre
    y:int=x
    def f(self): return __class__
print(A.x, A.y, A.__annotations__, A().f())
class Bad(type):
    @classmethod
    def __prepare__(m,*a): return 3
try:
    class B(metaclass=Bad): pass
except TypeError as e: print(e)
print(eval('[a for a in (1,2)]'), eval('(lambda q: q+1)(2)'), eval("__name__"))
exec("try:\n  raise ValueError('v')\nexcept ValueError as e:\n  print('c', e)")
total=0
for i in range(3000): total += eval('i*2') ; exec('total += 1')
print(total)
def loc():
    a=1
    exec('b=2')
    d=locals(); exec('c=3', globals(), d); print(d['c'])
loc()
exec('def deep():\n  1/0')
deep_error=None
try: deep()
except ZeroDivisionError as e: print(e.__traceback__.tb_next.tb_lineno)
eval('1 +\n 2 + )')
