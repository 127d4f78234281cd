import ast, sys
s2 = '''
x: int = 3
é = "ü" + u"a" ; b"x"; 1j; 1.5; ...; None; True
async def f(a, /, b=1, *c, d, e=2, **k) -> int:
    async with a as b: pass
    async for i in x: await y
    return [q async for q in z if q]
match v:
    case {"a": 1, **r} | [1, *s] | P(x=1) | None | "z" as w if g: pass
try: pass
except* E as e: pass
lambda: (yield)
class A(B, metaclass=C): pass
del x[1:2, ...]
from . import a as b; import c.d
with (a as b, c): pass
print(f"{x!r:>{w}} {y=}")
global q
for a, *b in c: break
else: continue
while 1: raise X from Y
assert x, y
x += 1
a if b else c
not a or b and -c
a < b <= c is not d not in e
{**a, 1: 2}; {1, 2}; {k: v for k, v in z}; (i for i in j)
@dec
def g(): nonlocal_ = 1
(y := 5)
'''
print(ast.dump(ast.parse(s2), include_attributes=True))
print(ast.dump(ast.parse('1+1', mode='eval')), ast.literal_eval("{'a': [1, (2.5, None)], 'b': -3}"), ast.unparse(ast.parse('a = (b + c) * 2')))
try: ast.parse('1+')
except SyntaxError as e: print(e)
import traceback
def f(): return [1][5] + g(1 + 2)
try: f()
except IndexError: traceback.print_exc(file=sys.stdout); print(traceback.format_exc().splitlines()[-1])
try: 1/0
except Exception as e: print(''.join(traceback.format_exception(e)))
