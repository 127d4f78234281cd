"""Sequences times objects whose reflected method declines, but which are indices."""
class X:
    def __init__(self, i): self.i = i
    def __rmul__(self, o): return NotImplemented
    def __index__(self): return self.i
class Y:
    def __rmul__(self, o): return NotImplemented
class Z:
    def __rmul__(self, o): return 'Z'
    def __index__(self): return 2
for s in [1], (1,), 'ab', b'xy', bytearray(b'q'):
    for v in X(2), X(-1), Y(), Z():
        try: print(s * v)
        except TypeError as e: print(e)
        try: print(v * s)
        except TypeError as e: print(e)
        try:
            t = s[:]
            if type(v) is not Z:
                t *= v
            print(t)
        except TypeError as e: print(e)
for a in 3, 2.5, {}, None, {1}:
    try: print(a * X(2))
    except TypeError as e: print(e)
