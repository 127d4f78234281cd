class P:
    def __init__(s): s._v = 1; s.log = []
    @property
    def v(s): return s._v
    @v.setter
    def v(s, x):
        if x == 77: raise ValueError("no 77")
        s._v = x
        return "dropped"
class Q(P):
    pass
class R(P):
    @P.v.setter
    def v(s, x): s._v = -x
def f(os, n):
    t = 0
    for i in range(n):
        for o in os:
            o.v = i
            t += o.v
    return t
print(f([P()], 60), f([P(), Q(), R()], 60))
def g(o, n):
    for i in range(n):
        try:
            o.v = i
        except ValueError as e:
            print(i, e, e.__traceback__.tb_lineno, e.__traceback__.tb_next.tb_frame.f_code.co_name)
    return o.v
print(g(P(), 100))
p = P()
def h(p, n):
    for i in range(n):
        if i == 30: P.v = property(lambda s: s._v, lambda s, x: s.log.append(x))
        if i == 60:
            del P.v
        p.v = i
    return p.v, len(p.log), p._v, p.__dict__.get('v')
print(h(p, 90))
class N:
    @property
    def ro(s): return 1
    @ro.deleter
    def ro(s): print("deleted")
def k(o):
    for i in range(5):
        try: o.ro = i
        except AttributeError as e: print(e)
    del o.ro
k(N())
class D(dict): pass
class Dm(dict):
    def __missing__(s, k): return ("missing", k)
class L(list): pass
def items(n):
    r = 0
    for i in range(n):
        d = D(); d["a"] = i; d["b"] = i + 1; r += d["a"] + d["b"]
        m = Dm(a=1); r += m["a"]; assert m["z"] == ("missing", "z")
        l = L([1, 2, 3]); l[0] = i; l[1:2] = [7, 8]; r += l[0] + l[1] + l[-1] + len(l)
        try: l[10] = 1
        except IndexError as e: x = e
        try: d["q"]
        except KeyError as e: x = e
    return r, x
print(items(80))
class A: pass
def dictinst(n):
    r = 0
    for i in range(n):
        a = A(); a.__dict__["x"] = i; a.__dict__.update({"y": 2})
        a.x = a.x + 1; a.z = 5
        r += a.x + a.y + a.z
        try: a.nope
        except AttributeError as e: x = e
    return r, x
print(dictinst(60))
