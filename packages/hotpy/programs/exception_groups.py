# Exception groups: making and splitting them.
e = ExceptionGroup('g', [ValueError(1), TypeError(2), ExceptionGroup('n', [ValueError(3)])])
print(repr(e), e, e.message, e.exceptions, e.args, type(BaseExceptionGroup('x', [ValueError()])), ExceptionGroup.__mro__)
m, r = e.split(ValueError); print(repr(m), repr(r)); print(repr(e.subgroup(lambda x: isinstance(x, TypeError))), e.subgroup(KeyError))
for a in [(), ('a',), (1, []), ('a', []), ('a', [1]), ('a', {ValueError()}), ('a', [KeyboardInterrupt()])]:
    try: print(repr(ExceptionGroup(*a)))
    except Exception as x: print(type(x).__name__, x)
try: raise e
except ExceptionGroup as g: print(g is e)
class P:
    @property
    def x(self): 'doc'
p = P.__dict__['x']; print(p.__doc__); p.__doc__ = 'new'; print(p.__doc__)
# What makes and splits them.
both = BaseExceptionGroup('a', [ValueError(1), KeyError(2)])
for test in (print, ValueError, (ValueError,), lambda each: True, int, (int,), 1, [ValueError], ()):
    for part in (both.split, both.subgroup):
        try: print(part(test))
        except Exception as x: print(repr(x))
def attempt(f):
    try: print(f())
    except Exception as x: print(type(x).__name__, x)
attempt(lambda: BaseExceptionGroup('a', [ValueError()], x=1))
attempt(lambda: setattr(both, 'message', 1))
attempt(lambda: BaseExceptionGroup.__new__(int, 'a', [ValueError()]))
attempt(lambda: BaseException.__new__(ExceptionGroup, 'a', [ValueError()]))
attempt(lambda: ExceptionGroup[int])
class Base(BaseExceptionGroup): pass
class Own(ExceptionGroup):
    def __new__(cls, message, exceptions, more=None):
        self = super().__new__(cls, message, exceptions); self.more = more; return self
    def derive(self, exceptions): return Own(self.message, exceptions, self.more)
attempt(lambda: Base('x', [ValueError()]).__class__)
attempt(lambda: Own('x', [KeyboardInterrupt()]))
g = Own('x', [ValueError(), KeyError(), Own('y', [ValueError(2)])], 5); g.add_note('n')
try: raise g from OSError(1)
except Own as q: print([(x, x.more, x.__notes__, x.__cause__, x.__traceback__ is q.__traceback__) for x in q.split(KeyError)])
class Items:
    def __getitem__(self, index): return [ValueError(1), TypeError(2)][index]
attempt(lambda: ExceptionGroup('s', Items()).exceptions)
def hot():
    total = 0
    for i in range(50):
        match, rest = ExceptionGroup('s', [ValueError(i), KeyError(i)]).split(ValueError)
        total += match.exceptions[0].args[0] + len(rest.exceptions)
    return total
print(hot())
deep = TypeError()
for _ in range(2000): deep = ExceptionGroup('deep', [deep])
for part in (deep.split, deep.subgroup):
    try: part(TypeError)
    except RecursionError as x: print(x)
