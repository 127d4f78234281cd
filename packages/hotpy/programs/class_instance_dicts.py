# Attributes that have become a dict: dicts of instances with the same attributes share their keys until one changes.
class A: pass
class E(Exception): pass
def show(o): print(sorted(o.__dict__.items()), list(o.__dict__))
for k in range(3):
    a = A(); a.x = k; a.y = [k]
    d = a.__dict__
    d["z"] = 3; a.w = 4; del a.x
    show(a)
    b = A(); b.x = k; b.y = 2; show(b)
    del b.x; show(b); b.x = 9; show(b)
    c = A(); c.x = 1; c.y = 1; del c.y; show(c)
    e = A()
    for i in range(20): setattr(e, "a%d" % i, i + k)
    show(e); e.a3 = None; show(e)
    f = E(1, 2); f.note = k; f.more = "m"; show(f); print(f.args)
    g = A(); show(g); g.q = 1; show(g)
    a.__dict__ = b.__dict__; a.n = 1; show(b)
