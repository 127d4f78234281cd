import copy, json
class A(bytearray):
    def __len__(self): raise ValueError
    def __iter__(self): raise ValueError
print(A.__reduce_ex__(bytearray.__new__(A), 2)[1:], )
a = A(b'ab\xff')
for p in 0, 1, 2, 3, 4: print(bytearray.__reduce_ex__(a, p)[1:])
print(bytearray.__reduce__(a)[1:], type(copy.copy(a)).__name__, bytearray.hex(copy.copy(a)))
class S(set):
    def __len__(self): raise ValueError
print(set.__reduce__(S({1}))[1:]) if 0 else None
class L(list):
    def __len__(self): raise ValueError
print(json.dumps(L([1, 2])), json.dumps({'a': L([])}))
class F(float):
    def __int__(self): return 42
class G(float):
    def __trunc__(self): return 43
class H(float):
    def __index__(self): return 44
class B(float):
    def __int__(self): raise KeyError('no')
class T(float):
    def __int__(self): raise TypeError('no')
class S(float):
    def __int__(self): return 'x'
for c in F, G, H, B, T, S:
    for f in '%d', '%i', '%x', '%s', '%5.1f', '%u':
        try: print(c.__name__, f, f % c(2.5), (f.encode() % c(2.5)) if f != '%s' else '')
        except Exception as e: print(c.__name__, f, type(e).__name__, e)
for f in '%d', '%x':
    try: print(f % float('nan'))
    except Exception as e: print(type(e).__name__, e)
    try: print(f % F('inf'))
    except Exception as e: print(type(e).__name__, e)
