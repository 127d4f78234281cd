class C: pass
def make(n):
    c = C()
    for i in range(n): setattr(c, f"a{i}", i)
    return c
for n in (1, 3, 9, 20):
    for k in range(n):
        c = make(n); delattr(c, f"a{k}"); print(n, k, c.__dict__)
        setattr(c, f"a{k}", "new"); print(c.__dict__)
        try: delattr(c, "zz")
        except AttributeError as e: print(e)
class E(Exception): pass
e = E(1, 2); e.x = 1; e.y = 2; del e.x; print(e.__dict__, e.args)
class I(int): pass
i = I(5); i.a = 1; i.b = [2]; del i.a; print(i, i.b, i.__dict__)
import gc
c = make(12)
for r in range(5):
    gc.collect()
    c.a11 = [r] * 3
    del c.a2
    x = [bytearray(1000) for _ in range(2000)]
    print(c.a11, list(c.__dict__)[:3])
    c.a2 = r
