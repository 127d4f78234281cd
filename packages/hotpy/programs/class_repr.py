# str, repr, format and how print uses them.
class Both:
    def __str__(self): return "str"
    def __repr__(self): return "repr"
class OnlyRepr:
    def __repr__(self): return "only repr"
class OnlyStr:
    def __str__(self): return "only str"
print(Both(), [Both()], (Both(),), {1: Both()}, f"{Both()} {Both()!r}", str(Both()), repr(Both()), "%s %r" % (Both(), Both()), "{} {!r}".format(Both(), Both()))
print(OnlyRepr(), str(OnlyRepr()), [OnlyRepr()], OnlyStr(), repr(OnlyStr())[:26])
class Node:
    def __init__(self, v, next=None): self.v, self.next = v, next
    def __repr__(self): return f"Node({self.v!r}, {self.next!r})"
print(Node(1, Node("a", Node(None))))
l = [1]; l.append(l); d = {"d": 1}; d["self"] = d
print(l, d, [l, d])
class Bad:
    def __repr__(self): return 5
class Raising:
    def __str__(self): raise ValueError("no string")
for f in (lambda: repr(Bad()), lambda: print(Bad()), lambda: f"{Bad()}", lambda: str(Raising()), lambda: print(Raising()), lambda: f"{Raising()}", lambda: [Bad()].__repr__()):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(print, len, int, str, Both, type, ValueError, None, True, Ellipsis, NotImplemented)
print(range(3), slice(1), type(range(3)), type(lambda: 0), type(Both.__str__), type("".join), type(Both().__str__))
print(1, "a", None, sep=", ", end="!\n"); print(); print("", ""); print(sep="x"); print("no newline", end=""); print()
