"""A part of a string, short or long, and slices of lists that get as many items as they had, or others."""

import random
random.seed(4)
texts = ["".join(random.choice("abcé\0z") for _ in range(n)) for n in range(0, 40) for _ in range(4)] + ["abc\u1234", "\U0001f600x", "a" * 600 + "q"]
view = ""
for i in range(700): view += "ab"
texts.append(view); texts.append(view + "z")
parts = ["a", "é", "z", "\0", "\u1234", "\U0001f600", "x", "q", "", "ab", "cé"]
for t in texts:
    print("".join("01"[p in t] for p in parts), "".join("01"[p not in t] for p in t[:3]))
def count(ts, ps):
    n = 0
    for _ in range(30):
        for t in ts:
            for p in ps:
                if p in t: n += 1
    return n
print(count(texts, parts))
for bad in (1, None, b"a"):
    try: bad in "abc"
    except TypeError as e: print(e)
x = list(range(12))
for step in range(200):
    a, b = sorted((random.randrange(-2, 14), random.randrange(-2, 14)))
    n = random.randrange(0, 6)
    x[a:b] = range(n) if step % 3 else list(range(100, 100 + n)) if step % 2 else tuple("abcdef"[:n])
    x[:3] = x[2::-1]
    if len(x) > 30: del x[5:]
    print(len(x), x[:6], x[::-2][:3])
class S(str): pass
print("a" in S("bab"), S("a") in "bab", S("q") in S("bab"))
