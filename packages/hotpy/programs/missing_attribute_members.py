# Messages and members of AttributeError, NameError and ImportError, which do not share what they have.
class A: pass
class T:
    __slots__ = ('q',)
def ask(o, n):
    try: getattr(o, n)
    except AttributeError as e: return str(e), e.name, e.obj is o, sorted(e.__dict__)
print(ask(A(), 'x'), ask(A, 'y'), ask(T(), 'q'), ask(T(), 'r'), ask(5, 'z'), ask(print, 'z'))
a = A()
errors = []
for i in range(300):
    try: a.nope
    except AttributeError as e: errors.append(e)
    try: i.nope
    except AttributeError as e: errors.append(e)
errors[0].extra = 1
errors[2].name = 'changed'
print(len({id(e) for e in errors}), errors[0].name, errors[2].name, errors[4].name, errors[1].obj, errors[599].obj, errors[0].__dict__, errors[2].__dict__)
A.__name__ = 'Renamed'
print(ask(a, 'nope'), ask(a, 'nope'))
A.__module__ = 'elsewhere'
print(ask(a, 'nope'))
a.__class__ = type('Other', (), {})
print(ask(a, 'nope'))
try: undefined_name
except NameError as e: print(e, e.name)
def f():
    try: return local
    except UnboundLocalError as e: print(e, e.name)
    local = 1
f()
try: import nowhere_to_be_found
except ImportError as e: print(e, e.name, e.path)
try: from sys import nothing_like_that
except ImportError as e: print(e, e.name, e.path)
try: raise ModuleNotFoundError('x')
except ImportError as e: print(e, e.name, e.path)
class G:
    def __getattr__(self, n): raise AttributeError(n)
try: G().zz
except AttributeError as e: print(e, e.name, type(e.obj).__name__)
