# What sets do to each other, at random: the order of their keys shows the tables, which are CPython's.
def lcg(seed):
    x = [seed]
    def next(n):
        x[0] = (x[0] * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        return (x[0] >> 33) % n
    return next
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return self.v % 7
    def __eq__(self, o): return isinstance(o, K) and o.v == self.v
    def __repr__(self): return "K%d" % self.v
def key(r, kind):
    v = r([10, 40, 300, 3000][kind % 4])
    if kind < 4: return v - 3
    k = r(5)
    if k == 0: return v
    if k == 1: return float(v)
    if k == 2: return (v, v + 1)
    if k == 3: return frozenset([v, v * 2, v % 3])
    return -v * 10**9 if kind < 8 else K(v)
def run(seed):
    r = lcg(seed)
    kind = r(12)
    sets = [set(), set(), frozenset(), set()]
    for i in range(r(150) + 5):
        op = r(24); a = r(4); b = r(4)
        A = sets[a]; B = sets[b]
        k = key(r, kind)
        if op < 6:
            if a != 2: A.add(k)
            else: sets[a] = frozenset([key(r, kind) for _ in range(r(60))])
        elif op == 6 and a != 2: A.discard(k)
        elif op == 7 and a != 2:
            if A: A.pop()
        elif op == 8: sets[0] = set(A | B)
        elif op == 9: sets[1] = set(A & B)
        elif op == 10: sets[3] = set(A - B)
        elif op == 11: sets[0] = set(A ^ B)
        elif op == 12: sets[1] = set([key(r, kind) for _ in range(r(80))])
        elif op == 13: sets[3] = set({key(r, kind): 1 for _ in range(r(80))})
        elif op == 14: print(A <= B, A == B, A < B, A.isdisjoint(B), k in A, len(A), bool(A))
        elif op == 15 and a != 2: A |= B
        elif op == 16 and a != 2: A -= B
        elif op == 17 and a != 2: A &= B
        elif op == 18 and a != 2: A ^= B
        elif op == 19 and a != 2: A.update([key(r, kind) for _ in range(r(30))], {key(r, kind): 2})
        elif op == 20: print(hash(frozenset(A)), A.issubset([k, 1, 2]), A.issuperset((k,)))
        elif op == 21 and a != 2:
            for x in list(A)[::2]: A.remove(x)
        elif op == 22: sets[1] = set(A.intersection([key(r, kind) for _ in range(20)], B))
        elif op == 23 and a != 2: A.difference_update([k], range(5)); A.symmetric_difference_update([k, 3])
        print(op, [repr(x) for x in sets[a]], len(sets[b]))
for seed in range(20): run(seed)
