# Order in which a call, a definition and displays evaluate their parts.
def t(x):
    print(x, end=" ")
    return x
def f(*args, **kwargs):
    return len(args), kwargs
print(f(t(1), *[t(2)], t(3), k=t(4), **{"m": t(5)}, z=t(6)))
print(t("o").upper().lower() + t("p"), [t(1), t(2)][t(0)], {t("k"): t("v"), t("k2"): t("v2")})
def g(a=t("default a"), *, b=t("default b")) -> t("annotation"): pass
print()
def deco(n):
    print("deco", n, end=" ")
    def apply(f):
        print("apply", n, end=" ")
        return f
    return apply
@deco(1)
@deco(2)
def h(x=t("default")): pass
print()
l = [0, 0, 0]
l[t(1)] = t(5)
l[t(0)] += t(7)
t([1])[t(0)] = t("value")
print(l)
a, l[t(2)], c = t(1), t(2), t(3)
print(t(1) < t(2) < t(0) < t(9), t(5) if t(0) else t(6))
print(t(1) + t(2) * t(3) - t(4), t(2) ** t(3), -t(1))
x = y = t("once")
class O:
    def __setattr__(self, name, value):
        print("set", name, value, end=" ")
        object.__setattr__(self, name, value)
o = O()
o.a = o.b = t(1)
o.a, o.b = t(2), t(3)
o.a += t(10)
print([t(i) for i in (t(1), t(2)) if t(i)], {t(k): t(v) for k, v in [(1, 2)]})
print(*[t(1), t(2)], t(3), sep=t("-"), end=t("\n"))
