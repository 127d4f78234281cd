# Exceptions: what copies of them keep, cycles of contexts, how the odd ones are shown, recursion limits.
import copy, io, pickle, subprocess, sys, traceback

NAMES = "foo name path msg filename filename2 errno strerror characters_written".split()
for e in [
    OSError(2, 'foo', 'bar'), OSError(2, 'foo', 'bar', None, 'x'), OSError(2, 'x', None, None, 'y'), OSError('a'), OSError(1, 2),
    OSError(1, 2, 3, 4, 5), FileNotFoundError(2, 'a', 'b'), BlockingIOError(1, 2, 3), ImportError('test', name='n', path='p'),
    ModuleNotFoundError('x', name='q'), ImportError('a', 'b', name='c'), AttributeError('x', name='a', obj=3),
    SyntaxError('bad', ('f', 1, 2, 't')), UnicodeDecodeError('u', b'x', 0, 1, 'r'),
]:
    e.foo = 3
    print(repr(e), e.args, e.__reduce__())
    for made in copy.copy(e), copy.deepcopy(e), pickle.loads(pickle.dumps(e)):
        print(repr(made), made.args, made, {name: getattr(made, name, '-') for name in NAMES})

error = ImportError('test', name='name', path='path')
error.__init__()
print(error.args, error.msg, error.name, error.path)
for start, end in [(0, 1), (1, 5), (1000, 5), (4, 5), (2, 2), (3, 9), (-1, 3)]:
    print(UnicodeDecodeError('u', b'xxxxx', start, end, 'r'), UnicodeTranslateError('xxxxx', max(start, 0), end, 'r'))


def cycle():
    try:
        raise ValueError(1)
    except ValueError as error:
        error.__context__ = error
        raise TypeError(2)


def long_cycle():
    errors = [ValueError(i) for i in range(5)]
    for error, other in zip(errors, errors[1:] + errors[2:3]):
        error.__context__ = other
    try:
        raise errors[0]
    except ValueError:
        raise TypeError(3)


for function in cycle, long_cycle:
    try:
        function()
    except TypeError as error:
        for _ in range(9):
            print(repr(error), end=' ')
            error = error.__context__
        print()


def shown(error):
    kept, sys.stderr = sys.stderr, io.StringIO()
    try:
        sys.__excepthook__(type(error), error, error.__traceback__)
        return sys.stderr.getvalue()
    finally:
        sys.stderr = kept


for place in [("f", 1, 2, "abcdefg", 1, 100), ("f", 1, 200, "abcdefg", 1, 100), ("f", 1, 2, " abcdefg\n", 1, 100), ("f", 1, 2, "abcd", 1, 3)]:
    print(shown(SyntaxError('no', place)))


class Mute:
    __str__ = __repr__ = None


class Holder:
    blech = None

    def __getattr__(self, name):
        raise AttributeError(Mute())


try:
    Holder().bluch
except AttributeError as error:
    print(shown(error).splitlines()[-1])


def at_depth(depth):
    if depth > 0:
        return at_depth(depth - 1)
    try:
        sys.setrecursionlimit(20)
    except RecursionError as error:
        return str(error).split(' at ')[0]
    finally:
        sys.setrecursionlimit(1000)


print(at_depth(5), at_depth(50))
