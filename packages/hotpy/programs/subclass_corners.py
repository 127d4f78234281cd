# more corners
import sys
class L(list): pass
l = L([3,1,2])
a, *b = l; print(a, b)
[x, y, z] = l; print(x, y, z)
print(l == L([3,1,2]), l != [3], l < [4], [2] < l, sorted([l, [1]]))
l.sort(key=lambda v: -v); print(l, l.reverse(), l)
del l[0:1]; l[0:0] = (7, 8); print(l, l.__class__, l.__len__(), L.__len__(l), list.__getitem__(l, 0))
print(L.append, type(l.append), l.append.__self__ is l, L.__doc__, L.__name__, L.__bases__)
for m in ('append', 'x'):
    print(hasattr(l, m))
l.x = 1; print(l.__dict__, dir(l)[-3:], 'x' in dir(l))
try: l.__init__([1],[2])
except TypeError as e: print(e)
l.__init__('ab'); print(l)
try: L(1)
except TypeError as e: print(e)
try: L([], 3)
except TypeError as e: print(e)
try: L(x=3)
except TypeError as e: print(e)
class I(int): pass
for args in (('12',), ('ff', 16), (3.7,), (), ('x',), ([],), (True,)):
    try: v = I(*args); print(v, type(v), v == int(*args))
    except (TypeError, ValueError) as e: print(type(e), e)
print(I('7', base=8), I.__new__(I, 5), int.__new__(I, 6), type(int.__new__(I, 6)), I(5).__add__(3), I(5).__radd__(2), int.__add__(I(1), I(2)))
print(I(3).to_bytes if 0 else '', I(255).bit_length(), I(5).conjugate(), type(I(5).conjugate()), I(5).__class__, isinstance(True, I), I(5) is I(5), I(1) == True, {1: 'a'}[I(1)], {I(1): 'b'}[1], {I(1), 1, True})
try: I(5).x
except AttributeError as e: print(e)
try: (5).x = 1
except AttributeError as e: print(e)
i = I(5); i.x = 9; del i.x
try: i.x
except AttributeError as e: print(e)
i += 1; print(i, type(i))
class F(float): pass
print(F(), F(1), F('nan') == F('nan'), F(2) == 2 == I(2), F(1.5) < I(2), hash(F(2)) == hash(2), F(3) // 2, divmod(F(7), 2), round(F(2.567), 2), type(round(F(2.5))), F(2) ** 2, 2 ** F(2), max(F(1), 0.5), repr(F(1e16)), F.fromhex('0x1p1'), F(0.1) + F(0.2))
class S(str): pass
s = S('hello world')
print(s.split(), [type(x) for x in s.split()], s.partition(' '), s.title(), s[1:3], type(s[:]), s * 2, s.encode if 0 else '', s.index('w'), s.format(), s.zfill(15), s.ljust(13, S('.')), s.translate({104: S('J')}), s.expandtabs(), s.splitlines(), s.isalpha(), S('a') in S('abc'), s.find(S('o'), I(5)), s.endswith((S('x'), S('ld'))), s.count(S('l')), S(',').join([S('a'), 'b', S('c')]), s.replace(S('l'), S('L'), I(1)), s.strip(S('hd')), S('%s-%s') % (1, 2), S('{}').format(S('z')), S.maketrans(S('a'), S('b')))
print('', S(5), S(), S(object=7), str(S('q')), type(str(S('q'))), S('a') + S('b'), S('a') < S('b'), {S('k'): 1} == {'k': 1}, S('k') is S('k'))
print(eval if 0 else '', getattr(s, S('upper'))(), setattr(s, S('attr'), 3), s.attr, {**{S('a'): 1}}, (lambda **k: k)(**{S('kw'): 2}))
class T(tuple): pass
t = T('abc'); print(t, t[0], t[-1:], t + T('d'), T('a') + ('b',), t * 2, t.index('b'), t.count('a'), t == tuple('abc'), t < ('b',), hash(t) == hash(tuple('abc')), T(), T([1]), T(x for x in (1, 2)), T(T((1,))), type(T(t)), tuple(t) is t, type(tuple(t)), isinstance(1, T((str, int))), issubclass(bool, T((str, int))), 'ab'.startswith(T(('x', 'a'))), '%s%s%s' % t)
try: raise ValueError('q')
except T((KeyError, ValueError)) as e: print('caught', e)
class D(dict): pass
d = D([('a', 1)], b=2); d.attr = 1
print(d, d.copy(), type(d.copy()), d.keys(), d.items(), list(d.values()), d.pop('a'), d.popitem(), d, d.setdefault('x', []), d.get('q', 7), D.fromkeys('ab', 0), type(D.fromkeys('ab')), D(d) == d, d == {'x': []}, {'x': []} == d, d != {}, d.update({'z': 1}), d.update(y=2), d, len(d), 'z' in d, [k for k in d], reversed(d).__next__(), d | {'n': 1}, {'n': 1} | d)
d2 = {}; d2.update(d); print(d2, {**d}, dict(d), dict(**d), f'{d}', bool(D()), d.clear(), d)
print("%(a)s" % D(a=3), "{a}".format(**D(a=4)), "{a}".format_map(D(a=5)))
try: D(1)
except TypeError as e: print(e)
try: {D(): 1}
except TypeError as e: print(e)
try: hash(L())
except TypeError as e: print(e)
class St(set): pass
st = St('ab'); print(sorted(st), st == set('ab'), st | St('c') == set('abc'), type(st | set()), type(st.copy()), st.issubset('abc'), st > {'a'}, st.isdisjoint('x'), len(st), St([St, 1]) == {St, 1}, sorted(St('a').union('b', 'c')), st.discard("a"), len(st), st.add('q'), sorted(st), bool(St()), frozenset(st) == st)
class Fs(frozenset): pass
fs = Fs('ab'); print(fs == frozenset('ab'), hash(fs) == hash(frozenset('ab')), {fs: 1}[frozenset('ab')], Fs(fs) == fs, type(fs | {'c'}), fs in {frozenset('ab')}, Fs() == set(), {frozenset('ab')} == {fs}, set([fs]) | {1} == {fs, 1}, {1, 2} == St({1, 2}))
class W(L): pass


# Sets are looked for as frozensets, those of subclasses too, if their class has no hash of its own.
class Hashed(set):
    def __hash__(self):
        return 1


def attempt(call):
    try:
        return call()
    except Exception as e:
        return type(e).__name__, str(e)


groups = {frozenset([1]), frozenset([2, 3]), 4}
print(St([1]) in groups, St([4]) in groups, Hashed([1]) in groups)
groups.remove(St([1]))
groups.discard(St([3, 2]))
groups.discard(Hashed([4]))
print(groups, attempt(lambda: groups.remove(St([5]))), attempt(lambda: groups.remove(Hashed([6]))))
print(attempt(lambda: groups.add(St([1]))), attempt(lambda: {St([1]): 2}), attempt(lambda: St([1]) in {}))


# What is added is the object itself.
class Numbered(frozenset):
    def __hash__(self):
        return 5


groups.add(Numbered([1]))
groups.add(Hashed([7]))
print(sorted((type(each).__name__, str(each)) for each in groups))


# What asks for exactly a dict says so.
class Table(dict): pass
class Letters(str): pass
print(attempt(lambda: str.maketrans(Table(a="b"))), str.maketrans(Letters("a"), Letters("b"), Letters("c")))

# The longest size there is.
for call in (lambda: "x" * (2**63 - 1), lambda: "xy" * (2**63 - 1), lambda: format("a", ">9223372036854775807"),
             lambda: format("a", ">9223372036854775808"), lambda: "{9223372036854775807}".format(1),
             lambda: "{9223372036854775808}".format(1), lambda: "{0[9223372036854775807]}".format([1])):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
    except MemoryError:
        print("MemoryError")
