# Code and frame objects.
import sys
def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    'doc'
    x = a
    def g(): return x + y
    y = 1
    return g
c = f.__code__
for n in 'co_name co_qualname co_firstlineno co_argcount co_posonlyargcount co_kwonlyargcount co_nlocals co_varnames co_cellvars co_freevars co_flags'.split(): print(n, getattr(c, n))
print(f(1, d=4).__code__.co_freevars, f(1,d=2).__code__.co_flags, (lambda: 0).__code__.co_flags)
def gen(): yield 1
async def co(): pass
async def ag(): yield 1
print(gen.__code__.co_flags, co.__code__.co_flags, ag.__code__.co_flags, compile('1','f','exec').co_flags)
def outer():
    loc = 7
    return inner()
def inner():
    fr = sys._getframe()
    print(fr.f_code.co_name, fr.f_lineno, fr.f_back.f_code.co_name, fr.f_back.f_lineno, fr.f_back.f_locals, sorted(fr.f_locals), fr.f_globals is globals(), fr.f_back.f_back.f_code.co_name, fr.f_back.f_back.f_back)
    print(sys._getframe(1).f_code.co_name, sys._getframe(2).f_globals['__name__'])
    try: sys._getframe(50)
    except ValueError as e: print(e)
    return fr
fr = outer(); print(fr.f_code.co_name, type(fr).__name__)
class K:
    here = sys._getframe().f_locals is locals()
    name = sys._getframe().f_code.co_name
print(K.here, K.name)
try: 1/0
except ZeroDivisionError as e:
    tb = e.__traceback__
    print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_next, tb.tb_frame.f_globals is globals(), isinstance(tb.tb_lasti, int))
def raiser(): raise KeyError
try: raiser()
except KeyError as e:
    tb = e.__traceback__.tb_next
    print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_lineno)
g = gen(); print(g.gi_frame.f_lineno, g.gi_code is gen.__code__, g.gi_running); next(g); print(g.gi_frame.f_lineno); list(g); print(g.gi_frame)
c2 = c.replace(co_name='newname', co_filename='nf.py', co_firstlineno=100); print(c2.co_name, c2.co_filename, c2.co_firstlineno)
print(type(list(c.co_positions())[0]), len(list(c.co_lines())) > 1)
import math
def user(): return sys._getframe(1).f_globals.get('__name__'), sys._getframe(1).f_lineno
print([user() for _ in range(2)], list(map(lambda q: user(), [1])))
def many():
    s = 0
    for i in range(3000): s += sys._getframe().f_lineno
    return s
print(many() > 0)
