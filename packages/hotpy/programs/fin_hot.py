import gc

count = 0
names = []


class Counted:
    def __init__(self, n, *more, key=None):
        self.n = n

    def __del__(self):
        global count
        count += 1


class Sum:
    total = 0


class Bare:
    def __del__(self):
        Sum.total += 1


class Child(Counted):
    def __init__(self, n):
        super().__init__(n, n, key=n)


def make(n):
    total = 0
    for i in range(n):
        c = Counted(i)
        total += c.n
        Bare()
        d = Child(i)
        total += d.n
    return total


print(make(3000))
gc.collect()
print(count, Sum.total)


def kinds(n):
    total = 0
    for i in range(n):
        for kind in (Counted, Child):
            total += kind(i).n
    return total


print(kinds(500))
gc.collect()
print(count)


def generator(i):
    try:
        yield i
        yield i + 1
    finally:
        Sum.total += 1


def dropped(n):
    total = 0
    for i in range(n):
        for value in generator(i):
            total += value
            break
    return total


def exhausted(n):
    total = 0
    for i in range(n):
        for value in generator(i):
            total += value
    return total


Sum.total = 0
print(dropped(1000))
gc.collect()
print(Sum.total)
print(exhausted(1000))
gc.collect()
print(Sum.total)


def errors(n):
    caught = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                Counted()
            else:
                Counted(i, j=i)
        except TypeError:
            caught += 1
    return caught


count = 0
print(errors(300))
gc.collect()
print(count)


class Linked:
    alive = 0

    def __init__(self, following):
        self.following = following
        Linked.alive += 1

    def __del__(self):
        Linked.alive -= 1


def chains(n):
    for i in range(n):
        chain = None
        for j in range(50):
            chain = Linked(chain)
    return Linked.alive > 0


print(chains(100))
gc.collect()
print(Linked.alive)
