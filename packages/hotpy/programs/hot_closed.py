# Generators, exceptions and closures meeting in hot loops.
def gen(n):
    try:
        for i in range(n):
            if i % 100 == 99:
                try:
                    raise ValueError(i)
                except ValueError as e:
                    yield -e.args[0]
            else:
                yield i
    finally:
        log.append("closed")
log = []
print(sum(gen(2000)), log)
def first_above(limit):
    g = gen(5000)
    for x in g:
        if x > limit:
            g.close()
            return x
print([first_above(k * 300 + 1) for k in range(5)], len(log))
def zipped(n):
    s = 0
    short, long = gen(n), gen(n * 2)
    for a, b in zip(short, long): s += a * b
    long.close()
    return s
print(zipped(1000), len(log))
def stacked(n):
    g = iter(range(n))
    for k in range(5):
        g = (x + k for x in g if x % (k + 2))
    return list(g)[-3:]
print(stacked(2000))
def send_loop(n):
    def acc():
        total = 0
        while True:
            total += yield total
    a = acc()
    next(a)
    for i in range(n): r = a.send(i)
    return r
print(send_loop(2500))
def interleave(*gens):
    gens = list(gens)
    while gens:
        for g in list(gens):
            try: yield next(g)
            except StopIteration: gens.remove(g)
print(sum(interleave(gen(300), iter("a" and [1, 2, 3]), gen(10))), log[-2:])
def nested_try(n):
    count = 0
    for i in range(n):
        try:
            try:
                if i % 7 == 0: raise KeyError(i)
                if i % 11 == 0: raise IndexError(i)
                if i % 13 == 0: continue
                count += 1
            except KeyError:
                count += 100
            finally:
                count += 1
        except IndexError:
            count += 10000
    return count
print(nested_try(2500))
