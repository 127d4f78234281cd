def f(e, *types):
    try:
        try:
            raise e
        except* ValueError as x:
            print('V', repr(x), x.__traceback__ is not None)
        except* TypeError as x:
            print('T', repr(x))
            raise KeyError('k')
        except* OSError:
            raise
        else:
            print('else')
        finally:
            print('fin')
    except BaseException as y:
        print('out', repr(y), repr(y.__context__), repr(y.__cause__))
for e in [ValueError(1), TypeError(2), OSError(3), IndexError(4)]:
    f(e)
f(ExceptionGroup('a', [ValueError(1), TypeError(2), OSError(3), IndexError(4), ExceptionGroup('b', [ValueError(5), OSError(6)])]))
for i in range(300):
    try:
        raise ExceptionGroup('a', [ValueError(1)])
    except* ValueError:
        pass
def g():
    try:
        raise ExceptionGroup('a', [ValueError(1), TypeError(3)])
    except* ValueError as e:
        x = yield e
        print(x)
it = g()
print(next(it))
try:
    it.send(3)
except* TypeError as z:
    print(repr(z))
try:
    raise ExceptionGroup('a', [ValueError(1), TypeError(3)])
except* ValueError:
    1/0
