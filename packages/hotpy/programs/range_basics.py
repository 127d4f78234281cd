# Ranges.
for r in (range(5), range(2, 8), range(10, 0, -3), range(0), range(5, 2), range(0, -5, -1), range(2**30 - 2, 2**30 + 2), range(2**62, 2**62 + 3), range(10**20, 10**20 + 3)):
    print(r, list(r), len(r), bool(r), 3 in r, sum(r))
r = range(0, 100, 7)
print(r[3], r[-1], r[2:5], r[::-1], r.index(21), r.count(21), r.start, r.stop, r.step, 21 in r, 22 in r, 21.0 in r, "a" in r)
print(range(0, 5, 2) == range(0, 6, 2), range(0) == range(5, 5), hash(range(3)) == hash(range(0, 3, 1)), list(reversed(range(4))), range(3) is range(3))
for f in (lambda: range(1, 2, 0), lambda: range(1.5), lambda: range("a"), lambda: range(), lambda: range(3)[5], lambda: range(3).index(7), lambda: range(1, 2, 3, 4)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
total = 0
for i in range(3, 2000, 7):
    for j in range(i, i - 10, -3):
        total += j
print(total)
for i in range(3):
    i += 10
    print(i, end=" ")
print(i)
for i in range(0):
    pass
print(i, max(range(10)), min(range(10, 0, -1)), sorted(range(3), reverse=True), tuple(range(2)), [*range(3)])
