"""Code that has got another name runs with its variables in a mapping."""
import sys
def fake(replace, withlocals, line):
    e=ValueError('x')
    g={'__name__':'t','e':e}
    code=compile("\n"*(line-1)+"raise e",'t.html','exec')
    if replace: code=code.replace(co_name='top')
    try: exec(code,g,{'q':1} if withlocals else g)
    except BaseException:
        tb=sys.exc_info()[2]; n=[]
        while tb: n.append((tb.tb_frame.f_code.co_name,tb.tb_lineno)); tb=tb.tb_next
        return n
for a in (0,1):
    for b in (0,1):
        for l in (1,3): print(a,b,l,fake(a,b,l))
def h():
    try: raise KeyError(1)
    except KeyError as e:
        g={'e':e}
        try: exec(compile('raise e','t','exec').replace(co_name='z'),g,{})
        except BaseException: 
            tb=sys.exc_info()[2]; n=[]
            while tb: n.append((tb.tb_frame.f_code.co_name,tb.tb_lineno)); tb=tb.tb_next
            return n
print(h())
def k(e):
    g={'e':e}
    try: exec(compile('raise e','t','exec'),g,{})
    except BaseException: 
        tb=sys.exc_info()[2]; n=[]
        while tb: n.append((tb.tb_frame.f_code.co_name,tb.tb_lineno)); tb=tb.tb_next
        return n
def f2(): 
    try: f3()
    except KeyError as e: return k(e)
def f3(): raise KeyError(3)
print(f2())
