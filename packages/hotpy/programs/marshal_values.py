# marshal: every kind of value but code.
import marshal
for v in [None, True, False, ..., 0, -1, 2**31-1, -2**31, 2**31, -2**40, 2**100, 1.5, -0.0, 1+2j, b'ab', 'abc', 'é中', 'x'*300, (1, (2, 'a')), [1, [2]], {1: 'a', 'b': [None]}, {3}, frozenset([4]), list(range(300)), tuple(range(300))]:
    data = marshal.dumps(v)
    assert marshal.loads(data) == v and type(marshal.loads(data)) is type(v), v
print(marshal.dumps((1, 'a', [2.5]), 2), marshal.version)
try: marshal.dumps(object())
except ValueError as e: print(e)
for bad in [b'', b'i\x01', b'?']:
    try: marshal.loads(bad)
    except (EOFError, ValueError, TypeError) as e: print(type(e).__name__)
import io
f = io.BytesIO(); marshal.dump([1, 2], f); f.seek(0); print(marshal.load(f))
