# Methods and operators of list.
a = [3, 1, 2]
a.append(5); a.extend([4, 0]); a.insert(1, 9); a.insert(-1, 8); a.insert(100, 7); a.insert(-100, 6)
print(a, len(a), a.pop(), a.pop(0), a.pop(-2), a)
a.remove(9); a.reverse(); print(a, a.index(5), a.count(1), 5 in a, a.index(2, 1))
a.sort(); print(a); a.sort(reverse=True); print(a); a.sort(key=lambda x: -x % 3); print(a)
b = a.copy(); b.clear(); print(a, b, a == b, a != b, a[:] == a, a is a[:])
print([1, 2] + [3], [0] * 3, 2 * [1, 2], [1] * 0, [[]] * 2, [1, 2] * -1)
c = [1, 2, 3, 4, 5, 6]
c[1:3] = ["a", "b", "c"]; print(c)
c[::2] = [0, 0, 0, 0]; print(c)
del c[0]; del c[-1]; del c[1:3]; print(c)
c[1:1] = [7, 8]; c[:0] = [9]; c[len(c):] = [10]; print(c)
c += (11, 12); c *= 2; print(c)
del c[::3]; print(c)
del c[:]; print(c, not c)
x = [1, 2]
y = x
x += [3]
x = x + [4]
print(x, y)
for f in (lambda: [].pop(), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1][1], lambda: [1].pop(5), lambda: [1].insert("a", 1), lambda: [1] + "a", lambda: [1].extend(5), lambda: [3, "a"].sort(), lambda: [1, 2, 3].sort(key=5)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
try:
    z = [1, 2, 3, 4]
    z[::2] = [1]
except ValueError as e:
    print(e)
n = [1, [2, [3, []]]]
n[1][1].append(n)
print(n, len(n))
