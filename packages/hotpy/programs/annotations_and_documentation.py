def t(s, **k):
    g = dict(k)
    try:
        exec(s, g)
    except BaseException as e:
        print(repr(s), '->', type(e).__name__, e)
t("""
def f(x:int)->str: 0
print(f.__dict__, vars(f))
f.a=1
print(f.__dict__)
print(f.__annotations__)
""")
t("def f(x:int): 0\nf.__annotations__=5")
t("def f(x:int): 0\nf.__annotations__=None\nprint(f.__annotations__)")
t("def f(x:int): 0\ndel f.__annotations__\nprint(f.__annotations__, f.__dict__)")
t("def f(x:int): 0\nf.__dict__={'z':1}\nprint(f.__annotations__, f.__dict__)")
t("def f(): 0\nf.__annotations__['x']=1\nprint(f.__annotations__, f.__dict__, dir(f))")
t("int.__annotations__")
t("int.__annotations__={}")
t("del int.__annotations__")
t("class A: x:int\nclass B(A): pass\nprint(B.__annotations__, A().__annotations__, B().__annotations__)\nprint(B.__dict__.keys())")
t("class A: x:int\ndel A.__annotations__\nprint(A.__annotations__)\ndel A.__annotations__\ndel A.__annotations__")
t("class A: x:int\nA.__annotations__=5\nprint(A.__annotations__)")
t("import types\nm=types.ModuleType('m')\nprint(m.__annotations__, m.__dict__)\nm.__annotations__['x']=1\nprint(m.__annotations__)\nm.__annotations__=3\nprint(m.__annotations__)\ndel m.__annotations__\ntry:\n  del m.__annotations__\nexcept Exception as e: print(repr(e))\nprint(m.__annotations__)")
t("class A:\n @classmethod\n @property\n def __doc__(cls): return 'A doc '+cls.__name__\nprint(A.__doc__, A().__doc__)")
t("class P(property):\n 'pdoc'\nclass A:\n @P\n def x(self):\n  'first'\n @x.getter\n def x(self):\n  'second'\nprint(A.x.__doc__, A.x.__dict__)")
t("class P(property):\n 'pdoc'\n __slots__=()\nclass A:\n @P\n def x(self):\n  'first'\n")
t("class P(property):\n __slots__=()\nclass A:\n @P\n def x(self):\n  'first'\nprint(A.x.__doc__)")
t("class P(property): pass\np=P(None,None,None,'given')\nprint(p.__doc__)\np=P(len)\nprint(p.__doc__)")
t("class C:\n __doc__='cc'\n def __call__(self,*a): return 1\np=property(C())\nprint(p.__doc__)\np2=p.setter(C())\nprint(p2.__doc__, p2.getter(lambda s:1).__doc__)\np=property(C(),doc='own')\nprint(p.getter(len).__doc__)")
t("class C:\n @property\n def __doc__(self): 1/0\np=property(C())")
t("p=property(lambda s:1)\np.__set_name__(int,'x')\nclass A: pass\ntry: p.__set__(A(),3)\nexcept AttributeError as e: print(e)\nprint(p.__name__)")
t("p=property()\np.__set_name__(1)")
t("p=property()\np.__doc__='x'\nprint(p.__doc__)\ndel p.__doc__\nprint(p.__doc__)")
t("p=property(1,2,3,4)\nprint(p.fget,p.fset,p.fdel,p.__doc__)\np.getter(5)\np.fget=3")
t("class A:\n  x=property(5)\nA().x")
t("class A:\n  x=property()\ndel A().x")
t("x:int\nprint(__annotations__)\ny:'str'=3\nprint(__annotations__)")
t("def f(*,a:1,b:2=3,**k:4)->5: pass\nprint(f.__annotations__,f.__kwdefaults__)\nf.__kwdefaults__=3")
t("def f(a=1): pass\nf.__defaults__=[1]")
t("def f(a=1): pass\nf.__defaults__=None\nf()")
t("def f(a=1): pass\ndel f.__defaults__\ndel f.__kwdefaults__\nprint(f.__defaults__)")
t("def f(a=1): pass\ndel f.__name__")
t("def f(a=1): pass\nf.__qualname__=3")
t("def f(a=1): pass\nf.__code__=3")
t("def f(a=1): pass\ndel f.__code__")
t("def f(a=1): pass\nf.__closure__=3")
t("def f(a=1): pass\nf.__globals__=3")
t("def f(a=1): pass\nf.__dict__=3")
t("def f(a=1): pass\ndel f.__dict__")
t("def f(a=1): pass\nf.__module__=3\nprint(f.__module__)\ndel f.__module__\nprint(f.__module__)")
t("def f(a=1): pass\nf.__doc__=3\nprint(f.__doc__)\ndel f.__doc__\nprint(f.__doc__)")
t("def f(a=1): pass\nprint(f.__builtins__ is __builtins__)\nf.__builtins__=3")
t("def f(a=1): pass\nf.__type_params__")
t("class A:\n def f(self): pass\nm=A().f\nm.x=1")
t("class A:\n def f(self): pass\nA.f.x=1\nm=A().f\nprint(m.x, 'x' in dir(m), dir(m))\nm.__func__=2")
t("class A:\n def f(self): pass\nm=A().f\nm.__self__=2")
t("class A:\n def f(self): pass\nm=A().f\ndel m.x")
t("class A:\n def f(self): pass\nm=A().f\nm.__doc__='x'")
t("class A:\n def f(self): pass\nm=A().f\nm.__name__='x'")
class A:
    @classmethod
    @property
    def y(cls): return cls.__name__
    class D:
        def __get__(self, o, t): return (o, t)
        def __call__(self): return 5
    z = classmethod(D())
    @classmethod
    @staticmethod
    def s(*a): return a
    @classmethod
    @classmethod
    def c(*a): return a
    l = classmethod(len)
    i = classmethod(int)
    @staticmethod
    @classmethod
    def sc(*a): return a
print(A.y, A().y, A.z, A().z, A.s(), A().c())
print(A.i)
try: A.l()
except TypeError as e: print(e)
print(A.__dict__['y'].__get__(None, int), A.__dict__['y'].__get__(3))
