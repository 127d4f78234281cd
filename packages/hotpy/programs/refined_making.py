# Making objects of classes that refine builtin types.
def made():
    class L(list): pass
    class M(list):
        def __init__(self, *a): self.n = len(a); super().__init__(a)
    class D(dict): pass
    class E(dict):
        def __init__(self, x=1): self.x = x
    class S(str): pass
    class S2(str):
        def __new__(cls, v): return super().__new__(cls, v + "!")
    class I(int): pass
    class I2(int):
        def __new__(cls, v): return int.__new__(cls, v * 2)
    class F(float): pass
    class T(tuple): pass
    class T2(tuple):
        def __new__(cls, *a): return tuple.__new__(cls, a)
    class Z(set): pass
    class X(frozenset): pass
    class B(bytes): pass
    class C(complex): pass
    class G(dict):
        def __del__(self): dead.append(1)
    dead = []
    for i in range(120):
        r = [L(), L([1]), L("ab"), M(1, 2), M().n, D(), D(a=1), D({1: 2}), D([(1, 2)]), E(), E(5).x, S(), S("a"), S(5), S2("q"), I(), I("12"), I(3.5), I2(4), F(), F("1.5"), F(2),
            T(), T([1, 2]), T((1,)), T2(1, 2), Z(), Z([1]), X([1]), B(b"a"), C(1), [type(x).__name__ for x in (L(), M(), D(), E(), S(), S2("a"), I(), F(), T(), T2(), Z())]]
        l = L(); l.x = 5; r.append(l.__dict__); l.append(1); r += [L(), l]
        m = M(); m.append(3); r += [M(), m]
        G()
        for bad in (lambda: I("x"), lambda: L(5), lambda: L(1, 2), lambda: T(1, 2), lambda: str.__new__(I, 1), lambda: int.__new__(S), lambda: I2("a", 2), lambda: D(1), lambda: F("z"), lambda: list.__new__(D), lambda: int.__new__(5)):
            try: r.append(bad())
            except Exception as e: r.append(f"{type(e).__name__}: {e}")
    print(r)
    I.__init__ = lambda self, *a: print("init", a)
    print(I(5))
    L.__new__ = lambda cls, *a: list.__new__(cls)
    print(L([1, 2]))
made()
