# Odd operands to builtins and their messages: order of checks, exceptions of special methods, attributes of exceptions.
def t(f):
    try:
        shown = repr(f())[:150]
        print(shown if ' at 0x' not in shown else shown[:shown.index(' at 0x')])
    except BaseException as e: print(type(e).__name__, str(e)[:150])
e = ValueError('x')
t(lambda: e.add_note(1)); t(lambda: e.add_note('n')); print(e.__notes__); e.__notes__ = 5; t(lambda: e.add_note('z')); del e.__notes__; t(lambda: e.__notes__)
class A:
    append = [].append; up = 'abc'.upper; m = len; s = str.upper; k = dict.get
t(lambda: A().append(1)); t(lambda: A().up()); t(lambda: A().m([1,2])); t(lambda: A().s()); t(lambda: A().k('a'))
t(lambda: {1:2}.keys().isdisjoint([3])); t(lambda: {1:2}.items().isdisjoint(5)); t(lambda: {1:2}.values().isdisjoint([])); t(lambda: {1:2}.keys() & [1]); t(lambda: {1:2}.items() | {3}); t(lambda: {1:[]}.items() & [1]); t(lambda: [1] - {1:2}.keys())
def dup():
    class B(A, A): pass
t(dup)
def mro():
    class X: pass
    class Y(X): pass
    class Z(X, Y): pass
t(mro)
t(lambda: type('Q', (int, str), {})); t(lambda: type('Q', (bool,), {})); t(lambda: type('Q', (3,), {})); t(lambda: type('Q', (), {1:2})); t(lambda: type(1,2)); t(lambda: type('a\0b', (), {}))
t(lambda: ValueError(a=1)); t(lambda: ImportError('x', name='n', foo=1)); t(lambda: ImportError('x', name='n', path='p').path); t(lambda: KeyError('a', 'b')); t(lambda: str(KeyError('a'))); t(lambda: NameError('x', name='q').name); t(lambda: AttributeError('x', obj=3).obj); t(lambda: SystemExit(3).code); t(lambda: StopIteration(4).value); t(lambda: UnicodeEncodeError('utf8', 'xyz', 0, 1, 'r').object); t(lambda: SyntaxError('m', ('f', 1, 2, 'txt')).text); t(lambda: SyntaxError('m', ('f', 1)))
t(lambda: 'a\tb'.expandtabs(2**40)); t(lambda: 'a\tb'.expandtabs(-1)); t(lambda: 'a\tb\nc\td'.expandtabs()); t(lambda: 'a'.expandtabs('x')); t(lambda: '%d' % 'x'); t(lambda: '%d' % 1.9); t(lambda: '%x' % 1.9); t(lambda: '%c' % 'ab'); t(lambda: '%i' % None); t(lambda: '%s %s' % (1,)); t(lambda: '%(a)s' % 5); t(lambda: '%*d' % ('a', 3)); t(lambda: '%e' % 'x')
class BadInt:
    def __int__(self): return 'x'
    def __index__(self): return 'y'
    def __float__(self): return 'z'
t(lambda: '%d' % BadInt()); t(lambda: int(BadInt())); t(lambda: float(BadInt())); t(lambda: [1][BadInt()]); t(lambda: range(BadInt())); t(lambda: '%x' % BadInt()); t(lambda: 'a' * BadInt()); t(lambda: hex(BadInt())); t(lambda: '{:d}'.format(BadInt())); t(lambda: round(1.5, BadInt())); t(lambda: chr(BadInt())); t(lambda: [1][BadInt():])
def g():
    yield 1
t(lambda: g().throw(ValueError('a'), 'b')); t(lambda: g().throw(ValueError, 'b')); t(lambda: g().throw(StopIteration('q'))); t(lambda: g().throw(StopIteration)); t(lambda: g().throw(5)); t(lambda: g().throw(ValueError, ValueError('z'))); t(lambda: g().throw(ValueError, 'x', 5)); t(lambda: g().throw()); t(lambda: g().throw(ValueError, ('a', 'b'))); t(lambda: g().throw(int)); 
def gg():
    try: yield 1
    except ValueError as e: yield e.args
x = gg(); next(x); t(lambda: x.throw(ValueError, ('a', 'b'))); t(lambda: x.throw(ValueError))
t(lambda: list[int]); t(lambda: dict[str, int]); t(lambda: int[3]); t(lambda: list[int](range(2))); t(lambda: int | str); t(lambda: isinstance(3, int | str)); t(lambda: isinstance(3, list[int])); t(lambda: isinstance([], list | None)); t(lambda: tuple[int, ...]); t(lambda: list[int].__args__); t(lambda: (int | None).__args__); t(lambda: list[int] == list[int]); t(lambda: int | 3); t(lambda: None | int); t(lambda: hash(int | str) == hash(str | int)); t(lambda: type[int]); t(lambda: set[int].__origin__); t(lambda: list['a']); t(lambda: list[int].append); t(lambda: issubclass(int, int | str)); t(lambda: isinstance(1, (int | str, float)))
class M(type):
    def __instancecheck__(c, o): return o == 5
    def __subclasscheck__(c, o): return o is int
class C(metaclass=M):
    def __instancecheck__(self, o): return True
t(lambda: (isinstance(5, C), isinstance(6, C), issubclass(int, C), issubclass(str, C), isinstance(6, C()))); t(lambda: isinstance(1, 5)); t(lambda: issubclass(1, int)); t(lambda: issubclass(int, 1)); t(lambda: isinstance(1, (5,))); t(lambda: isinstance(1, (int, 5)))
t(lambda: int('\x1c 5')); t(lambda: int('5\x1f')); t(lambda: float('\x1d1.5')); t(lambda: int('\u2003 7 \xa0')); t(lambda: int('\u0665')); t(lambda: int('1_0')); t(lambda: int('1__0')); t(lambda: int('_1')); t(lambda: float('1_0.5')); t(lambda: float('in f')); t(lambda: int('0x1f', 16)); t(lambda: int('0b1', 0)); t(lambda: int('010', 0)); t(lambda: int('z', 36)); t(lambda: int('', 10)); t(lambda: int('9', 8)); t(lambda: float('nan')); t(lambda: float('-Infinity')); t(lambda: '\x1c'.isspace()); t(lambda: '\x1c a \x1f'.strip()); t(lambda: 'a\x1cb\x85c\u2028d'.splitlines()); t(lambda: 'a\x1cb'.split())
t(lambda: ','.join([1])); t(lambda: ','.join(['a', 2])); t(lambda: ','.join(5)); t(lambda: ','.join('abc')); t(lambda: ','.join({'a': 1})); t(lambda: ','.join(['a']))
t(lambda: object().__ne__(5)); t(lambda: object().__lt__(5)); t(lambda: object().__eq__(5)); t(lambda: object.__ne__(3, 4)); t(lambda: None.__ne__(None)); t(lambda: None.__eq__(None)); t(lambda: type.__ne__(int, int)); t(lambda: object().__hash__() == 0); t(lambda: object().__dir__()[:0])
class P:
    @property
    def p(self): return 1
    q = property(None, lambda s, v: None)
    z = property()
t(lambda: setattr(P(), 'p', 1)); t(lambda: delattr(P(), 'p')); t(lambda: P().q); t(lambda: P().z); t(lambda: setattr(P(), 'z', 1)); t(lambda: delattr(P(), 'q')); t(lambda: P.p.fset); t(lambda: property(1).__get__(5)); t(lambda: P.p.__doc__); t(lambda: setattr(P.p, 'fget', 1))
class H:
    n = 0
    def __hash__(self): H.n += 1; return 1
    def __eq__(self, o): print('eq'); return True
h = H(); s = {h}; t(lambda: (h in s, H.n)); t(lambda: (s == {h}, H.n)); d = {h: 1}; t(lambda: d[h]); t(lambda: [h].index(h)); t(lambda: h in [h]); t(lambda: [h].count(h)); t(lambda: (h,) == (h,)); t(lambda: [h] == [h]); t(lambda: {1: h} == {1: h}); t(lambda: [h].remove(h))
class BI:
    def __init__(s, e): s.e = e
    def __index__(s): raise s.e
for e in (ValueError('v'), TypeError('t'), IndexError('i'), OverflowError('o')):
    t(lambda: [1][BI(e)]); t(lambda: [1][BI(e):]); t(lambda: 'a'.find('a', BI(e))); t(lambda: (1,)[BI(e)]); t(lambda: 'a'[BI(e)]); t(lambda: [1].insert(BI(e), 1)); t(lambda: [1].pop(BI(e))); t(lambda: range(BI(e))); t(lambda: range(3)[BI(e)]); t(lambda: 'a'.center(BI(e))); t(lambda: [1] * BI(e)); t(lambda: bin(BI(e))); t(lambda: 'abc'.replace('a', 'b', BI(e))); t(lambda: 'a b'.split(None, BI(e))); t(lambda: int('1', BI(e))); t(lambda: round(1, BI(e))); t(lambda: pow(2, BI(e))); t(lambda: sum([], BI(e))); t(lambda: slice(BI(e)).indices(3)); t(lambda: [].__setitem__(slice(BI(e), None), [])); t(lambda: [3].__delitem__(BI(e)))
t(lambda: [2, 1].sort(reverse='x')); t(lambda: sorted([2, 1], reverse=None)); t(lambda: sorted([2, 1], reverse=1.5)); t(lambda: sorted([2, 1], reverse=2)); t(lambda: [1, 2].sort(reverse=2**40)); t(lambda: sorted([1, 'a'])); t(lambda: [1, 2].sort(lambda x: x)); t(lambda: sorted(5)); t(lambda: sorted([1, 2], key=5)); t(lambda: [3, 1].sort(key=lambda x: 1 / 0)); t(lambda: sorted([[1], [0]], key=len, reverse=True)); t(lambda: print('a', sep=5)); t(lambda: print('a', end=5)); t(lambda: 'a'.splitlines('x')); t(lambda: enumerate([1], 'a')); t(lambda: zip(1)); t(lambda: zip([1], strict='')); t(lambda: max([1], default=3, key=None)); t(lambda: max(1, 2, default=3)); t(lambda: max()); t(lambda: min([])); t(lambda: getattr(5, 5)); t(lambda: hasattr(5, 5)); t(lambda: setattr(5, 'x', 5)); t(lambda: ord('ab')); t(lambda: ord(5)); t(lambda: abs('a')); t(lambda: len(5)); t(lambda: hash([])); t(lambda: iter(5)); t(lambda: next(5)); t(lambda: next(iter([]), 5)); t(lambda: callable(5)); t(lambda: id()); t(lambda: round('a')); t(lambda: round(2.5)); t(lambda: round(-0.5)); t(lambda: round(1e300, -300)); t(lambda: divmod(5, 0)); t(lambda: divmod(5.5, 0)); t(lambda: 5 % 0); t(lambda: 5.0 // 0); t(lambda: 0 ** -1); t(lambda: 0.0 ** -1); t(lambda: 1 << -1); t(lambda: 2 ** 0.5); t(lambda: int('1' * 5000)); t(lambda: str(10 ** 5000)[:5])
import sys
t(lambda: sys.setrecursionlimit(-1)); t(lambda: sys.setrecursionlimit('a')); t(lambda: sys.exit()); t(lambda: sys.getrecursionlimit())
t(lambda: list[int].append); t(lambda: list[int].nope); t(lambda: dict[str,int].fromkeys('ab')); t(lambda: hasattr(list[int], '__len__')); t(lambda: getattr(list[int], 'x', 5)); t(lambda: list[int].__name__)
