# overridden specials
class L(list):
    def __len__(self): return 99
    def __getitem__(self, i): return ('got', i)
    def __iter__(self): return iter(['x','y'])
    def __contains__(self, v): return v == 'z'
    def __eq__(self, o): return 'eq'
    def __add__(self, o): return 'add'
    def __radd__(self, o): return 'radd'
    def __repr__(self): return 'L!'
    def __bool__(self): return False
    def __mul__(self, n): return 'mul'
    def __setitem__(self, i, v): print('set', i, v); super().__setitem__(i, v)
    def __delitem__(self, i): print('del', i); super().__delitem__(i)
    def append(self, v): print('append', v); super().append(v)
    def __reversed__(self): return iter('rev')
    __hash__ = None
l = L([1,2,3])
print(len(l), l[0], l[1:2], list(l), tuple(l), sorted(l), 'z' in l, 1 in l, l == 3, l + 1, 1 + l, [1] + l if False else '', l, str(l), bool(l), l*2, [*l], list(reversed(l)), sorted(set(l)), ','.join(l), sum([[1]], []), max(l), dict.fromkeys(l), enumerate(l).__next__(), list(zip(l,l)), list(map(str,l)))
try: [1] + l
except TypeError as e: print(e)
l[0] = 5; del l[0]; l.append(7); l.extend([8]); l += [9]; l.insert(0, 0); print(list.__repr__(l), list.__len__(l), [].__eq__(l), [] == l)
def f(*a): return a
print(f(*l)); a, b = l; print(a, b); a, *b = l; print(a,b)
for i in l: print(i, end=' ')
print([i for i in l], l.index(8), l.count(2), l.copy(), list.copy(l))
try: hash(l)
except TypeError as e: print(e)
try: {l}
except TypeError as e: print(e)
class D(dict):
    def __getitem__(self, k): return ('gi', k)
    def __setitem__(self, k, v): print('si', k, v); super().__setitem__(k, v)
    def keys(self): return ['kk']
    def __contains__(self, k): return True
    def get(self, k, d=None): return 'get'
    def __len__(self): return 3
    def items(self): return [('it', 1)]
d = D(a=1); d['b'] = 2
print(d['zz'], 'q' in d, d.get('x'), len(d), list(d), dict(d), {**d}, f(**{}), d, d == {'a':1,'b':2}, d.pop('a'), d.setdefault('w', 4), d.update(c=3), d, sorted(d), list(d.items()), list(d.values()), bool(d))
print((lambda **k: k)(**d), dict(d, z=1), {}|d, "%(x)s" % d, "{x}".format(**d) if 0 else '', "{0[x]}".format(d), '{x}'.format_map(d))
x = {}; x.update(d); print(x)
class D2(dict):
    def __iter__(self): return iter(['only'])
    def keys(self): return ['only']
    def __getitem__(self, k): return 'v'+k
d2 = D2(a=1); print(dict(d2), {**d2}, list(d2), (lambda **k: k)(**d2)); y = {}; y.update(d2); print(y, D2(d2))
class I(int):
    def __add__(self, o): return I(int(self) + int(o))
    __radd__ = __add__
    def __eq__(self, o): return int(self) == o
    def __hash__(self): return 77
    def __lt__(self, o): return int(self) > int(o)
    def __index__(self): return 1
    def __int__(self): return 42
    def __bool__(self): return False
    def __str__(self): return 'I%d' % self.real
    def __format__(self, s): return 'fmt<'+s+'>'
    def __float__(self): return 2.5
    def __neg__(self): return 'neg'
    def __call__(self, x): return x+1
    def __getattr__(self, n): return n+'?'
i = I(7)
print(type(i+1), i+1, 1+i, sum([i, i]), i == 7, hash(i), {7: 'a', i: 'b'}, sorted([I(1), I(3), I(2)]), int(i), bool(i), str(i), f"{i}", f"{i:>3}", "%s %d" % (i, i), float(i), -i, i(3), i.foo, [10,20,30,40,50,60,70,80][i], list(range(i)), i < 8, max(i, I(9)), min([I(4), I(2)]), repr(i), '%x' % i, complex if 0 else '', i.real, chr(I(65)), 'ab' * I(2), round(i), abs(i), divmod(i, 2), i ** 2, 2 ** i, ~i, i & 3, i | 8, i ^ 1, i << 1, i >> 1, i // 2, i % 4, i / 2)
class F(float):
    def __mul__(self, o): return F(float(self) * o)
    def __str__(self): return 'F'
    def __eq__(self, o): return True
    __hash__ = float.__hash__
x = F(2.5); print(x*2, type(x*2), 2*x, str(x), f"{x}", f"{x:.1f}", x == 3, '%f' % x, '%s' % x, x+1, x.hex(), F('1e3'), F.fromhex('0x1p3'), type(F.fromhex('0x1p3')), int(x), x.as_integer_ratio(), -x, x // 1, x < 3, 3 > x)
class S(str):
    def __eq__(self, o): return str.__eq__(self, o) or o == 'magic'
    def __hash__(self): return str.__hash__(self)
    def __add__(self, o): return S(str(self) + '+' + str(o))
    def __len__(self): return 100
    def __getitem__(self, i): return 'item'
    def __iter__(self): return iter('iter')
    def __contains__(self, c): return 'contains'
    def __format__(self, sp): return 'FMT'
    def __str__(self): return 'STR'
    def __mod__(self, o): return 'MOD'
    def upper(self): return 'UP'
s = S('abc'); print(s == 'magic', s + 'd', type(s+'d'), 'd' + s, len(s), s[0], list(s), 'q' in s, f"{s}", str(s), "%s" % s, s % 1, s.upper(), s.lower(), ''.join([s, s]), '{}'.format(s), print(s), repr(s), s.encode if 0 else '', s.replace('a','b'), s < 'b', sorted([s, 'abd']), {s: 1}['abc'], s.split('b'), 'xabcx'.find(s), 'abc'.startswith(s), s.join('ab'), 'a'.join(s), str.__len__(s), int(S('3')), s*2, s.title(), s.center(7,'*'), s.strip(S('a')), s.partition('b'), s.count('b'))
class T(tuple):
    def __new__(cls, a, b): return tuple.__new__(cls, (a, b))
    def __getitem__(self, i): return 'T'
    def __iter__(self): return iter('TT')
    def __len__(self): return 5
    def __eq__(self, o): return 'teq'
    def __hash__(self): return 1
    def __repr__(self): return 'T' + tuple.__repr__(self)
t = T(1, 2); print(t[0], list(t), len(t), t == 1, hash(t), t, t + (3,), t * 2, 1 in t, t.index(2), (1,2) == t, '%s %s' % t, t < (2,), isinstance(1, (int,)), f(*t), sorted([(3,0), t], key=lambda q: str(q)))
class FS(frozenset):
    def __new__(cls, *a): 
        self = super().__new__(cls, a); self.n = len(a); return self
    def __contains__(self, x): return 'yes'
fs = FS(1,2); print(fs, fs.n, 5 in fs, fs | {3}, fs == {1,2}, hash(fs) == hash(frozenset({1,2})), fs <= {1,2,3}, fs.union([4]), {fs} == {frozenset({1,2})}, fs.copy() is fs, type(fs.copy()))
class SS(set):
    def add(self, x): print('add', x); super().add(x)
    def __contains__(self, x): return True
ss = SS([1]); ss.add(2); ss.update([3]); ss |= {4}; print(ss, 9 in ss, ss - {1}, ss.issubset({1,2,3,4}), {1} < ss, ss > {1}, ss.pop() in (1,2,3,4), len(ss), ss.copy())
