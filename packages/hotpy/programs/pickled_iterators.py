import pickle, copy, types, pprint, collections
def g(): pass
class S(set): pass
class L(list): pass
its = [lambda: iter([1,2,3]), lambda: iter((1,2)), lambda: iter('abc'), lambda: iter(b'ab'), lambda: iter(bytearray(b'ab')), lambda: iter({1:2,3:4}), lambda: iter({1:2}.values()), lambda: iter({1:2, 3:4}.items()), lambda: reversed([1,2,3]), lambda: reversed('abc'), lambda: reversed({1:2,5:6}), lambda: iter(range(5)), lambda: iter(range(2**70, 2**70+5)), lambda: iter({1,2}), lambda: map(abs, [-1,-2,-3]), lambda: map(max, [1,5],[3,4]), lambda: map(max, [1,5],[3,4],[0,9]), lambda: filter(None, [0,1,2,3]), lambda: filter(abs, [0,1,2]), lambda: zip([1,2,3],'abc'), lambda: zip([1,2],[3,4],[5,6],[7,8]), lambda: enumerate('abc'), lambda: enumerate('abc', 7), lambda: reversed(range(4)), lambda: zip()]
for f in its:
    for n in range(5):
        it = f(); out=[]
        for _ in range(n): out.append(next(it, None))
        try:
            c = [list(pickle.loads(pickle.dumps(it, p))) for p in (2,4)]
        except Exception as e: c = (type(e).__name__, str(e))
        r = it.__reduce__()
        print(type(it).__name__, n, c, r[0].__name__, len(r) if 'range' not in type(it).__name__ else '', list(it))
for o in (range(3), slice(1,2,3), {1,2}, frozenset([3]), bytearray(b'ab\xff'), S([1]), L([3]), ..., NotImplemented, [].append, len, 'a'.join, complex(1,2), b'x', int.from_bytes, types.MethodType(len, [1]), KeyError('a')):
    for p in (2,3,4):
        try: print(p, pickle.loads(pickle.dumps(o,p)) if '0x' not in repr(o) else 'ok', copy.copy(o) == o)
        except Exception as e: print(p, repr(o)[:20], type(e).__name__, e)
for f in (g, property, types):
    pass
m = types.MappingProxyType({'a':1})
print(m, m['a'], len(m), list(m), m.get('b', 3), m.keys(), m.items(), 'a' in m, m | {'b':2}, {'c':1}|m, m == {'a':1}, m == m, list(reversed(m)), m.copy())
for e in ("m['x']", "m.__setitem__", "types.MappingProxyType([1])", "hash(m)", "m.__ior__({})", "del m['a']", "types.MappingProxyType(3)", "m.get()"):
    try: print(e, eval(e) if not e.startswith('del') else exec(e))
    except Exception as x: print(e, type(x).__name__, x)
class C: a=1
print(type(C.__dict__), type(vars(C)), C.__dict__['a'], vars(C)['a']); d=C.__dict__; C.b=2; print(d['b'])
print([bool(t.__flags__ & (1<<9)) for t in (int, C, L)], [t.__flags__ >> 24 for t in (int, bool, C, L, tuple, type, KeyError, dict)], int.__itemsize__, C.__dictoffset__ != 0)
match m:
    case {'a': x}: print('matched', x)
pprint.pprint({'b': 'x y '*30, 'a': m})
for f in (g, property(g), iter, types):
    for p in (0, 1, 2):
        try: copy_ = f.__reduce_ex__(p); print(type(copy_))
        except Exception as e: print(type(e).__name__, e)
