import math, sys, time
class L(list): pass
class I(int): pass
class F(float): pass
class S(str): pass
class T(tuple): pass
class D(dict): pass
class E(set): pass
x = [1, 2, 3]; x[0:1] = L([7, 8]); x[::2] = T([0, 0]); x.extend(L([1])); x += T((2,)); x += L(); print(x)
x[I(0)] = 5; del x[I(1)]; print(x, x[I(0):I(2)], x[:I(1)], "abc"[I(1)], (1, 2)[I(1)], [0] * I(2), I(2) * "ab", x.insert(I(0), 9), x.pop(I(0)), x.index(5, I(0), I(3)))
print(set(L([1])), set().union(L([1]), T([2]), E([3])), tuple(L([1])), dict(L([T(('a', 1)), L(['b', 2])])), ''.join(L(['a', S('b')])), sorted(L([2, 1])), list(zip(L([1]), T([2]))), sum(L([1, I(2)]), I(3)), max(L([1, 2])), any(L([0, 1])), all(T()), list(enumerate(L('a'), I(5))), list(reversed(L([1, 2]))), list(reversed(T([1, 2]))), list(map(S, L([1]))), type(next(map(S, L([1])))))
print(math.sqrt(F(4)), math.floor(F(2.5)), math.factorial(I(5)), math.gcd(I(4), I(6)), math.pow(I(2), F(3)), math.isnan(F('nan')), math.log(I(1)), math.fsum([F(1), I(2)]), math.hypot(F(3), I(4)), math.isqrt(I(17)), math.ceil(F(1.2)), math.copysign(F(1), I(-1)), math.comb(I(5), I(2)))
print(chr(I(65)), ord(S('a')), hex(I(255)), bin(I(5)), oct(I(8)), round(F(2.567), I(2)), round(I(25), I(-1)), pow(I(2), I(3), I(5)), divmod(F(7), I(2)), abs(F(-1)), int(S('12'), I(10)), float(S('1e3')), format(I(5), S('03')), '{:{w}}|'.format(I(3), w=I(5)), f"{F(2.5):{I(6)}.1f}", f"{S('q'):>{I(3)}}", '%*d' % (I(4), I(7)), '%c%c' % (I(65), S('b')), '%s' % T((1,)), '%r' % (T((1,)),), '%x %o %e %g' % (I(255), I(8), F(1.5), I(3)), list(range(I(3))), range(I(1), I(5))[I(1)], len(range(I(3))), I(2) in range(3), range(3).index(I(1)), F(1.0) in range(3))
print(I(3), S('x'), sep=S('-'), end=S('!\n'))
print((1, 2) in {1: 2}.items(), T((1, 2)) in {1: 2}.items(), {1: 2}.keys() == E([1]), {1: 2}.keys() | E([5]), {1: 2}.keys() & L([1]), E([1]) == {1: 0}.keys(), D(a=1).keys() == {'a'}, D(a=1).items() == {('a', 1)}, sorted(D(b=1, a=2).items()), {**D(z=1)}, dict(a=1, **D(b=2)))
print(isinstance(S('a'), str), issubclass(S, str), isinstance(3, I), type(I(3)) is int, type(3) is I, I.__mro__, callable(I), hash(S('a')) == hash('a'), {S('a'): 1, 'a': 2}, {1: 'x', I(1): 'y', F(1): 'z'}, [1] == L([1]) == [1], T((1, L([2]))) == (1, [2]), L([T()]) == [()], [S('b'), 'a', S('c')].index('c'), 'c' in [S('c')], S('c') in ['c'], (S('a'),) == ('a',), hash((S('a'), I(1))) == hash(('a', 1)), {(S('a'), I(1)): 5}[('a', 1)], frozenset([S('a')]) == frozenset(['a']), {S('a')} & {'a'}, L([1, 2]) < [1, 3], sorted([I(3), 1, F(2)]), sorted([S('b'), 'a']), sorted([T((2,)), (1,)]), sorted([L([2]), [1]]), min(S('b'), 'a'), max(T((1,)), (0, 5)))
print(' '.join(S('a b c').split()), S('a-b').split(S('-')), 'a-b'.split(S('-')), 'aXbX'.rsplit(S('X'), I(1)), S('Ab').swapcase(), 'abc'.center(I(9), S('*')), 'abc'.ljust(I(5)), 'a\tb'.expandtabs(I(4)), '5'.zfill(I(3)), 'abab'.replace('a', S('z'), I(1)), 'abab'.find(S('b'), I(2)), 'abab'.count(S('ab')), 'abc'.strip(S('c')), 'x'.join(S('abc')), 'abc' + S('d'), S('%d') % I(3), 'abc'.partition(S('b')), 'abc'.removeprefix(S('a')), S('abc').removesuffix('c'), 'A' < S('B'), S('a') * 2, S('a').isalpha(), S('ß').upper(), S('é') + 'è', S('a').__eq__('a'), 'a'.__eq__(S('a')), S('a').__hash__() == hash('a'), S('abc')[::-1], [c for c in S('hé')], S('a').__contains__('a'), S('ab').__len__(), S('ab').__getitem__(I(1)), str.__len__(S('abc')), str.upper(S('a')))
class Sub(S):
    def __str__(self): return 'sub!'
    def __repr__(self): return 'rsub'
s = Sub('v'); print(s, [s], f'{s}', f'{s!r}', f'{s!s:>6}', f'{s:>6}', '%s %r' % (s, s), str(s), repr(s), '{} {!r} {:>5}'.format(s, s, s), s + 'x', ''.join([s, s]), {s: s})
class Key:
    def __init__(s, v): s.v = v
    def __hash__(s): return hash(s.v)
    def __eq__(s, o): return s.v == (o.v if isinstance(o, Key) else o)
d = {S('k'): 1}; print(d[Key('k')], {Key('k'): 2}[S('k')], {1: 3}[I(1)], D({S('q'): 1})['q'], S('k') in {Key('k')}, Key('k') in {S('k')}, E([Key(1)]) == {1}, [Key(1)] == L([1]))
class Big(int): pass
b = Big(10**30); print(b + 1, b * b, b // 3, hash(b) == hash(10**30), b == 10**30, {10**30: 'b'}[b], str(b), f'{b:,}', b > 5, -b, b.bit_length(), int(b), float(b), type(b + 0), b & 255, [b], Big(2**62) + 1, Big(-2**31) - 1, b % 7, pow(b, 2, 97), divmod(b, 10**15), b ** 2 == 10**60, ~b, b << 2, b >> 60)
def gen():
    yield I(1); yield S('a')
print(list(gen()), [type(v).__name__ for v in gen()], dict.fromkeys(L('ab'), I(1)), {k: v for k, v in D(a=1).items()}, [*L([1]), *T([2]), *E([3]), *S('d')], (*L([1]),), {*T([1])})
def kw(a, *args, b=2, **k): return a, args, b, k
print(kw(*L([1, 2]), **D(b=3, c=4)), kw(*T((1,))), kw(*S('xy')), kw(**{S('a'): 1, S('zz'): 2}))
try: kw(**D({1: 2}))
except TypeError as e: print(e)
try: [][I(0)]
except IndexError as e: print(e)
try: L([1])[5]
except IndexError as e: print(e)
try: D()['q']
except KeyError as e: print(e)
try: D()[S('q')]
except KeyError as e: print(e, type(e.args[0]))
try: L([1]).remove(5)
except ValueError as e: print(e)
try: I(5) + 'a'
except TypeError as e: print(e)
try: 'a' + I(5)
except TypeError as e: print(e)
try: S('a') + 5
except TypeError as e: print(e)
try: L([1]) + (1,)
except TypeError as e: print(e)
try: [1] + T((1,))
except TypeError as e: print(e)
try: L([1]) < 5
except TypeError as e: print(e)
try: D() < D()
except TypeError as e: print(e)
try: len(I(5))
except TypeError as e: print(e)
try: iter(I(5))
except TypeError as e: print(e)
try: I(5)()
except TypeError as e: print(e)
try: I(5)[0]
except TypeError as e: print(e)
try: -S('a')
except TypeError as e: print(e)
try: S('a').nope
except AttributeError as e: print(e)
try: L().append()
except TypeError as e: print(e)
try: list.append(D(), 1)
except TypeError as e: print(e)
try: str.upper(I(1))
except TypeError as e: print(e)
try: I(1) / 0
except ZeroDivisionError as e: print(e)
try: L([1]).index(2)
except ValueError as e: print(e)
try: L()[S('a')]
except TypeError as e: print(e)
try: 'a'[F(1)]
except TypeError as e: print(e)
try: S('x').join([1])
except TypeError as e: print(e)
try: ','.join(L([1]))
except TypeError as e: print(e)
try: E([[]])
except TypeError as e: print(e)
try: T([[]]).__hash__()
except TypeError as e: print(e)
for v in (L(), I(), F(), S(), T(), D(), E()): print(repr(v), bool(v), v == type(v).__mro__[1](), v.__class__.__name__, v.__doc__, len(v.__dict__))
sys.exit(I(3))
