# Floor division and remainder for all signs, and their errors.
for a in (7, -7, 6, -6, 0, 1, -1):
    for b in (3, -3, 1, -1, 7):
        print(a, b, a // b, a % b, divmod(a, b), a / b, (a // b) * b + a % b == a)
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: divmod(1, 0), lambda: 0 ** -1, lambda: 1 << -1, lambda: 1 >> -1,
          lambda: 2**70 // 0, lambda: 2**70 % 0, lambda: pow(2, 3, 0), lambda: 1 // 0.0, lambda: 1.0 % 0):
    try:
        f()
        print("no error")
    except Exception as e:
        print(type(e).__name__, e)
print(2 ** -1, 2 ** -2, (-2) ** -1, 0 ** 0, (-8) ** 3)
print(True + True, True * 5, -True, ~True, True << 3, True / 2, True // 2, False ** 0)
