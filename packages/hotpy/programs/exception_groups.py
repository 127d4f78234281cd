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
