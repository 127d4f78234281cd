# Keys with their own __eq__ and __hash__.
class Key:
    def __init__(self, n):
        self.n = n
    def __eq__(self, other):
        log.append(f"eq {self.n} {other.n if isinstance(other, Key) else other}")
        return isinstance(other, Key) and self.n == other.n
    def __hash__(self):
        log.append(f"hash {self.n}")
        return self.n % 2
    def __repr__(self):
        return f"Key({self.n})"
log = []
a, b = Key(1), Key(1)
d = {a: "a"}
print(d[b], log); log.clear()
d[Key(2)] = "two"; d[Key(3)] = "three"
print(d, log); log.clear()
print(d.get(Key(5)), log); log.clear()
print(a in d, log); log.clear()
del d[Key(3)]
print(d, a == b, a != b, a == 1)
class Broken:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        raise ValueError("cannot compare")
e = {1: "one"}
try:
    e[Broken()]
except ValueError as x:
    print("ValueError", x)
class NoHash:
    def __eq__(self, other):
        return True
try:
    {NoHash(): 1}
except TypeError as x:
    print(x)
class BadHash:
    def __hash__(self):
        return "x"
try:
    hash(BadHash())
except TypeError as x:
    print(x)
class BigHash:
    def __hash__(self):
        return 2**70 + 5
print(hash(BigHash()) == hash(2**70 + 5), {BigHash(): 1}[BigHash()] if False else "ok")
