# Locals that only a handler reads, while the frame waits for a call that raises.
def fails(i):
    if i % 97 == 0:
        raise ValueError
    return i


def in_except(s, i):
    try:
        return fails(i)
    except ValueError:
        return s


def in_finally(s, i, log):
    try:
        return fails(i)
    finally:
        log.append(s)


class Manager:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.log.append(exc[0] is None)
        return True


def in_with(s, i, log):
    label = s
    with Manager(log):
        return fails(i)
    return label


def nested(a, b, i):
    try:
        try:
            return fails(i)
        except KeyError:
            return a
    except ValueError:
        return b


def in_generator(s, n):
    for i in range(n):
        try:
            yield fails(i)
        except ValueError:
            yield s


total = 0
log = []
for i in range(3000):
    total += in_except(5, i)
    total += nested(1, 7, i)
    try:
        total += in_finally(i, i, log)
    except ValueError:
        total += 11
    total += in_with(13, i, log)
total += sum(in_generator(17, 3000))
print(total, len(log), sum(map(int, log)))
