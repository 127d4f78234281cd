# Lists that change while they are iterated over.
a = [1, 2, 3, 4, 5, 6]
for x in a:
    if x % 2 == 0:
        a.remove(x)
print(a)
a = [0]
for x in a:
    if x < 5:
        a.append(x + 1)
print(a)
a = [1, 2, 3]
it = iter(a)
print(next(it), next(it), next(it), next(it, "end"))
a.append(4)
print(next(it, "still at the end"))
a = [1, 2, 3, 4]
for i, x in enumerate(a):
    if i == 1:
        del a[0]
    print(i, x, end="; ")
print(a)
a = [3, 1, 2]
for x in a:
    a.sort()
    print(x, end=" ")
print()
a = list(range(5))
for x in a:
    a.clear()
    print(x)
a = [1, 2, 3]
a.extend(a)
a[1:2] = a
print(a)
b = [1, 2, 3]
print([b.pop() for _ in b], b)
