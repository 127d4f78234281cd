import sys,typing
def f(): pass
class A:
    class B: pass
def t(g):
    try: print(repr(g()))
    except BaseException as e: print(type(e).__name__,e, e.args if isinstance(e,SystemExit) else '')
for g in (lambda:dict[len], lambda:list[f,A,A.B,1,...,None,typing.Any,list[int],int|str,typing.List[int],"x",[1]], lambda:''.encode(''), lambda:sys.exit(None), lambda:sys.exit(), lambda:sys.exit(3), lambda:type(None)(1), lambda:type(...)(1), lambda:type(NotImplemented)(a=1), lambda:type(None)(), lambda:format(-2**63,'c'),lambda:format(2**63,'c'),lambda:format(-1,'c'),lambda:format(2**63-1,'c'), lambda:1 in A(), lambda:min(foo=1),lambda:max(key=1),lambda:min(1,foo=2),lambda:min(),lambda:enumerate(start=1),lambda:ImportError(1,a=1,b=2,c=3),lambda:ImportError(1,a=1),lambda:NameError(a=1,b=2)):
    t(g)
class I:
    def __iter__(s): raise TypeError('mine')
t(lambda: 1 in I())
class J:
    def __iter__(s): return 5
t(lambda: 1 in J()); t(lambda: 1 not in J())
