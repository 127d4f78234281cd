"""Sorting tuples by plain items of all kinds: what the first two items decide, and what they do not."""

import random
import zlib

random.seed(5)


def firsts(kind):
    return {
        "small": lambda: random.randrange(-3, 4), "bool": lambda: random.choice([True, False, 0, 1, 2]),
        "wide": lambda: random.randrange(-2**63, 2**63), "edge": lambda: random.choice([-2**63, 2**63 - 1, 0, 1]),
        "one": lambda: 7, "big": lambda: random.choice([1, 2**70, -2**70]), "real": lambda: random.choice([0.0, -0.0, 1.5, -2.5, 1e300]),
        "mixed": lambda: random.choice([0, 1, 1.0, 0.5, True]), "text": lambda: random.choice("abcdé") * random.randrange(0, 12) + random.choice(["", "x", "\0"]),
        "far": lambda: random.choice(["\U0001f600", "é", "a\u1234b", "", "abcdefghij"]), "none": lambda: None,
        "pair": lambda: (random.randrange(3), random.choice("ab")), "bytes": lambda: random.choice([b"", b"a", b"ab"]),
    }[kind]
kinds = ["small", "bool", "wide", "edge", "one", "big", "real", "mixed", "text", "far", "pair", "bytes", "none"]
lines = []
for a in kinds:
    for b in kinds:
        for n in (2, 3, 40, 90):
            f, g = firsts(a), firsts(b)
            for shape in range(3):
                rows = []
                for i in range(n):
                    row = (f(), g())
                    if shape == 1: row += (random.randrange(3),)
                    if shape == 2 and random.random() < .3: row = row[:random.randrange(3)]
                    rows.append(row)
                try: out = sorted(rows, reverse=n == 40)
                except TypeError as e: lines.append(f"{a} {b} {n} {shape} {e}"); continue
                keyed = sorted(range(n), key=lambda i: rows[i])
                text = repr(out) + repr(keyed)
                lines.append(f"{a} {b} {n} {shape} {zlib.crc32(text.encode())}")
print("\n".join(lines))
