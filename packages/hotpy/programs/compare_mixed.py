# Comparison and truth of mixed types.
five = 5
values = [0, 1, -1, True, False, 1.0, 0.5, "a", "", None, (), (1,), [], [1]]
for a in values:
    print([a == b for b in values].count(True), [a is b for b in (True, False, None)], not a)
for f in (lambda: 1 < "a", lambda: None < None, lambda: [] < (), lambda: {} < {}, lambda: "a" >= 1, lambda: 1 + "a", lambda: "a" + 1, lambda: [] + (), lambda: -"a", lambda: ~1.5, lambda: None + 1, lambda: "a" * 1.5, lambda: 1 @ 2, lambda: [1] * "a", lambda: "a" - "b", lambda: 5 in 5, lambda: 1 in "abc", lambda: len(5), lambda: five[0], lambda: None.x, lambda: five(), lambda: 1.5 | 1, lambda: +[]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
print((1, 2) < (1, 3), (1,) < (1, 0), [1, 2] > [1], (1, "a") == (1.0, "a"), [[1]] == [[1.0]], () < (0,))
print("a" < "b", "a" < "A", "" < "a", "abc" < "abd", "\U0001F600" > "\uffff", "z" > "é")
print(1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1 > 0, 1 == 1 == 1.0, 1 < 2 > 1, 1 != 2 != 1)
