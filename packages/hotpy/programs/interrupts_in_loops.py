# KeyboardInterrupt in hot loops, inside try and finally, goes to the innermost handler that covers it.


def ask(i):
    if i % 97 == 50:
        raise KeyboardInterrupt(i)
    return i


def covered(n):
    got = []
    i = 0
    while i < n:
        i += 1
        try:
            ask(i)
        except Exception:
            got.append("wrong")
        except KeyboardInterrupt as interrupt:
            got.append(interrupt.args[0])
    return got


print(covered(5000)[:3], len(covered(5000)))


def around(n):
    i = 0
    log = []
    try:
        while True:
            try:
                i += 1
                if i == n:
                    ask(50)
            finally:
                log.append(i)
    except KeyboardInterrupt:
        return i, len(log), log[-1]


for n in (10, 1000, 3000):
    print(around(n))


class Source:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        return ask(self.n)


def reading(n):
    total = 0
    source = Source(n)
    while True:
        try:
            for each in source:
                total += each
        except KeyboardInterrupt as interrupt:
            total -= interrupt.args[0]
            if interrupt.args[0] == 50:
                return total


print(reading(4000))


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.kind = kind
        return kind is KeyboardInterrupt


kinds = 0
for i in range(3000):
    manager = Manager()
    with manager:
        ask(i)
    kinds += manager.kind is not None
print(kinds)
