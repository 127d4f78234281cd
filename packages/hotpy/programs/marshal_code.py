# marshal: code objects, made and run again.
import io, marshal, sys, types

def outer(a, /, b=2, *args, c=3, **named):
    """Documentation."""
    x = [a, b]
    def inner(y):
        return x + [y, (1, 2.5, -0.0, 1e300 * 10, 3j, 10**30, -2**40, b'\x00\xff', '\ud800', 'é', ..., None, True, frozenset())]
    class Local:
        def method(self): return __class__
    return inner(c), Local().method().__qualname__, args, named

async def coroutine(x):
    async for y in x: yield y

def again(code): return marshal.loads(marshal.dumps(code))

code = again(outer.__code__)
f = types.FunctionType(code, globals(), 'f', outer.__defaults__)
f.__kwdefaults__ = outer.__kwdefaults__
print(f(1), f(1, 5, 6, 7, c=8, d=9), f.__doc__)
names = [n for n in dir(code) if n.startswith('co_') and n not in ('co_code', 'co_consts', 'co_exceptiontable', 'co_linetable', 'co_lnotab', 'co_stacksize')]
for n in names:
    old, new = getattr(outer.__code__, n), getattr(code, n)
    if callable(old): old, new = list(old()), list(new())
    print(n, old == new)
print(again(coroutine.__code__).co_flags == coroutine.__code__.co_flags)
module = compile("import sys\nresult = [n * 2 for n in range(3)]\ndef g(): raise KeyError('k')\n", 'there.py', 'exec')
namespace = {}
exec(again(module), namespace)
print(namespace['result'], again(module).co_filename)
try: namespace['g']()
except KeyError as e: print(repr(e), e.__traceback__.tb_next.tb_lineno, e.__traceback__.tb_next.tb_frame.f_code.co_filename)
print(eval(again(compile('6 * 7', '<e>', 'eval'))))
file = io.BytesIO(); marshal.dump({'code': [outer.__code__, 1]}, file); file.seek(0)
print(marshal.load(file)['code'][1:])
for bad in (marshal.dumps(outer.__code__)[:-9], b'c', b'cN\x00\x00\x00\x00'):
    try: print(marshal.loads(bad))
    except (EOFError, ValueError, TypeError) as e: print('refused')
