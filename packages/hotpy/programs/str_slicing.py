# Slices of strings, lists, tuples and ranges, with every sign of the step.
for seq in ("abcdef", [0, 1, 2, 3, 4, 5], (0, 1, 2, 3, 4, 5), range(6)):
    print(seq[1:3], seq[:], seq[::2], seq[::-1], seq[-3:], seq[:-2], seq[4:1], seq[4:1:-1], seq[4:1:-2], seq[10:], seq[-100:100], seq[:0], seq[5:-7:-1], seq[None:None:None])
    for index in (0, 5, -1, -6):
        print(seq[index], end=" ")
    for index in (6, -7, 10**20):
        try:
            seq[index]
        except IndexError as e:
            print(e, end="; ")
    for index in ("a", 1.0, None):
        try:
            seq[index]
        except TypeError as e:
            print(e, end="; ")
    try:
        seq[::0]
    except ValueError as e:
        print(e)
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, s.indices(5), slice(None, 3) == slice(None, 3, None), "abcdefgh"[s])
print("abc"[True], [1, 2][False], "hello"[-2**40:2**40])
