# Attributes of exceptions, their checks, and what may be thrown into generators.
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
e = OSError(2, 'no', 'f', None, 'g'); print(e, e.args, e.filename, e.filename2, repr(e), type(e), e.errno, e.strerror)
e = OSError('x'); print(e, e.errno, e.args); e = OSError(1, 2, 3, 4, 5, 6); print(e, e.args, e.errno)
e.errno = 7; print(e.errno)
e = OSError(5, 'm'); print(e, e.__dict__); e.filename = 'zz'; print(e)
e = ImportError('m', name='n', path='p'); print(e.name, e.path, e.msg, e, e.args)
t(lambda: ImportError('m', foo=1)); t(lambda: Exception(a=1)); t(lambda: NameError('a', nme=1)); print(NameError('a', name='b').name, NameError('x').name)
e = AttributeError('q', name='n', obj=3); print(e.name, e.obj)
t(lambda: undefined_name)
try: undefined_name
except NameError as e: print(e.name, e.__dict__)
try: [].foo
except AttributeError as e: print(e.name, e.obj)
e = SyntaxError('bad', ('f/x.py', 3, 4, 'text', 5, 6)); print(e, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.msg, e.args)
t(lambda: SyntaxError('bad', (1, 2)))
e = UnicodeEncodeError('ascii', 'h\xe9', 1, 2, 'ordinal'); print(e, e.start, e.end, e.object, e.encoding, e.reason)
t(lambda: UnicodeEncodeError('a'))
e = StopIteration(3); print(e.value); e.value = 5; print(e.value, e.args)
e = SystemExit(); print(e.code); e = SystemExit(1, 2); print(e.code)
class E(Exception):
    def __init__(self, a, code=0): super().__init__(a); self.code = code
e = E(1, code=5); print(e, e.args, e.code, repr(e), e.__dict__)
def s(n, v):
    def f(): setattr(e, n, v)
    t(f)
e = ValueError('v')
s('__traceback__', 5); s('__cause__', 5); s('__context__', 5); s('__suppress_context__', 5); s('args', 5); s('args', [1, 2]); print(e.args)
def d(n):
    def f(): delattr(e, n)
    t(f)
for n in ('args', '__cause__', '__context__', '__traceback__'): d(n)
t(lambda: e.with_traceback(5)); t(lambda: e.add_note(1)); e.add_note('n'); e.add_note('m'); print(e.__notes__)
t(lambda: KeyError('a')); t(lambda: KeyError('a', 'b')); t(lambda: KeyError())
class G(OSError): pass
print(G(2, 'a', 'b'), G(2, 'a', 'b').filename, type(G(2, 'a')))
print(FileNotFoundError(2, 'a', 'b').filename, ConnectionError(), BlockingIOError(11, 'x').errno)
def g():
    yield 5
x = g(); next(x)
t(lambda: x.throw(ValueError, 'msg')); t(lambda: g().throw(ValueError)); t(lambda: g().throw(5)); t(lambda: g().throw(ValueError, ValueError('k'))); t(lambda: g().throw(ValueError('a'), None, 5))
t(lambda: g().throw(KeyError, (1, 2)))
class A:
    f = len; j = ''.join; a = [1].append
print(A.f([1]), A().f([1, 2]), A().j('ab'))
for i in range(400): A().f([1]); A().j('cd')
