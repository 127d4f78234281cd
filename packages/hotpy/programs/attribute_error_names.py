"""AttributeErrors of __getattr__ and __getattribute__ are told the name and the object."""
class GA:
    def __getattr__(self,n):
        if n.startswith('x'): return n
        raise AttributeError(n)
g=GA()
for i in range(300):
    try: g.yy; print('?')
    except AttributeError as e:
        if i%100==0: print(e, e.name, e.obj is g)
    g.xx
class GA2:
    def __getattribute__(self,n):
        if n=='q': raise AttributeError('no q')
        return super().__getattribute__(n)
try: GA2().q
except AttributeError as e: print(e, e.name, type(e.obj))
print(hasattr(GA2(),'q'), getattr(GA2(),'q',4), hasattr(g,'a'), getattr(g,'xa'))
class M(type):
    def __getattr__(c,n): raise AttributeError(n.upper())
class Z(metaclass=M): pass
try: Z.foo
except AttributeError as e: print(e, e.name, type(e.obj))
class GG:
    yyy=1
    def __getattr__(self,n): raise AttributeError(f'no {n}')
GG().yy
