# Strings that grow by +=, long enough to share a buffer, used in every way a string can be.
def grow(n, piece="ab"):
    s = "x"
    for i in range(n):
        s += piece
    return s
a, b, c = grow(2000), grow(2000), grow(1999) + "ab"
print(len(a), a == b, a == c, a is b, hash(a) == hash(b), a < b, a <= c, a > grow(1999), a != b)
d = {a: 1}
d[b] = 2
d[grow(1500)] = 3
print(len(d), d[c], d.get(grow(2000)), d.pop(a), grow(1500) in d, a in d, len({a, b, c, grow(10)}))
print(a[0], a[-1], a[1:5], a[::-1][:3], a[4000], a[3990:], len(a[1:]), a.count("ba"), a.find("bab", 3000), a.rfind("xa"), "x" + a == "xx" + a[1:])
print(a.upper()[:4], a.replace("ab", "-")[:4], len(a.split("b")), a.strip("x")[:2], a.startswith("xab"), a.endswith("ab"), a.partition("ba")[0], "bab" in a, "c" in a)
print(len(a + b), len(a * 2), len("-".join([a, b])), len("".join([a])), len(f"{a}{b:>5000}"), len("%s|%r" % (a, b)), len("{}".format(a)), repr(a)[:4], str(a) == a, sorted([c + "z", a])[0] == a)
s = a
t = s + "tail one"
u = s + "tail two"
print(t[-8:], u[-8:], len(s), s == a, t == a + "tail one", t != u)
v = s
for ch in ("é", "Ж", "😀", "z"):
    v += ch
    print(len(v), v[-2:], v[:3], s[-1])
w = grow(600, "Ж")
x = w
x += "y"
w += "n"
print(w[-2:], x[-2:], len(w), w == x, max(w), min(x))
class Names: pass
o = Names()
name = grow(700, "q")
setattr(o, name, 5)
print(getattr(o, grow(700, "q")), hasattr(o, name + "r"), list(vars(o)) == [name], {name: 1} == {grow(700, "q"): 1})
try:
    int(grow(1000, "9")[1:] + "x")
except ValueError as e:
    print(str(e)[:50])
print(int(grow(600, "1")[1:]) % 97, float("1" + grow(600, "0")[1:100]), [ch for ch in grow(3)], tuple(grow(1030))[-1], iter(a).__next__())
print(len(grow(1100).encode.__name__), a.isalpha(), a.isascii(), ord(a[5]), a.join("12")[:3], a.translate({120: "y"})[:2], a.zfill(5000)[:3], a.center(4010)[-1] == " ", a.expandtabs() == a, a.splitlines() == [a])
def exact(n):
    s = ""
    for i in range(n):
        s = s + str(i % 10)
    return s
print(exact(3000)[::500], len(exact(5000)), exact(4000) == exact(4000), exact(2500)[-5:])
print(a[-6:] + a[:6])
