"""A loop in whose trace no iteration is like the one before: each leaves in the first iteration, and comes back by a bridge."""


def kinds(n, order):
    a = b = c = d = e = f = g = h = 0.5
    for i in range(n):
        k = order[i % 16]
        if k == 0:
            a += 1
        elif k == 1:
            b += 2
        elif k == 2:
            c += 3
        elif k == 3:
            d += 4
        elif k == 4:
            e += a
        elif k == 5:
            f += b
        elif k == 6:
            g += c
        elif k == 7:
            h -= d
    return a, b, c, d, e, f, g, h


print(kinds(3000, [0] * 16))
for top in range(1, 8):
    print(kinds(8000, [0, top] * 8))
for first, second in [(7, 6), (7, 5), (6, 5)]:
    print(kinds(20000, [first, second] * 8))
print(kinds(20000, [0, 1, 2, 3, 4, 5, 6, 7] * 2))
