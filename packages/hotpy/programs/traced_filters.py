# Loops of generators that go round several times until they yield, in the loops of what consumes them.


def count(n, k):
    return sum(1 for i in range(n) if i % k == 0)


def pairs(values):
    return sum(b - a for a, b in zip(values, values[1:]) if b - a != 2)


def both(values, low, high):
    return [v for v in (each * 2 for each in values if each > low and each % 3 != 1) if v < high]


def words(text):
    start = None
    for i, c in enumerate(text):
        if c.isalpha():
            if start is None:
                start = i
            continue
        if start is None:
            continue
        yield text[start:i]
        start = None
    if start is not None:
        yield text[start:]


def changing(n):
    """Kinds of values change while the loop stays in the generator."""
    total, last = 0, None
    for i in range(n):
        total = total + i if i % 50 else total + 0.5
        if i % 7:
            last = i if i % 3 else str(i)
            continue
        yield total, last
        total = int(total) if i % 2 else total
        last = None


def nested(rows):
    for row in rows:
        if not row:
            continue
        for value in row:
            if value < 0:
                break
            if value % 2:
                continue
            yield value
        else:
            yield -1


def guarded(n):
    try:
        i = 0
        while True:
            i += 1
            try:
                if i % 5:
                    if i > n:
                        raise LookupError(i)
                    continue
            finally:
                n -= 1
            yield i
    except LookupError as error:
        yield str(error)


def shared(limit):
    seen = 0

    def advance(step):
        nonlocal seen
        seen += step

    for i in range(limit):
        advance(i)
        if seen % 4:
            continue
        yield seen


class Lazy:
    def __init__(self, values):
        self.values = values
        self.skipped = 0

    def __iter__(self):
        for value in self.values:
            if value is None:
                self.skipped += 1
                continue
            yield value


def first(n):
    results = []
    for k in range(2, 40):
        results.append(next(i for i in range(k * 10, n) if i % k == 1))
        results.append(any(i % k == k - 1 and i > 30 for i in range(k * 3) if i != 4))
    return results


def closed(n):
    log = []

    def generator():
        try:
            for i in range(n):
                if i % 6:
                    continue
                yield i
        finally:
            log.append(i)

    for _ in range(40):
        values = generator()
        for value in values:
            if value > 60:
                break
        values.close()
    return len(log), set(log)


text = "the quick, brown fox   jumps -- over; the lazy dog... " * 60
big = [2**40 * i if i % 9 == 0 else i for i in range(400)]
for _ in range(3):
    print(count(5000, 7), count(3000, 2), count(1500, 700))
    print(pairs([i * i % 101 for i in range(3000)]), pairs(big), pairs([i / 4 for i in range(2000)]))
    print(len(both(range(4000), 10, 6000)), both(big, 380, 2**60)[-2:])
    found = list(words(text))
    print(len(found), found[:5], found[-1])
    print([(t, l) for t, l in changing(3000)][-3:])
    print(sum(nested([[i, i + 1, 2 * i, -1 if i % 5 == 0 else 8] if i % 3 else [] for i in range(900)])))
    print(list(guarded(2600))[-3:])
    print(list(shared(2000))[-3:])
    lazy = Lazy([None if i % 4 else i for i in range(3000)])
    print(sum(lazy), sum(x for x in lazy if x % 8), lazy.skipped)
    print(sum(map(int, first(2000))), closed(500))

steps = (i for i in range(10**9) if i % 1000 == 999)
for value in steps:
    if value > 30000:
        break
print(value, next(steps), steps.gi_frame.f_locals["i"])


def failing(n):
    for i in range(n):
        if i % 10 or not 100 // (n - 5 - i):
            continue
        yield i


try:
    print(sum(failing(3005)))
except ZeroDivisionError as error:
    print(error, error.__traceback__.tb_next.tb_frame.f_locals)
